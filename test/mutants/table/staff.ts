// The staff's half: tasks, notes, and the assistant's answers as they are written.
import { rowsOf } from '../row';

const STAFF = 'miniprogram/packages/staff/stores';
const ASSISTANT = 'miniprogram/packages/assistant';
const MARKDOWN = `${ASSISTANT}/format/markdown`;
const NOTES = 'test/unit/staff/notes.test.ts';
const TASKS = 'test/unit/staff/tasks/tasks.test.ts';
const DRAWN = 'test/unit/assistant/markdown.test.ts';
const TALK = 'test/unit/assistant/talk.test.ts';
const CLOCK_SET = 'test/unit/assistant/clock-set.test.ts';
const STREAMED = 'any text gives the same lines whole and in any pieces';

export const staff = rowsOf('staff', [
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
        from: 'this.drafts.clear(target);',
        to: '',
        fails: 'stays after a save that failed, and is gone after one',
      },
      { from: 'this.removals.flush();', to: '', fails: 'is deleted at once when the app leaves the screen' },
    ],
  },
  {
    file: `${STAFF}/notes/note-removals.ts`,
    test: NOTES,
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
    file: `${MARKDOWN}/answer-text.ts`,
    test: DRAWN,
    changes: [
      {
        from: "this.heldCr = whole.endsWith('\\r') ? '\\r' : '';",
        to: "this.heldCr = '';",
        fails: STREAMED,
      },
      {
        from: "const isApart = last - before > 1 && !MAYBE_ITEM.test(tokens[last]?.raw ?? '');",
        to: 'const isApart = true;',
        fails: 'a number behind a list may yet be its next item',
      },
      {
        from: 'if (this.isEnded && this.defines && this.tail !== this.text) return this.parseAll();',
        to: '',
        fails: 'the examples of CommonMark 0.31',
      },
      {
        from: 'const done = this.isEnded ? 0 : finishedOf(tokens, this.tail);',
        to: 'const done = 0;',
        fails: 'what is finished is parsed once, and stays the same object',
      },
      {
        from: 'else if (this.text.length > LONGEST || isHostile(this.tail)) this.giveUp();',
        to: '',
        fails: 'E4',
      },
    ],
  },
  {
    file: `${MARKDOWN}/runs.ts`,
    test: DRAWN,
    changes: [
      {
        from: "return OPENS.test(href) ? { ...with_(look, 'a'), u: href } : look;",
        to: "return { ...with_(look, 'a'), u: href };",
        fails: 'nothing becomes HTML, and only web addresses lead anywhere',
      },
    ],
  },
  {
    file: `${MARKDOWN}/lines.ts`,
    test: DRAWN,
    changes: [
      {
        from: "return list.ordered ? `${Number(list.start) + place}.` : '•';",
        to: "return list.ordered ? `${place + 1}.` : '•';",
        fails: 'an ordered list begins with the number that it was given',
      },
      {
        from: "return [asWritten(place, (token as Tokens.Code).text, 'code')];",
        to: 'return [asWritten(place, (token as Tokens.Code).text)];',
        fails: 'draws headings, lists, quotes, code, tables and rules',
      },
      { from: 'if (before + lines.length + own.length > MOST_LINES) {', to: 'if (false) {', fails: 'E4' },
    ],
  },
  {
    file: `${MARKDOWN}/line.ts`,
    test: DRAWN,
    changes: [{ from: 'if (runs.length <= MOST_RUNS) return runs;', to: 'return runs;', fails: 'E4' }],
  },
  {
    file: `${ASSISTANT}/stores/talk/pour.ts`,
    test: TALK,
    changes: [
      {
        from: 'this.held.length >= LETTERS ? LEAST_MS : MOST_MS',
        to: 'LEAST_MS',
        fails: 'an answer grows in portions',
      },
      { from: 'this.poured_at = this.time.now();\n    if', to: 'if', fails: 'an answer grows in portions' },
    ],
  },
  {
    file: 'miniprogram/api/server-clock.ts',
    test: CLOCK_SET,
    changes: [
      {
        from: 'at + Math.min(0, clock.skew_ms - skew_ms);',
        to: 'at;',
        fails: 'a question that began a conversation, unheard, is found there',
      },
      {
        from: 'at + Math.min(0, clock.skew_ms - skew_ms);',
        to: 'at + clock.skew_ms - skew_ms;',
        fails: 'a question that began a conversation, unheard, is found there',
      },
    ],
  },
  {
    file: `${ASSISTANT}/stores/talk/merge.ts`,
    test: TALK,
    changes: [
      {
        from: 'const matched = match(own, items, known);',
        to: 'const matched = new Map<string, Entry>();',
        fails: 'the messages are read first, and the whole answer stands there',
      },
    ],
  },
  {
    file: `${ASSISTANT}/stores/talk/entry.ts`,
    test: TALK,
    changes: [
      {
        from: 'this.card = reference_card ?? this.card;',
        to: 'this.card = reference_card ?? null;',
        fails: 'the card that an answer refers to comes with the stored messages, and stays',
      },
      {
        from: "return isMore ? { state: 'stored', after: 'stopped' } : before;",
        to: 'return before;',
        fails: 'stopped: what was said stays and is marked',
      },
    ],
  },
]);
