// What a tab whose body lies in a package showed last, on the person's own shelf: at the next start its bones stand there with
// these words until the body has come.
import { autorun, observable, runInAction } from 'mobx-miniprogram';
import * as v from 'valibot';
import { keyFor } from '../platform/storage-key';
import type { Off } from '../platform/ports';
import type { StorageArea } from '../platform/storage-types';
import type { TabName } from '../stores/tabs';
import { useCore } from './bind/page';
import { oncePerCore } from './once';

/** It is written at most this often, ms. */
const REST_MS = 2_000;

export interface LateView<View> {
  tab: TabName;
  /** Null where nothing is known, or nobody is signed in (observable). */
  current(): View | null;
  /**
   * For the body: keeps what it shows. @param view observable; nothing while it does not show what it would begin with,
   * null where the bones cannot say it
   * @returns call it in `detached`
   */
  keep(view: () => View | null | undefined): Off;
}

/** @param half whose tab it is */
function lateView<View>(
  half: 'v4' | 'xcx',
  tab: TabName,
  schema: v.GenericSchema<unknown, View>,
): LateView<View> {
  const key = keyFor<View>(`${tab}.first`, 'cache', schema);
  const writes = oncePerCore(() => observable.box(0));
  const areaNow = (): StorageArea | undefined => {
    const { identity } = useCore()[half];
    return identity.state.state === 'signed_in' ? identity.area() : undefined;
  };
  return {
    tab,
    current() {
      writes().get();
      return areaNow()?.read(key) ?? null;
    },
    keep(view) {
      let last: { area?: StorageArea; words?: string } = {};
      return autorun(
        () => {
          const [area, now] = [areaNow(), view()];
          const words = JSON.stringify(now);
          if (area === undefined || now === undefined) return;
          if (last.area === area && last.words === words) return;
          last = { area, words };
          if (now === null) area.remove(key);
          else area.write(key, now);
          runInAction(() => writes().set(writes().get() + 1));
        },
        { delay: REST_MS },
      );
    },
  };
}

const tasks = v.object({
  /** The banner, in words. */
  month: v.nullable(
    v.object({
      month_label: v.string(),
      hours: v.string(),
      income: v.string(),
      customers: v.string(),
      is_long: v.boolean(),
      /** Below the figures: the bar of the pay scale, and a line. */
      has_scale: v.boolean(),
      has_line: v.boolean(),
    }),
  ),
  options: v.array(v.object({ value: v.string(), text: v.string(), count: v.optional(v.string(), '') })),
  rows: v.array(
    v.object({
      row_key: v.string(),
      kind: v.picklist(['head', 'task']),
      title: v.string(),
      count: v.string(),
      is_first: v.boolean(),
      letter: v.string(),
      heart: v.string(),
      deadline: v.string(),
      due: v.string(),
      type: v.string(),
      tone: v.string(),
      likings: v.array(v.string()),
      say: v.string(),
      has_note: v.boolean(),
    }),
  ),
});
export type TasksFirst = v.InferOutput<typeof tasks>;
export const tasksView = lateView<TasksFirst>('xcx', 'tasks', tasks);

const session = {
  title: v.string(),
  /** An agent's initial; empty where there is none. */
  face: v.string(),
  time: v.string(),
  last: v.string(),
  badge: v.string(),
};
const chat = v.object({
  /** The open session. */
  open: v.nullable(v.object({ ...session, status: v.string() })),
  /** What may be asked, where none is open. */
  questions: v.array(v.string()),
  /** How many tickets are under way. */
  slips: v.number(),
  /** Sessions that are over. */
  rows: v.array(v.object({ row_key: v.string(), ...session })),
});
export type ChatFirst = v.InferOutput<typeof chat>;
export const chatView = lateView<ChatFirst>('v4', 'chat', chat);

const boards = v.object({
  board: v.picklist(['coaches', 'customers']),
  segments: v.array(v.object({ name: v.string(), text: v.string() })),
  chips: v.array(v.object({ name: v.string(), text: v.string(), is_set: v.boolean() })),
  /** Of customers: how they are looked at, and which way is chosen. */
  dimensions: v.array(v.object({ value: v.string(), text: v.string() })),
  dimension: v.string(),
  updated: v.string(),
  about: v.string(),
  figure_name: v.string(),
  podium: v.array(
    v.object({
      row_key: v.string(),
      rank: v.number(),
      letter: v.string(),
      name: v.string(),
      tag: v.string(),
      tone: v.string(),
      figure: v.string(),
      beside: v.string(),
    }),
  ),
  rows: v.array(
    v.object({
      row_key: v.string(),
      rank: v.number(),
      letter: v.string(),
      is_off: v.boolean(),
      name: v.string(),
      tag: v.string(),
      tone: v.string(),
      stars: v.string(),
      about: v.string(),
      figure: v.string(),
      bar: v.number(),
    }),
  ),
});
export type BoardFirst = v.InferOutput<typeof boards>;
export const boardsView = lateView<BoardFirst>('xcx', 'boards', boards);
