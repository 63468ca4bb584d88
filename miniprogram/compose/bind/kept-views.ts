// Which tabs keep a first view of somebody's from another run of the app: WeChat lets only the page itself forget it.
import * as v from 'valibot';
import { keyFor } from '../../platform/storage-key';
import type { StorageKey } from '../../platform/storage-types';
import type { TabName } from '../../stores/tabs';
import { oncePerCore } from '../once';
import { useCore } from './page';

const keyOf = (tab: TabName): StorageKey<boolean> => keyFor(`${tab}.first_view`, 'kept', v.boolean());
const appShelf = () => useCore().store.area('app');
const opened = oncePerCore(() => new Set<TabName>());

/** The page is open in this run: it forgets by itself. */
export const noteOpened = (tab: TabName): void => void opened().add(tab);

/** @param is_somebodys what is kept now is of a person who is signed in */
export function noteKept(tab: TabName, is_somebodys: boolean): void {
  if ((appShelf().read(keyOf(tab)) ?? false) !== is_somebodys) appShelf().write(keyOf(tab), is_somebodys);
}

/** Those of them that keep one and were not opened in this run to forget it. */
export const oldViews = (tabs: readonly TabName[]): TabName[] =>
  tabs.filter((tab) => !opened().has(tab) && appShelf().read(keyOf(tab)) === true);
