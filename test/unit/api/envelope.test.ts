import fc from 'fast-check';
import { cookieOf } from '../../../miniprogram/api/cookie';
import { unwrapV4 } from '../../../miniprogram/api/v4/envelope';
import { DEFAULT_WAIT_SECONDS, waitSeconds } from '../../../miniprogram/api/wait';
import { unwrapXcx } from '../../../miniprogram/api/xcx/envelope';

const answer = (status: number, body: unknown, headers: [string, string][] = []) => ({
  status,
  body,
  headers,
});

describe('the xcx envelope', () => {
  test.each<[number, unknown, unknown]>([
    [200, { code: 0, data: { a: 1 } }, { a: 1 }],
    [200, { code: 0, data: null }, null],
    [200, { code: 0 }, null],
    [200, { items: [], total: 0 }, { items: [], total: 0 }],
    [200, [1, 2], [1, 2]],
    [201, null, null],
    [204, undefined, null],
  ])('%i %j is data', (status, body, data) => {
    expect(unwrapXcx(answer(status, body)).result).toEqual({ ok: true, data, message: '' });
  });

  test.each<[number, unknown, object]>([
    [403, { code: 403, message: '无权限' }, { kind: 'api', status: 403, code: '403', message: '无权限' }],
    [401, { code: 401, message: '' }, { kind: 'api', status: 401, code: '401', message: '' }],
    [200, { code: 404, message: '没有' }, { kind: 'api', status: 404, code: '404', message: '没有' }],
    [
      200,
      { code: 40001, data: null, message: '没有' },
      { kind: 'api', status: 40001, code: '40001', message: '没有' },
    ],
    [502, undefined, { kind: 'http', status: 502 }],
    [401, { error: 'portal' }, { kind: 'http', status: 401 }],
    [
      429,
      { code: 429, message: '慢', retry_after: 5 },
      { kind: 'api', status: 429, code: '429', message: '慢', wait_seconds: 5 },
    ],
    [200, undefined, { kind: 'http', status: 200 }],
  ])('%i %j is a failure', (status, body, failure) => {
    expect(unwrapXcx(answer(status, body)).result).toEqual({ ok: false, failure });
  });
});

describe('the V4 envelope', () => {
  test('whatever the answer is, it is taken off without throwing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.anything(), (status, body) => {
        const { result } = unwrapV4(answer(status, body));
        expect(typeof result.ok).toBe('boolean');
        expect(unwrapXcx(answer(status, body)).result).toHaveProperty('ok');
      }),
    );
  });

  test('carries the request id and the server’s time', () => {
    const body = {
      success: false,
      code: 'NOT_FOUND',
      message: '没有',
      data: {},
      request_id: 'req_1',
      timestamp: 't',
    };
    expect(unwrapV4(answer(404, body))).toMatchObject({ request_id: 'req_1', timestamp: 't' });
  });
});

describe('how long to wait', () => {
  test.each<[unknown, [string, string][], number]>([
    [{ retry_after: 3 }, [], 3],
    [{ remaining_time: 2.2 }, [], 3],
    [{}, [['Retry-After', '17']], 17],
    [{}, [['retry-after', 'Wed, 21 Oct 2026 07:28:00 GMT']], DEFAULT_WAIT_SECONDS],
    [{ retry_after: 1e9 }, [], 3600],
    [undefined, [], DEFAULT_WAIT_SECONDS],
    ['text', [['Retry-After', '']], DEFAULT_WAIT_SECONDS],
  ])('%j %j → %i s', (data, headers, seconds) => {
    expect(waitSeconds(data, headers)).toBe(seconds);
  });
});

describe('a cookie of a reply', () => {
  test.each<[string[], string | undefined]>([
    [['refresh_token=abc.def; Max-Age=604800; Path=/; HttpOnly'], 'abc.def'],
    [['other=1', ' refresh_token = x=y ;Path=/'], 'x=y'],
    [['refresh_token=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'], undefined],
    [['xrefresh_token=1', 'junk', ''], undefined],
    [[], undefined],
  ])('%j → %s', (lines, value) => {
    expect(cookieOf(lines, 'refresh_token')).toBe(value);
  });
});
