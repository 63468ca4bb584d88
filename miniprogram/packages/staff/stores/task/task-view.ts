// A task's page as it binds it: its state, each module's state, what is said of a failure; and its rows.
import type { ApiTaskDetail } from '../../../../../typings/xcx/tasks';
import { explain } from '../../../../api/explain';
import { failedFields, failedWords } from '../../../../stores/list/words';
import { eachField } from '../../../../stores/fields';
import { isBroken } from '../../api/schema/alone';
import { byCategory, clueRow } from '../../format/clue-row';
import type { ClueRow } from '../../format/clue-row';
import { noteRow } from '../../format/note-row';
import type { NoteRow } from '../../format/note-row';
import { serviceRow } from '../../format/service-row';
import type { ServiceRow } from '../../format/service-row';
import { blankTaskView, likings, nextSteps, taskView, wordRows } from '../../format/task-view';
import type { TaskView, WordRow } from '../../format/task-view';
import type { StoredValueLevel } from '../../format/task-words';
import type { Notes } from '../notes/notes';
import type { TaskStore } from './task';

/** What the page shows; both are null while nobody is signed in. */
export interface ShownTask {
  store(): TaskStore | null;
  notes(): Notes | null;
  /** Epoch ms on the server's clock. */
  now(): number;
  levels: readonly StoredValueLevel[];
}

/** Of a `panel`. */
type ModuleState = 'ready' | 'failed' | 'absent';

/**
 * A module that could not be read is `failed`. An empty one is `absent`, without a word, since the server may send a
 * failed one as empty.
 */
function stateOf(modules: readonly object[], is_empty: boolean): ModuleState {
  if (modules.some(isBroken)) return 'failed';
  return is_empty ? 'absent' : 'ready';
}

function moduleStates(task: ApiTaskDetail): Record<ModuleName, ModuleState> {
  const { talking_points, retention_clues, service_summary, service_records, ai_analysis, notes } = task;
  const { total_hours, total_income } = service_summary;
  const no_services = service_records.length === 0 && total_hours === null && total_income === null;
  const no_words = ai_analysis.summary.trim() === '' && wordRows(ai_analysis.suggestions).length === 0;
  return {
    points_state: stateOf([talking_points], wordRows(talking_points).length === 0),
    clues_state: stateOf([retention_clues], retention_clues.length === 0),
    service_state: stateOf([service_summary, service_records], no_services),
    analysis_state: stateOf([ai_analysis], no_words && nextSteps(task).length === 0),
    notes_state: stateOf([notes], false),
  };
}

type ModuleName = 'points_state' | 'clues_state' | 'service_state' | 'analysis_state' | 'notes_state';

const NO_MODULES: Record<ModuleName, ModuleState> = {
  ...{ points_state: 'absent', clues_state: 'absent', service_state: 'absent' },
  ...{ analysis_state: 'absent', notes_state: 'absent' },
};

/** What the page binds. */
export function taskFields(shown: ShownTask): Record<string, () => string | boolean> {
  const task = () => shown.store()?.task ?? null;
  const view = (): TaskView => {
    const known = task();
    return known === null ? blankTaskView : taskView(known, shown.now(), shown.levels);
  };
  const modules = () => {
    const known = task();
    return known === null ? NO_MODULES : moduleStates(known);
  };
  const failed = () => failedWords(shown.store()?.failure ?? null);
  return {
    ...eachField(blankTaskView, view),
    ...eachField(NO_MODULES, modules),
    ...failedFields(failed),
    stale_text: () => staleText(shown.store()),
    trouble: () => shown.store()?.trouble ?? '',
    state: () => pageState(shown.store()),
  };
}

function pageState(store: TaskStore | null): string {
  if (store === null) return 'signed_out';
  if (store.absence !== null) return store.absence;
  if (store.detail === null) return 'loading';
  return store.task === null ? 'over' : 'ready';
}

function staleText(store: TaskStore | null): string {
  if (store === null || store.failure === null || store.detail === null || store.absence !== null) return '';
  return `${explain(store.failure).title}，显示的是上次的内容`;
}

/** Each list of the page, in the order in which it stands there. */
export interface TaskRows {
  points: WordRow[];
  likings: WordRow[];
  clues: ClueRow[];
  records: ServiceRow[];
  suggestions: WordRow[];
  steps: WordRow[];
  notes: NoteRow[];
}

export const NO_ROWS: TaskRows = {
  ...{ points: [], likings: [], clues: [], records: [], suggestions: [], steps: [], notes: [] },
};

/** Rows by list (observable). */
export function taskRows(shown: ShownTask): TaskRows {
  const task = shown.store()?.task ?? null;
  if (task === null) return NO_ROWS;
  const now = shown.now();
  const notes = shown.notes();
  return {
    points: wordRows(task.talking_points),
    likings: likings(task),
    clues: byCategory(task.retention_clues).map(clueRow),
    records: task.service_records.map((record, at) => serviceRow(record, at, now)),
    suggestions: wordRows(task.ai_analysis.suggestions),
    steps: nextSteps(task),
    notes: (notes?.present(task.notes) ?? []).map((note) => noteRow(note, now, notes?.factsOf(note))),
  };
}
