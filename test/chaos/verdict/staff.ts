// The staff's side: what the server's rows hold, against what was told, and against what the stores show.
import type { Entry } from '../../../miniprogram/packages/assistant/stores/talk/entry';
import { endingText } from '../../../miniprogram/packages/assistant/stores/talk/ending-words';
import { int, text } from '../../backend/db/store';
import type { Store } from '../../backend/db/store';
import { STAFF } from '../world/phone';
import type { Coach, NoteWritten } from '../world/staff/coach';
import type { StaffServer } from '../world/staff/server';
import type { Problem } from './problem';

const twice = (ids: readonly string[]): string[] => ids.filter((id, at) => ids.indexOf(id) < at);

/** True at any moment: nothing is there twice. */
export function judgeDesk({ desk, talk }: Pick<Coach, 'desk' | 'talk'>): Problem[] {
  if (desk === undefined) return [];
  const lists = {
    task: desk.tasks.all.map(({ id }) => id),
    note: (desk.notes.own.loaded?.list ?? []).map(({ id }) => id),
    conversation: (desk.chats.pages.loaded?.list ?? []).map(({ id }) => id),
    message: (talk?.entries ?? []).flatMap(({ id }) => (id === null ? [] : [id])),
    bubble: (talk?.entries ?? []).map(({ key }) => key),
  };
  return Object.entries(lists).flatMap(([what, ids]) =>
    twice(ids).map((id) => ({ kind: 'duplicated', what: `${what} ${id} is listed twice` })),
  );
}

/** What a list shows of a task. */
export interface TaskShown {
  id: string;
  status: string;
  is_pinned: boolean;
}

const OURS = `SELECT task_id, status, is_pinned FROM xcx_tasks
  WHERE coach_id = (SELECT coach_id FROM xcx_users WHERE openid = ?) AND status <> 'completed'`;

/** The open and abandoned tasks of a person, as the server has them. */
export const tasksOf = (store: Pick<Store, 'all'>, openid: string): TaskShown[] =>
  store.all(OURS, openid).map((row) => ({
    ...{ id: String(int(row, 'task_id')), status: text(row, 'status') },
    is_pinned: int(row, 'is_pinned') === 1,
  }));

const said = ({ status, is_pinned }: TaskShown): string =>
  `${status === 'abandoned' ? 'abandoned' : 'open'}${is_pinned ? ', pinned' : ''}`;

/** @param shown what stands in the list; withdrawn tasks of the server's may be missing */
export function judgeTasks(shown: readonly TaskShown[], stored: readonly TaskShown[]): Problem[] {
  const wanted = new Map(stored.map((task) => [task.id, task]));
  return shown.flatMap((task): Problem[] => {
    const row = wanted.get(task.id);
    if (row === undefined) return [{ kind: 'stuck', what: `task ${task.id} is shown and is not there` }];
    if (said(row) === said(task)) return [];
    return [{ kind: 'stuck', what: `task ${task.id} is ${said(row)}, shown as ${said(task)}` }];
  });
}

/** What was done once is carried out once. @param done what the server carried out */
export function judgeDeeds(done: StaffServer['done'], reasons: readonly string[]): Problem[] {
  return reasons.flatMap((reason): Problem[] => {
    const times = done.filter(
      ({ route, body }) => route.endsWith('/abandon') && body.includes(`"${reason}"`),
    ).length;
    return times > 1
      ? [{ kind: 'duplicated', what: `a task was abandoned ${times} times for ${reason}` }]
      : [];
  });
}

/** @param stored the texts of the server's notes @param draftOf what is still in a sheet */
export function judgeNotes(
  written: readonly NoteWritten[],
  stored: readonly string[],
  draftOf: (note: NoteWritten) => string,
): Problem[] {
  return written.flatMap((note): Problem[] => {
    const times = stored.filter((content) => content === note.content).length;
    const what = `${note.content} (${note.fate}) is stored ${times} times`;
    if (times > 1) return [{ kind: 'duplicated', what }];
    if (times === 1 || note.removed) return [];
    if (note.fate === 'saved') return [{ kind: 'lost', what }];
    // What the phone could not store went with the app.
    return note.kept && draftOf(note) !== note.content
      ? [{ kind: 'lost', what: `${what}, and its text is gone` }]
      : [];
  });
}

export interface Said {
  id: string;
  role: string;
  content: string;
}

export const saidOf = (store: Pick<Store, 'all'>): Said[] =>
  store.all('SELECT message_id, role, content FROM xcx_chat_messages').map((row) => ({
    ...{ id: String(int(row, 'message_id')), role: text(row, 'role') },
    content: text(row, 'content'),
  }));

type Shown = Pick<Entry, 'id' | 'is_answer' | 'content' | 'ending'>;

/** An answer on the page is the server's, or is said to have broken off; a question is stored once. */
export function judgeAnswers(
  entries: readonly Shown[],
  stored: readonly Said[],
  questions: readonly string[],
): Problem[] {
  const rows = new Map(stored.map((row) => [row.id, row]));
  const shown = entries.flatMap(({ id, is_answer, content, ending }): Problem[] => {
    const name = id ?? content.slice(0, 12);
    const { state } = ending;
    if (state === 'asked' || state === 'writing' || state === 'checking')
      return [{ kind: 'stuck', what: `the answer ${name} is ${state} for ever` }];
    if (id !== null && rows.get(id)?.content !== content)
      return [{ kind: 'lost', what: `message ${name} shows something else than the server has` }];
    if (is_answer && id === null && endingText(ending) === '')
      return [{ kind: 'lost', what: `an answer that the server does not have is shown as whole` }];
    return [];
  });
  const doubled = questions
    .filter((question) => stored.filter(({ content }) => content === question).length > 1)
    .map((question): Problem => ({ kind: 'duplicated', what: `“${question}” was asked twice` }));
  return [...shown, ...doubled];
}

/** The rest of the staff's side, once the weather was fine for a minute. */
export function judgeStaff(coach: Coach): Problem[] {
  const { desk, talk, server } = coach;
  if (desk === undefined) return [{ kind: 'stuck', what: 'nobody of the staff is signed in' }];
  const stored = tasksOf(server.store, STAFF);
  const shown = desk.tasks.all.map(({ id, status, is_pinned }) => ({ id, status, is_pinned }));
  const missing = stored.filter(
    ({ id, status }) => status === 'abandoned' && !shown.some((one) => one.id === id),
  );
  const notes = server.store.all('SELECT content FROM xcx_notes').map((row) => text(row, 'content'));
  const own = desk.notes.present(desk.notes.own.loaded?.list ?? []).map(({ content }) => content);
  return [
    ...judgeTasks(shown, stored),
    ...missing.map(({ id }): Problem => ({ kind: 'lost', what: `the abandoned task ${id} is not listed` })),
    ...judgeDeeds(server.done, coach.reasons),
    ...judgeNotes(coach.notes, notes, ({ target }) => desk.notes.drafts.of(target).content),
    ...own
      .filter((content) => !notes.includes(content))
      .map((content): Problem => ({ kind: 'stuck', what: `the note ${content} is shown and is not there` })),
    ...judgeAnswers(talk?.entries ?? [], saidOf(server.store), coach.questions),
  ];
}
