// Where the wire ends: ids without loss, one bad row is one bad row, what a reply says of its pages.
import { rowsOf } from '../row';

const API = 'miniprogram/api';
const TESTS = 'test/unit/api';
const BIG = 'gives every value back, integers of any size included';

export const decoders = rowsOf('decoders', [
  {
    file: `${API}/json.ts`,
    test: `${TESTS}/json.test.ts`,
    changes: [
      {
        from: 'if (INTEGER.test(token)) return !Number.isSafeInteger(Number(token));',
        to: 'if (INTEGER.test(token)) return false;',
        fails: BIG,
      },
      { from: 'if (backslashes % 2 === 0) return at + 1;', to: 'return at + 1;', fails: BIG },
      { from: '&& !isKey(text, end)', to: '', fails: 'lossless JSON' },
      { from: 'if (passed <= run.start &&', to: 'if (', fails: BIG },
    ],
  },
  {
    file: `${API}/rows.ts`,
    test: `${TESTS}/rows.test.ts`,
    changes: [
      {
        from: 'if (count > 1 && count === input.length) return BROKEN;',
        to: '',
        fails: 'a list with only broken rows is broken as a whole',
      },
      {
        from: 'if (count > 1 && count === input.length) return BROKEN;',
        to: 'if (count === input.length) return BROKEN;',
        fails: 'one single row that is broken leaves an empty list that lost one',
      },
      {
        from: 'if (first < 0) first = at;',
        to: 'first = at;',
        fails: 'the place and problem of the first are told',
      },
      {
        from: 'return changed ? rows : (input as T[]);',
        to: 'return input as T[];',
        fails: 'rows that decode to something else are a list of their own',
      },
    ],
  },
  {
    file: `${API}/rows.ts`,
    test: 'test/unit/stores/list/unreadable.test.ts',
    changes: [
      {
        from: 'rows.length + missingIn(rows)',
        to: 'rows.length',
        fails: 'a page that lost a row was a full page: the next one is read',
      },
    ],
  },
  {
    file: `${API}/schema.ts`,
    test: `${TESTS}/schema.test.ts`,
    changes: [
      {
        from: "typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value",
        to: "typeof value === 'number' ? String(value) : value",
        fails: 'ids: text and safe integers to text, nothing else',
      },
      {
        from: 'value === 0 || value === 1 ? value === 1 : BROKEN',
        to: 'Boolean(value)',
        fails: 'numbers and flags as databases write them',
      },
      {
        from: 'Number.isFinite(read) ? read : BROKEN',
        to: 'true ? read : BROKEN',
        fails: 'numbers and flags',
      },
    ],
  },
  {
    file: `${API}/paging.ts`,
    test: `${TESTS}/paging.test.ts`,
    changes: [
      {
        from: 'received > 0 && isMore(said, asked, received)',
        to: 'isMore(said, asked, received)',
        fails: 'whatever a backend claims, reading page after page of a list ends',
      },
      {
        from: 'pagination?.page_size ?? pagination?.limit ?? pagination?.per_page',
        to: 'pagination?.page_size ?? pagination?.per_page',
        fails: 'every spelling says the same',
      },
    ],
  },
  {
    file: `${API}/order.ts`,
    test: `${TESTS}/order.test.ts`,
    changes: [
      {
        from: 'if (a.length !== b.length) return a.length - b.length;',
        to: '',
        fails: 'ids sort as the numbers they are',
      },
    ],
  },
  {
    file: 'miniprogram/packages/member/api/message.ts',
    test: 'test/unit/member/api/message.test.ts',
    changes: [
      {
        from: '    line.sender_id === null\n',
        to: '    line.sender_id == null\n',
        fails: 'a push without a sender id',
      },
      {
        from: "line.sender_type === 'admin' && !isSystemLine(line)",
        to: 'true',
        fails: 'agents’ text is unescaped once, users’ and the system’s is left alone',
      },
      {
        from: 'candidate !== undefined && WEB_ADDRESS.test(candidate)',
        to: 'candidate !== undefined',
        fails: 'an image has its address in metadata, wherever it came',
      },
    ],
  },
  {
    file: 'miniprogram/packages/member/api/events.ts',
    test: 'test/unit/member/api/events.test.ts',
    changes: [
      {
        from: "if (type === 'satisfaction_request') return READERS.satisfaction_request(payload, name);",
        to: '',
        fails: 'a request for a rating comes as',
      },
      {
        from: 'messages: fields.messages.map(readMessage),',
        to: '',
        fails: 'the other events of the contract',
      },
    ],
  },
  {
    file: 'miniprogram/packages/staff/api/schema/alone.ts',
    test: 'test/unit/staff/task.test.ts',
    changes: [
      { from: 'broken.add(stand_in);', to: '', fails: 'fails alone where' },
      { from: 'foreign.add(marked);', to: '', fails: 'that is meant for another program is absent' },
    ],
  },
  {
    file: `${API}/xcx/schema/user.ts`,
    test: `${TESTS}/xcx/forms.test.ts`,
    changes: [
      {
        from: "typeof value === 'string' && /^\\d+$/.test(value)",
        to: "typeof value === 'string'",
        fails: 'a person’s id that is not written as a whole number names nobody',
      },
    ],
  },
  {
    file: `${API}/xcx/schema/common.ts`,
    test: `${TESTS}/xcx/forms.test.ts`,
    changes: [
      {
        from: 'return amountOf(value) ?? BROKEN;',
        to: 'return amountOf(value) ?? null;',
        fails: 'what is no duration is refused, and is not none',
      },
      {
        from: "null;\n    const read = typeof value === 'string' ? amountOf(value) : value;\n    return typeof read === 'number' && Number.isFinite(read) ? read : BROKEN;",
        to: "null;\n    const read = typeof value === 'string' ? amountOf(value) : value;\n    return read as number;",
        fails: 'the figure',
      },
    ],
  },
]);
