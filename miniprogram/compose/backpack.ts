// The backpack for pages: the store of whoever is signed in as a customer.
import type { Failure } from '../api/errors';
import { assetTile } from '../format/asset-tile';
import type { AssetTile } from '../format/asset-tile';
import { BackpackStore } from '../stores/backpack/backpack';
import { backpackFields, firstRows, typeOptions } from '../stores/backpack/backpack-view';
import { FIRST_VIEW } from '../stores/backpack/view';
import { failureIn, IDLE } from '../stores/list/progress';
import { perPerson } from '../stores/person/per-person';
import type { FirstView } from './bind/first-view';
import { useTheme } from './bind/theme';
import { oncePerCore } from './once';

export { backpackFields } from '../stores/backpack/backpack-view';
export type { View } from '../stores/backpack/view';

const backpacks = oncePerCore((core) =>
  perPerson(core.v4, core.platform, (person) => new BackpackStore(person, () => front().is)),
);

/** Whether the page is before the person, whoever that is. */
const front = oncePerCore(() => ({ is: false }));

/** The page came to the front. */
export function showBackpack(): void {
  front().is = true;
  void useBackpack()?.show();
}

/** Another page, or none of the app, is in front. */
export function hideBackpack(): void {
  front().is = false;
}

/** Null while nobody is signed in. Item pages tell it what they learn (`receive`). */
export const useBackpack = (): BackpackStore | null => backpacks().current;

/** Why the list could not be read, or read on; null where it could. */
export const backpackFailure = (): Failure | null =>
  failureIn(useBackpack()?.pages.refreshing ?? IDLE) ?? failureIn(useBackpack()?.adding ?? IDLE);

/** The balances above the list. */
export const backpackTiles = (): AssetTile[] => (useBackpack()?.pages.loaded?.assets ?? []).map(assetTile);

/** What the page begins with, with what is known by now; nothing while it shows something else. */
export function firstBackpack(): FirstView | undefined {
  const fields = Object.entries(backpackFields(useBackpack)).map(([name, read]) => [name, read()] as const);
  const view: FirstView = { ...Object.fromEntries(fields), themeClass: useTheme().themeClass };
  const backpack = useBackpack();
  if (backpack === null) return view;
  const rows = firstRows(backpack);
  return rows && { ...view, tiles: backpackTiles(), chunks: [{ key: 'first', rows }], footer_text: '' };
}

/** What there is to choose: which types, and which first. For `bindSmallList`. */
export function backpackChoices() {
  const { view, items } = useBackpack() ?? { view: FIRST_VIEW, items: [] };
  return [
    { name: 'type', title: '类型', value: view.type, options: typeOptions(items) },
    { name: 'order', title: '顺序', value: view.order, options: ORDERS },
  ];
}
const ORDERS = [
  { value: 'expiry', text: '快到期的在前' },
  { value: 'newest', text: '新得到的在前' },
];
