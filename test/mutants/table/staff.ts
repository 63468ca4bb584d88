// The staff's half: what was read lately, tasks, notes.
import { rowsOf } from '../row';

const STAFF = 'miniprogram/packages/staff/stores';
const NOTES = 'test/unit/staff/notes/notes.test.ts';
const REMOVALS = 'test/unit/staff/notes/removals.test.ts';
const TASKS = 'test/unit/staff/tasks/tasks.test.ts';
const AGAIN = 'test/unit/staff/tasks/again.test.ts';
const MONTH = 'test/unit/staff/performance';

export const staff = rowsOf('staff', [
  {
    file: `${STAFF}/recent.ts`,
    test: 'test/unit/staff/recent.test.ts',
    changes: [
      {
        from: 'if (status === 403) known.clear();',
        to: '',
        fails: 'for want of a right does not show again, nor what else was read by that right',
      },
      {
        from: 'read.ok || status === 404 || status === 409',
        to: 'read.ok',
        fails: 'since it is gone',
      },
    ],
  },
  {
    file: 'miniprogram/api/errors.ts',
    test: 'test/unit/staff/recent.test.ts',
    changes: [
      {
        from: "failure?.kind === 'api' ? failure.status : 0",
        to: "failure !== null && failure !== undefined && 'status' in failure ? failure.status : 0",
        fails: 'shows after any other failure',
      },
    ],
  },
  {
    file: `${STAFF}/boards/readings.ts`,
    test: 'test/unit/staff/boards/boards.test.ts',
    changes: [
      {
        from: 'if (statusOf(failure) === 403) this.lists.clear();',
        to: '',
        fails: 'of a board that is refused nothing shows that was read before, whatever is chosen',
      },
    ],
  },
  {
    file: `${STAFF}/notes/notes.ts`,
    test: NOTES,
    changes: [
      {
        from: "note.content === '' || this.saving(target).state === 'running'",
        to: "note.content === ''",
        fails: 'is sent once however often it is asked for',
      },
      {
        from: 'const found = await this.find(note, asked);\n    return found.ok',
        to: 'const found = { ok: false as boolean, value: null };\n    return found.ok',
        fails: 'whose answer was lost is found at the server instead of being sent again',
      },
      {
        from: 'if (before?.content === note.content) {',
        to: 'if (false) {',
        fails: 'whose outcome could not be found out is looked for before another try',
      },
      {
        from: 'note.content === content && (parseWireTime(note.created_at) ?? 0) >= since;',
        to: 'note.content === content;',
        fails: 'with the words of an older one is a note of its own',
      },
      {
        from: '...(willingness > 0 ? { rating_service_willingness: willingness } : {}),',
        to: '...{ rating_service_willingness: willingness },',
        fails: 'carries the ratings that were given, and no 0',
      },
      {
        from: 'if (!found.ok) return found;',
        to: '',
        fails: 'whose outcome could not be found out is looked for before another try',
      },
      {
        from: 'drafts.change(target, { asked });\n    drafts.flush();',
        to: 'drafts.change(target, { asked });',
        fails: 'is looked for by the next start before it is sent again',
      },
      {
        from: 'this.created.add(note.id);',
        to: '',
        fails: 'can be deleted where the own ones were not read',
      },
      {
        from: 'this.own.set({ ...loaded, list:',
        to: 'this.own.set({ next_page: null, list:',
        fails: 'leaves the own ones further down to be read',
      },
      {
        from: "(creator_name !== '' && creator_name === this.parts.nickname())",
        to: "creator_name !== ''",
        fails: 'stands first among the own ones, which alone can be deleted',
      },
      {
        from: 'this.drafts.clear(target);',
        to: '',
        fails: 'stays after a save that failed, and is gone after one',
      },
    ],
  },
  {
    file: `${STAFF}/notes/notes.ts`,
    test: REMOVALS,
    changes: [
      { from: 'this.removals.flush();', to: '', fails: 'is deleted at once when the app leaves the screen' },
    ],
  },
  {
    file: `${STAFF}/notes/note-removals.ts`,
    test: REMOVALS,
    changes: [
      { from: 'removal.stop();\n    runInAction', to: 'runInAction', fails: 'can be taken back for 5 s' },
      {
        from: '!removed.ok && !isGone(removed.failure)',
        to: '!removed.ok',
        fails: 'elsewhere counts as deleted here',
      },
      {
        from: "this.removals.set(id, { state: 'refused', failure: removed.failure })",
        to: 'this.removals.size',
        fails: 'comes back with the reason where the server refuses',
      },
    ],
  },
  {
    file: `${STAFF}/notes/note-drafts.ts`,
    test: NOTES,
    changes: [
      {
        from: 'this.alarm ??= this.timers.after(WRITE_AFTER_MS, () => this.flush());',
        to: '',
        fails: 'is there again after the app was killed, one a target',
      },
      {
        from: 'if (!isBlank(draft)) return this.shelf.write(keyOf(key), draft);',
        to: 'return this.shelf.write(keyOf(key), draft);',
        fails: 'a draft that is blank again is not on the phone',
      },
    ],
  },
  {
    file: `${STAFF}/tasks/loaded.ts`,
    test: TASKS,
    changes: [
      {
        from: 'return tasks.filter(({ id }) => !ids.has(id) && ids.add(id));',
        to: 'return [...tasks];',
        fails: 'shows a task once, by its id alone',
      },
      {
        from: 'return is_over ? null :',
        to: 'return false ? null :',
        fails: 'stops at a page of finished tasks behind open ones',
      },
      {
        from: "status !== 'completed' && status !== 'inactive'",
        to: "status !== 'completed'",
        fails: 'finished and withdrawn tasks are not shown',
      },
      {
        from: 'const next_page = shrank ? page - 1 :',
        to: 'const next_page = false ? page - 1 :',
        fails: 'tells no task twice when pages shift',
      },
    ],
  },
  {
    file: `${STAFF}/tasks/tasks.ts`,
    test: TASKS,
    changes: [
      {
        from: 'if (page === 1) this.fresh_until = clock.now() + FRESH_MS;',
        to: '',
        fails: 'seen again it is read again, but not twice within 15 s',
      },
      {
        from: 'if (loaded.next_page !== null && this.all.length === 0) void this.pages.loadMore();',
        to: '',
        fails: 'reads on after a page of which nothing is shown',
      },
    ],
  },
  {
    file: `${STAFF}/tasks/actions.ts`,
    test: TASKS,
    changes: [
      {
        from: 'holds: (task) => task?.is_pinned === action.is_pinned,',
        to: 'holds: () => false,',
        fails: 'carried out although the answer was lost, it holds',
      },
      {
        from: "show: (task) => ({ ...task, status: 'pending', is_pinned: false }),",
        to: 'show: (task) => task,',
        fails: 'an abandoned task is open again at once',
      },
    ],
  },
  {
    file: `${STAFF}/tasks/tasks.ts`,
    test: AGAIN,
    changes: [
      { from: 'if (!read.ok) return false;', to: '', fails: 'a task that cannot be read stays as it was' },
      { from: 'return is_idle && is_due', to: 'return is_due', fails: 'it is not read twice at a time' },
    ],
  },
  {
    file: `${STAFF}/boards/boards.ts`,
    test: 'test/unit/staff/boards/boards.test.ts',
    changes: [
      { from: 'this.turn += 1;', to: '', fails: 'what the server does not accept of a choice that was left' },
    ],
  },
  {
    file: `${STAFF}/keyed.ts`,
    test: `${MONTH}/store.test.ts`,
    changes: [
      {
        from: "if (abort.signal.aborted) return { kind: 'aborted' };",
        to: '',
        fails: 'a reading that was given up is no failure of the month that shows',
      },
    ],
  },
  {
    file: `${STAFF}/performance/performance.ts`,
    test: `${MONTH}/view.test.ts`,
    changes: [
      {
        from: 'if (read.ok) runInAction(() => (this.coaches = read.value));',
        to: '',
        fails: 'is said by name where a manager chose a coach',
      },
    ],
  },
  {
    file: `${STAFF}/performance/performance-view.ts`,
    test: `${MONTH}/view.test.ts`,
    changes: [
      { from: 'all.slice(0, count).map(mateOf)', to: 'all.map(mateOf)', fails: 'five faces are a row' },
    ],
  },
  {
    file: `${STAFF}/performance/month-days.ts`,
    test: `${MONTH}/view.test.ts`,
    changes: [
      {
        from: '!reply.has_more || groups.length === 0',
        to: 'true',
        fails: 'has the hours of days that do not fit into one page',
      },
    ],
  },
  {
    file: `${STAFF}/performance/records-view.ts`,
    test: `${MONTH}/records.test.ts`,
    changes: [
      {
        from: ' ?? failureIn(records?.pages.adding ?? IDLE)',
        to: '',
        fails: 'a page further down that cannot be read is said below the list',
      },
    ],
  },
  {
    file: `${STAFF}/coach/coach.ts`,
    test: 'test/unit/staff/coach.test.ts',
    changes: [
      {
        from: 'else if (statusOf(read.failure) === 403) this.detail = null;',
        to: '',
        fails: 'a coach who is refused by now shows nothing of before',
      },
    ],
  },
  {
    file: `${STAFF}/customer/customer-view.ts`,
    test: 'test/unit/staff/customers/customer.test.ts',
    changes: [
      {
        from: '(month.value?.records ?? [])',
        to: 'month.value!.records',
        fails: 'has no list of what could not be read',
      },
    ],
  },
]);
