// A customer's page as it binds it: its state, each module's state, what is said of a failure; and its rows.
import type { ApiCustomerDetail } from '../../../../../typings/xcx/customers';
import { explain } from '../../../../api/explain';
import { failedFields, failedWords } from '../../../../stores/list/words';
import { eachField } from '../../../../stores/fields';
import { isBroken } from '../../api/schema/alone';
import { byCategory, clueRow } from '../../format/clue-row';
import type { ClueRow } from '../../format/clue-row';
import { consumptionRow } from '../../format/consumption-row';
import type { ConsumptionRow } from '../../format/consumption-row';
import {
  blankCustomerView,
  coachTaskRow,
  customerView,
  favouriteRow,
  headFigures,
} from '../../format/customer-view';
import type { CoachTaskRow, CustomerView, FavouriteRow, HeadFigure } from '../../format/customer-view';
import { noteRow } from '../../format/note-row';
import type { NoteRow, ShownNote } from '../../format/note-row';
import { serviceRow } from '../../format/service-row';
import type { ServiceRow } from '../../format/service-row';
import { wordRows } from '../../format/task-view';
import type { WordRow } from '../../format/task-view';
import type { Notes } from '../notes/notes';
import type { CustomerStore } from './customer';

/** What the page shows; both are null while nobody is signed in. */
export interface ShownCustomer {
  store(): CustomerStore | null;
  notes(): Notes | null;
  /** Epoch ms on the server's clock. */
  now(): number;
}

/** Of a `panel`. */
type ModuleState = 'ready' | 'failed' | 'absent';

export const NO_MODULES = {
  ...{ head_state: 'absent', insight_state: 'absent', clues_state: 'absent', month_state: 'absent' },
  ...{ spent_state: 'absent', favourites_state: 'absent', tasks_state: 'absent', notes_state: 'absent' },
} satisfies Record<string, ModuleState>;

type Modules = Record<keyof typeof NO_MODULES, ModuleState>;

/** An empty module says nothing of itself: it may have failed too. */
const moduleOf = (module: object | undefined, is_empty: boolean): ModuleState =>
  module !== undefined && isBroken(module) ? 'failed' : is_empty ? 'absent' : 'ready';

const listModule = (list: readonly unknown[] | undefined): ModuleState =>
  moduleOf(list, (list ?? []).length === 0);

const strategies = (head: ApiCustomerDetail | null): WordRow[] =>
  wordRows((head?.ai_insight?.strategies ?? []).map(({ text }) => text));

/** As NOTE-1 has them, with ratings; or, where that failed, as much as CUST-1 sends. */
function notesOf(store: CustomerStore): readonly ShownNote[] | null {
  return store.notes.value ?? (store.notes.failure === null ? null : (store.head.value?.notes ?? null));
}

function modulesOf(store: CustomerStore | null): Modules {
  if (store === null) return NO_MODULES;
  const { head, month, notes } = store;
  const detail = head.value;
  const insight = detail?.ai_insight;
  const no_insight = (insight?.summary.trim() ?? '') === '' && strategies(detail).length === 0;
  return {
    head_state: detail === null && head.failure !== null ? 'failed' : 'absent',
    insight_state: moduleOf(insight, no_insight),
    clues_state: listModule(detail?.retention_clues),
    month_state: month.value === null && month.failure !== null ? 'failed' : 'ready',
    spent_state: listModule(detail?.consumption_records),
    favourites_state: listModule(detail?.favorite_coaches),
    tasks_state: listModule(detail?.coach_tasks),
    notes_state: notesOf(store) === null && notes.failure !== null ? 'failed' : 'ready',
  };
}

function pageState(store: CustomerStore | null): string {
  if (store === null) return 'signed_out';
  const { absence, head, month } = store;
  if (absence !== null) return absence;
  if (head.value !== null || month.value !== null) return 'ready';
  return head.failure !== null && month.failure !== null ? 'failed' : 'loading';
}

/** Something of what shows was read before, and could not be read again. */
function staleText(store: CustomerStore | null): string {
  if (store === null || store.absence !== null) return '';
  const stale = [store.head, store.month].find(({ value, failure }) => value !== null && failure !== null);
  const failure = stale?.failure ?? null;
  return failure === null ? '' : `${explain(failure).title}，显示的是上次的内容`;
}

/** What the page binds. */
export function customerFields(shown: ShownCustomer): Record<string, () => string | boolean> {
  const view = (): CustomerView => {
    const store = shown.store();
    return store === null ? blankCustomerView : customerView(store.head.value, store.month.value);
  };
  const failed = () => failedWords(shown.store()?.head.failure ?? null);
  return {
    ...eachField(blankCustomerView, view),
    ...eachField<Modules>(NO_MODULES, () => modulesOf(shown.store())),
    ...failedFields(failed),
    stale_text: () => staleText(shown.store()),
    month_none: () => {
      const month = shown.store()?.month.value ?? null;
      return month === null ? '正在读取…' : month.records.length === 0 ? '本月还没有服务记录。' : '';
    },
    notes_none: () => {
      const store = shown.store();
      const notes = store === null ? null : notesOf(store);
      return notes === null
        ? '正在读取…'
        : notes.length === 0
          ? '还没有备注。打过电话后记一条，下次看得到。'
          : '';
    },
    state: () => pageState(shown.store()),
  };
}

/** Each list of the page, in the order in which it stands there. */
export interface CustomerRows {
  tags: WordRow[];
  figures: HeadFigure[];
  strategies: WordRow[];
  clues: ClueRow[];
  records: ServiceRow[];
  spent: ConsumptionRow[];
  favourites: FavouriteRow[];
  tasks: CoachTaskRow[];
  notes: NoteRow[];
}

/** Rows by list (observable). */
export const customerLists: Readonly<{
  [Name in keyof CustomerRows]: (store: CustomerStore, shown: ShownCustomer) => CustomerRows[Name];
}> = {
  tags: ({ head }) => wordRows(head.value?.tags ?? []),
  figures: ({ head, month }) => headFigures(head.value, month.value),
  strategies: ({ head }) => strategies(head.value),
  clues: ({ head }) => byCategory(head.value?.retention_clues ?? []).map(clueRow),
  records: ({ month }, { now }) =>
    (month.value?.records ?? []).slice(0, LATEST).map((record, at) => serviceRow(record, at, now())),
  spent: ({ head }, { now }) =>
    (head.value?.consumption_records ?? []).map((record) => consumptionRow(record, now())),
  favourites: ({ head }) => (head.value?.favorite_coaches ?? []).map(favouriteRow),
  tasks: ({ head }, { now }) => (head.value?.coach_tasks ?? []).map((task) => coachTaskRow(task, now())),
  notes: (store, { notes, now }) => {
    const own = notes();
    return (own?.present(notesOf(store) ?? []) ?? []).map((note) => noteRow(note, now(), own?.factsOf(note)));
  },
};

/** The other services of the month have a page. */
const LATEST = 3;
