// I7: words from the wire are only data, even `constructor` or `__proto__`; odd ids, numbers, tokens and statuses do no
// harm.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type { Item } from '../../../typings/v4/backpack';
import { mayHaveHappened, obstacleOf } from '../../../miniprogram/api/errors';
import type { Failure } from '../../../miniprogram/api/errors';
import { explain, explainInLine } from '../../../miniprogram/api/explain';
import { parseJson } from '../../../miniprogram/api/json';
import { expiryOf } from '../../../miniprogram/api/jwt';
import { id, number } from '../../../miniprogram/api/schema';
import { unwrapV4 } from '../../../miniprogram/api/v4/envelope';
import { v4RefusalRules } from '../../../miniprogram/api/v4/refresh';
import { loginSchema as v4Login, refreshSchema as v4Refresh } from '../../../miniprogram/api/v4/schema/auth';
import { unwrapXcx } from '../../../miniprogram/api/xcx/envelope';
import { loginSchema as xcxLogin } from '../../../miniprogram/api/xcx/schema/auth';
import { deviceRow } from '../../../miniprogram/format/device-row';
import { itemRow } from '../../../miniprogram/format/item-row';
import { tableOf } from '../../../miniprogram/format/lookup';
import { readEvent } from '../../../miniprogram/packages/member/api/events';
import { noteOf } from '../../../miniprogram/packages/member/components/code-card/note';
import { itemView } from '../../../miniprogram/packages/member/format/item-view';
import { sessionRow } from '../../../miniprogram/packages/member/format/session-row';
import { ticketRow } from '../../../miniprogram/packages/member/format/ticket-row';
import { timelineSteps } from '../../../miniprogram/packages/member/format/timeline-steps';
import { unescapeHtml } from '../../../miniprogram/packages/member/format/unescape';
import { tokensKey } from '../../../miniprogram/stores/person/keys';
import { filesBelow } from '../../wechat/gate/files';

const WORDS = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', 'isPrototypeOf'];

/** Functions that show a word from the wire, each called with every odd word that a backend may send. */
const SHOWN: Record<string, (word: string) => unknown> = {
  item: (word) => itemRow(itemOf(word), 0, false),
  'an item’s page': (word) => itemView(itemOf(word), 0),
  ticket: (word) => ticketRow({ issue_id: '1', issue_type: word, status: word, priority: word }),
  session: (word) =>
    sessionRow(
      {
        customer_service_session_id: '1',
        status: word,
        source: word,
        priority: word,
      },
      { unread: 0, unsent: 0, now: 0 },
    ),
  timeline: (word) => timelineSteps([{ time: null, event: word }]),
  device: (word) =>
    deviceRow({ authentication_session_id: '1', device_id: null, is_current: false, login_platform: word }),
  'QR’s note': noteOf,
  entity: (word) => ({ text: unescapeHtml(`&${word};`) }),
};

const itemOf = (word: string): Item => ({
  ...{ item_id: '1', item_name: '券', item_type: word, status: word, tracking_code: 'T' },
  rarity_code: word,
  allowed_actions: [word],
});

/** Text, numbers, flags and lists of them: no function, and no text made of one. */
function expectPlain(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(expectPlain);
  if (typeof value === 'object' && value !== null) return Object.values(value).forEach(expectPlain);
  expect(['string', 'number', 'boolean', 'undefined']).toContain(typeof value);
  expect(String(value)).not.toMatch(/native code|\[object/);
}

describe('I7 a word from the wire finds only a table’s own entries', () => {
  test.each(WORDS)('I7 %s is no entry of a table', (word) => {
    expect(tableOf<number>({ open: 1 })[word]).toBeUndefined();
    expect(tableOf<number>({ open: 1 })['open']).toBe(1);
  });

  test.each(Object.entries(SHOWN))('I7 %s shows such words as any it does not know', (_name, show) => {
    const unknown = JSON.stringify(show('hologram'));
    for (const word of WORDS) {
      const shown = show(word);
      expectPlain(shown);
      expect(JSON.stringify(shown).split(word).join('hologram')).toBe(unknown);
    }
  });

  test.each(WORDS)('I7 the code %s ends no sign-in, and is explained as an unknown one', (code) => {
    const failure = (status: number, of = code): Failure => ({ kind: 'api', status, code: of, message: '' });
    expect(v4RefusalRules.ofRequest(failure(401))).toBe('refresh');
    expect(v4RefusalRules.ofRefresh(failure(429))).toBe('undecided');
    for (const status of [400, 401, 500]) {
      expect(explain(failure(status))).toEqual(explain(failure(status, 'HOLOGRAM')));
      expect(explainInLine(failure(status))).toBe(explainInLine(failure(status, 'HOLOGRAM')));
    }
  });

  test.each(WORDS)('I7 the event %s is one that nobody knows', (name) => {
    expect(readEvent(name, { a: 1 })).toEqual({
      ok: true,
      event: { event: 'unknown', name, payload: { a: 1 } },
    });
  });

  /** Lookups by a number that our own code counts, which no word of the wire can be. */
  const COUNTED =
    /\b(lit|unlit|words|coaches|rows)\[(\d|item - 1|value - 1|coach_at|row\.(willingness|revisit))\]/g;

  test('I7 no template looks anything up by a word: what it shows is computed', () => {
    const root = path.resolve(__dirname, '../../../miniprogram');
    const lookups = filesBelow(root, '.wxml')
      .filter((file) => !file.includes('miniprogram_npm'))
      .flatMap((file) =>
        [...readFileSync(path.join(root, file), 'utf8').matchAll(/\{\{([^}]*)\}\}/g)]
          .filter(([, expression = '']) => /[\w)\]]\s*\[/.test(expression.replace(COUNTED, '')))
          .map(([whole]) => `${file}: ${whole}`),
      );
    expect(lookups).toEqual([]);
  });
});

