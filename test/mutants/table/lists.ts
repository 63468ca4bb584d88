// The list kit and optimistic changes: which both halves are built from.
import { rowsOf } from '../row';

const LIST = 'miniprogram/stores/list';
const BACKPACK = 'miniprogram/stores/backpack';
const TESTS = 'test/unit/stores/list';
const CHANGE = `${TESTS}/change.test.ts`;

export const lists = rowsOf('lists', [
  {
    file: `${LIST}/change.ts`,
    test: CHANGE,
    changes: [
      {
        from: 'const overtaken = [...this.decided].filter(([, at]) => at > mark).map(([id]) => id);',
        to: 'const overtaken: string[] = [];',
        fails: 'is not taken back by a reading that began before it was decided',
      },
      {
        from: 'if (overtaken.length === 0) return rows;\n    void this.parts.refresh();',
        to: 'if (overtaken.length === 0) return rows;',
        fails: 'is not taken back by a reading that began before it was decided',
      },
      {
        from: 'const mine = (before ?? Promise.resolve()).then(() => this.decide(id, change));',
        to: 'const mine = Promise.resolve().then(() => this.decide(id, change));',
        fails: 'asks for one change of a row at a time, in the order of the taps',
      },
      {
        from: 'if (!mayHaveHappened(failure)) {',
        to: 'if (true) {',
        fails: 'reads the row again when the outcome is unknown',
      },
      {
        from: 'if (!mayHaveHappened(failure)) {\n      this.end(id, change, undefined);',
        to: 'if (!mayHaveHappened(failure)) {',
        fails: 'shows at once, and is undone when it is refused',
      },
      {
        from: "return change.holds(read.value) ? { state: 'done' } : { state: 'refused', failure };",
        to: "return { state: 'refused', failure };",
        fails: 'says nothing when the change was made after all',
      },
      {
        from: 'this.end(id, change, undefined);\n      void parts.refresh();',
        to: 'this.end(id, change, undefined);',
        fails: 'reads the list again when not even the row can be read',
      },
      {
        from: 'this.decided.set(id, (this.count += 1));',
        to: '',
        fails: 'is not taken back by a reading that began before it was decided',
      },
      {
        from: 'this.parts.put(id, row);',
        to: '',
        fails: 'is not taken back by a reading that began before it was decided',
      },
    ],
  },
  {
    file: `${LIST}/paged-list.ts`,
    test: `${TESTS}/every-list.test.ts`,
    changes: [
      {
        from: 'this.loadMore = turn(() => this.readNext(), { joins: true });',
        to: 'this.loadMore = () => this.readNext();',
        fails: 'read on while it is refreshed: done after it, and once',
      },
      {
        from: 'this.refresh = turn(() => this.readFirst(() => this.loaded));',
        to: 'this.refresh = turn(() => this.readFirst(() => this.loaded), { joins: true });',
        fails: 'refreshed while it is read: resolves after a reading of its own',
      },
    ],
  },
  {
    file: `${LIST}/paged-list.ts`,
    test: `${TESTS}/unreadable.test.ts`,
    changes: [
      {
        from: 'if (before === null) this.lost = new Map();',
        to: '',
        fails: 'what cannot be read is counted over all pages, and anew when it is pulled down',
      },
      {
        from: '.set(page, missingRows(reply))',
        to: '.set(1, missingRows(reply))',
        fails: 'what cannot be read is counted over all pages',
      },
    ],
  },
  {
    file: `${LIST}/paged-list.ts`,
    test: 'test/unit/staff/tasks/tasks.test.ts',
    changes: [
      {
        from: 'this.refreshing = reply.ok ? IDLE : failed(reply.failure);',
        to: 'this.refreshing = IDLE;',
        fails: 'is empty where there is nothing to show, and failed where it could not be read',
      },
    ],
  },
  {
    file: `${LIST}/turns.ts`,
    test: 'test/unit/member/chat/conversation/joins.test.ts',
    changes: [
      {
        from: 'const mine = last === undefined ? begin() : last.then(begin, begin);',
        to: 'const mine = begin();',
        fails: 'the same for any order of readings',
      },
    ],
  },
  {
    file: `${LIST}/throttled-write.ts`,
    test: `${TESTS}/throttled-write.test.ts`,
    changes: [
      {
        from: 'if (this.pause === undefined && !is_held) this.flush();',
        to: 'this.flush();',
        fails: 'those that follow once a second, the last one always',
      },
      {
        from: 'this.pause = this.timers.after(this.ms, () => this.flush());',
        to: 'this.pause = this.timers.after(this.ms, () => undefined);',
        fails: 'those that follow once a second, the last one always',
      },
      {
        from: 'this.waiting = undefined;',
        to: '',
        fails: 'what waits is written when it is flushed, and not again',
      },
    ],
  },
  {
    file: `${LIST}/list-view.ts`,
    test: `${TESTS}/list-view.test.ts`,
    changes: [
      {
        from: 'if (!sameRows(chunk, now.get(chunk.key))) this.far.delete(chunk.key);',
        to: 'now.get(chunk.key);',
        fails: 'shows a far chunk again when rows joined or left it',
      },
      {
        from: '|| height <= 0 ||',
        to: '||',
        fails: 'does not empty a chunk whose height nobody measured',
      },
      {
        from: 'return spare < 0 ? this.reserve : spare;',
        to: 'return spare;',
        fails: 'has spare places again once it made room',
      },
      {
        from: 'const spare = this.spare + place - stayed;',
        to: 'const { spare } = this;',
        fails: 'puts an older page before the others without moving one of them',
      },
      { from: 'this.sent = wanted;', to: '', fails: 'brings the page to the snapshot by patches alone' },
    ],
  },
  {
    file: `${LIST}/list-view.ts`,
    test: `${TESTS}/list-view-kept.test.ts`,
    changes: [
      {
        from: 'return { chunks: Math.max(0, whole - 1), rows: rows - last };',
        to: 'return { chunks: whole, rows };',
        fails: 'has the chunks and keys that cutting all of it gives',
      },
    ],
  },
  {
    file: `${LIST}/words.ts`,
    test: `${TESTS}/words.test.ts`,
    changes: [
      {
        from: 'if (has_more && (searched || shown < count)) {',
        to: 'if (false) {',
        fails: 'below a list of',
      },
    ],
  },
  {
    file: `${LIST}/change.ts`,
    test: `${TESTS}/change-several.test.ts`,
    changes: [
      {
        from: '[...(this.pending.get(id) ?? []), change]',
        to: '[change]',
        fails: 'they show together, and what one that is refused did alone is undone',
      },
      {
        from: 'if (left.length === 0) this.pending.delete(id);\n      else this.pending.set(id, left);',
        to: 'this.pending.delete(id);',
        fails: 'they show together, and what one that is refused did alone is undone',
      },
    ],
  },
  {
    file: `${BACKPACK}/loaded.ts`,
    test: 'test/unit/stores/backpack/loaded.test.ts',
    changes: [
      {
        from: 'old.items.slice(joint + 1)',
        to: 'old.items',
        fails: 'hold no item that has left the first page',
      },
    ],
  },
  {
    file: `${BACKPACK}/readings.ts`,
    test: 'test/unit/stores/backpack/truth.test.ts',
    changes: [
      {
        from: 'this.narrow.clear();',
        to: '',
        fails: 'asks for all of a pane again when the list is pulled down',
      },
      {
        from: 'this.spread(loaded.items, from);',
        to: '',
        fails: 'shows an item as it was read last',
      },
    ],
  },
  {
    file: 'miniprogram/stores/reading.ts',
    test: 'test/unit/stores/reading.test.ts',
    changes: [
      {
        from: 'if (abort.signal.aborted) return;',
        to: '',
        fails: 'a reading that was overtaken is given up, and says nothing when it comes late',
      },
    ],
  },
]);