const read = (schema: Parameters<typeof v.safeParse>[0], json: string): unknown => {
  const decoded = v.safeParse(schema, (parseJson(`{"a":${json}}`) as { a: unknown }).a);
  return decoded.success ? decoded.output : 'refused';
};

describe('I7 odd values are refused, not guessed at', () => {
  test.each([
    ['1', '1'],
    ['"1"', '1'],
    ['"007"', '7'],
    ['0', '0'],
    ['18446744073709551615', '18446744073709551615'],
    ['"9007199254740993"', '9007199254740993'],
    ['1e3', '1000'],
  ])('I7 the id %s is %s', (json, digits) => {
    expect(read(id, json)).toBe(digits);
  });

  test.each([
    ...[
      '-1',
      '"-1"',
      '1.5',
      '"1.0"',
      '"1e3"',
      '""',
      '" 1"',
      '"."',
      '".."',
      '"../1"',
      '"a"',
      '"９"',
      '"1\\ud800"',
    ],
    ...[
      '9007199254740993.0',
      '9007199254740990.6',
      '1.0000000000000001',
      '1e400',
      'true',
      'null',
      '{}',
      '["1"]',
    ],
    '123456789012345678901',
  ])('I7 %s is no id', (json) => {
    expect(read(id, json)).toBe('refused');
  });

  test('I7 numbers are finite', () => {
    expect(read(number, '1e400')).toBe('refused');
    expect(read(number, '-1e400')).toBe('refused');
    expect(read(number, `"${'9'.repeat(400)}"`)).toBe('refused');
    expect(read(number, '"1e3"')).toBe('refused');
    expect(read(number, '"12.50"')).toBe(12.5);
    const endless = Buffer.from('{"exp":1e400}').toString('base64url');
    expect(expiryOf(`a.${endless}.b`)).toBeUndefined();
  });

  const person = { user_id: 31, mobile: '13800000031', role_level: 0, roles: [], status: 'active' };
  test.each(['', ' '])('I7 an empty token (%j) is no token', (empty) => {
    const staff = { user_id: 1, status: 'approved', nickname: '' };
    expect(v.safeParse(v4Login, { access_token: empty, user: person }).success).toBe(false);
    expect(v.safeParse(v4Refresh, { access_token: empty }).success).toBe(false);
    expect(v.safeParse(xcxLogin, { access_token: 'a', refresh_token: empty, user: staff }).success).toBe(
      false,
    );
    expect(v.parse(v4Login, { access_token: 'a', refresh_token: empty, user: person })).not.toHaveProperty(
      'refresh_token',
    );
    expect(tokensKey.decode({ access_token: empty })).toBeUndefined();
  });
});

describe('I7 a proxy’s answer is not the backend’s', () => {
  const page = (status: number) => ({ status, headers: [], body: undefined });

  test.each([200, 204, 302, 401, 403, 404, 405, 451])('I7 a page with %i is a broken network', (status) => {
    for (const unwrap of status === 204 ? [unwrapV4] : [unwrapV4, unwrapXcx]) {
      const { result } = unwrap(page(status));
      if (result.ok) throw new Error('taken for a reply');
      expect(result.failure).toEqual({ kind: 'http', status });
      expect(explain(result.failure)).toMatchObject({ title: '网络异常', action: 'retry', retry: true });
      expect(obstacleOf(result.failure)).toBe('offline');
      expect(v4RefusalRules.ofRefresh(result.failure)).toBe('undecided');
    }
  });

  test('I7 JSON without the envelope of V4 is somebody else’s too', () => {
    for (const body of [{ error: 'portal' }, [], 'ok', 0, null]) {
      const { result } = unwrapV4({ status: 200, headers: [], body });
      expect(result).toEqual({ ok: false, failure: { kind: 'http', status: 200 } });
    }
  });

  test.each([408, 413, 429, 502, 503])('I7 what a gateway says of itself (%i) stays said', (status) => {
    const { result } = unwrapV4(page(status));
    if (result.ok) throw new Error('taken for a reply');
    expect(explain(result.failure).title).not.toBe('网络异常');
  });

  test('I7 a write that somebody answered with success may have happened; one refused by a proxy has not', () => {
    expect(mayHaveHappened({ kind: 'http', status: 200 })).toBe(true);
    expect(mayHaveHappened({ kind: 'http', status: 404 })).toBe(false);
  });

  test('I7 the status that a refusal states inside is one of a refusal', () => {
    for (const httpStatus of [200, 0, -1, 400.5, 1e400, '401', null]) {
      const body = { success: false, code: 'X', message: '', httpStatus };
      expect(unwrapV4({ status: 200, headers: [], body }).result).toMatchObject({ failure: { status: 400 } });
    }
  });
});
