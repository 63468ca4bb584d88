import fc from 'fast-check';
import { adviceFor, ApiError, mayHaveHappened } from '../../../miniprogram/api/errors';
import type { Failure, SignedOutReason } from '../../../miniprogram/api/errors';
import { explain, explainEnded, explainInLine, explainSignedOut } from '../../../miniprogram/api/explain';
import { V4_WORDS } from '../../../miniprogram/api/v4/words';

/** Every code that V4 §Envelope names, and those seen in the recorded replies. */
const CODES = [
  ...['BAD_REQUEST', 'INVALID_MOBILE_FORMAT', 'CONTENT_VIOLATION', 'ORDER_EXPIRED', 'ORDER_STATUS_INVALID'],
  ...['REDEMPTION_NOT_ALLOWED', 'CUSTOMER_SERVICE_ERROR', 'SERVICE_ERROR', 'TOKEN_EXPIRED', 'INVALID_TOKEN'],
  ...['MISSING_TOKEN', 'SESSION_EXPIRED', 'SESSION_REPLACED', 'SESSION_REVOKED', 'SESSION_NOT_FOUND'],
  ...['INVALID_REFRESH_TOKEN', 'INVALID_VERIFICATION_CODE', 'VERIFICATION_CODE_EXPIRED', 'FORBIDDEN'],
  ...['USER_INACTIVE', 'NOT_FOUND', 'ITEM_NOT_FOUND', 'CUSTOMER_SERVICE_NOT_FOUND', 'RATE_LIMIT_EXCEEDED'],
  ...[
    'SMS_RATE_LIMIT',
    'MOBILE_REQUIRED',
    'VERIFICATION_CODE_REQUIRED',
    'REFRESH_TOKEN_REQUIRED',
    'INVALID_PARAMS',
  ],
  ...['REDEMPTION_INSUFFICIENT', 'FILE_REQUIRED', 'INTERNAL_ERROR'],
];
const api = (code: string, message = '', status = 400): Failure => ({ kind: 'api', status, code, message });
const CHINESE = /[\u4e00-\u9fff]/;

describe('explaining a failure', () => {
  test.each(CODES)('%s has its own words, whatever the server says', (code) => {
    expect(V4_WORDS).toHaveProperty(code);
    for (const message of ['', '服务器的话', 'TypeError: x is undefined']) {
      const { title, text } = explain({ ...api(code, message), wait_seconds: 7 } as Failure);
      expect(title).toMatch(CHINESE);
      expect(text).toMatch(CHINESE);
      expect(title + text).not.toContain(code);
      expect(title + text).not.toContain('{n}');
      expect(text).not.toContain('TypeError');
    }
  });

  test('an unknown code shows the server’s own sentence', () => {
    expect(explain(api('SOMETHING_NEW', '今天不营业')).text).toBe('今天不营业');
  });

  test.each([
    'ItemLifecycleService.getLifecycle is not a function',
    'Sealos配置缺失: SEALOS_ENDPOINT, SEALOS_BUCKET',
    '接口不存在: GET /api/v4/backpack/items',
    "Expected property name or '}' in JSON at position 1",
    '',
  ])('a sentence that is not for people is not shown: %s', (message) => {
    for (const code of ['SOMETHING_NEW', 'INTERNAL_ERROR', 'SERVICE_ERROR']) {
      const { text } = explain(api(code, message, 500));
      expect(text).toMatch(CHINESE);
      expect(message === '' || !text.includes(message)).toBe(true);
    }
  });

  test('a refusal under 500 keeps its sentence: it may be one for people', () => {
    expect(explain(api('INTERNAL_ERROR', '无权查看此物品', 500)).text).toBe('无权查看此物品');
  });

  test('a broken reply names nothing internal', () => {
    const { title, text, action } = explain({
      kind: 'decode',
      endpoint: 'GET /backpack/items',
      path: 'items.3.status',
      problem: 'string expected, number received',
    });
    expect(title + text).not.toMatch(/[A-Za-z]/);
    expect(action).toBe('retry');
  });

  test.each<[Failure, string, boolean]>([
    [{ kind: 'network' }, 'retry', true],
    [{ kind: 'timeout' }, 'retry', true],
    [{ kind: 'aborted' }, 'nothing', false],
    [{ kind: 'http', status: 502 }, 'retry', true],
    [{ kind: 'http', status: 404 }, 'retry', true],
    [{ kind: 'http', status: 408 }, 'retry', true],
    [{ kind: 'http', status: 413 }, 'nothing', false],
    [{ kind: 'http', status: 429, wait_seconds: 9 }, 'wait', true],
    [api('408', '', 408), 'retry', true],
    [api('409', '', 409), 'nothing', false],
    [{ kind: 'decode', endpoint: '', path: '', problem: '' }, 'retry', true],
    [{ kind: 'signed_out', backend: 'v4', reason: 'replaced' }, 'sign_in', false],
    [{ kind: 'maintenance', message: '升级中' }, 'retry', true],
    [api('TOKEN_EXPIRED', '', 401), 'sign_in', false],
    [api('INVALID_VERIFICATION_CODE', '', 401), 'nothing', false],
    [api('INTERNAL_ERROR', '', 500), 'retry', true],
    [{ ...api('SMS_RATE_LIMIT', '', 429), wait_seconds: 42 } as Failure, 'wait', true],
  ])('%j → %s', (failure, action, retry) => {
    const told = explain(failure);
    expect(told).toMatchObject({ action, retry });
    expect(told.title).toMatch(CHINESE);
    expect(adviceFor(failure).kind).toBe(action);
    if (action === 'wait') expect(told.text).toContain(String(told.wait_seconds));
  });

  test.each<SignedOutReason>(['expired', 'replaced', 'revoked', 'invalid', 'inactive', 'left'])(
    'why signed out: %s',
    (reason) => {
      expect(explainSignedOut(reason)).toMatch(CHINESE);
    },
  );

  test.each<[Failure, boolean]>([
    [{ kind: 'network' }, true],
    [{ kind: 'network', unsent: true }, false],
    [{ kind: 'timeout' }, true],
    [{ kind: 'timeout', unsent: true }, false],
    [{ kind: 'aborted' }, true],
    [{ kind: 'decode', endpoint: '', path: '', problem: '' }, true],
    [api('INTERNAL_ERROR', '', 500), true],
    [api('BAD_REQUEST'), false],
    [{ kind: 'http', status: 200 }, true],
    [{ kind: 'http', status: 302 }, true],
    [{ kind: 'http', status: 400 }, false],
    [{ kind: 'http', status: 499 }, false],
    [{ kind: 'http', status: 502 }, true],
    [{ kind: 'signed_out', backend: 'v4', reason: 'left' }, false],
    [{ kind: 'maintenance', message: '' }, false],
  ])('a write that failed with %j may have happened: %s', (failure, may) => {
    expect(mayHaveHappened(failure)).toBe(may);
  });

  test('an error’s text holds the code and the request, not the sentence, which may name a person', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12 }), (message) => {
        const error = new ApiError(api('NOT_FOUND', message, 404), 'req_1');
        expect(error.message).toBe('api 404 NOT_FOUND (req_1)');
      }),
    );
  });
});

test.each([
  [400, '未能完成', '请检查后再试。'],
  [401, '请重新登录', '登录状态已失效。'],
  [403, '没有权限', '您没有权限查看或操作这里的内容。'],
  [404, '内容不存在', '可能已被删除，或暂未开放。'],
  [405, '暂不支持', '门店的系统还没有这项功能。'],
  [408, '网络有点慢', '服务器没有及时回应，请重试。'],
  [409, '状态已变化', '内容已被更新，请刷新后再试。'],
  [413, '内容太大', '请减少内容后再试。'],
  [422, '填写的内容有误', '请检查后再试。'],
  [429, '操作太频繁', '请 0 秒后再试。'],
  [500, '服务暂时不可用', '请稍后再试。'],
  [503, '服务暂时不可用', '请稍后再试。'],
])('a status %i without words of its own reads %s', (status, title, text) => {
  expect(explain(api(String(status), '', status))).toMatchObject({ title, text });
});

test('in one line: title and sentence, or the title alone', () => {
  expect(explainInLine({ kind: 'network' })).toBe('网络连接失败，请检查网络后重试。');
  expect(explainInLine({ kind: 'aborted' })).toBe('已取消');
});

test.each([
  ['升级中', undefined, '升级中'],
  ['升级中', '2026-11-27 14:05:00', '升级中。预计 11 月 27 日 14:05 恢复。'],
  ['升级中，请稍后。', '2026-11-27T18:00:00Z', '升级中，请稍后。预计 11 月 28 日 02:00 恢复。'],
  ['', 'soon', '我们正在维护系统，请稍后再来。'],
])('a maintenance (%j until %s) reads %s', (message, end_time, text) => {
  const failure = { kind: 'maintenance' as const, message, ...(end_time === undefined ? {} : { end_time }) };
  expect(explain(failure)).toMatchObject({ title: '系统维护中', text });
});

test('only known reasons are shown', () => {
  expect(explainEnded('replaced')).toContain('其他设备');
  expect(explainEnded('left')).toBe('');
  expect(explainEnded('<b>win</b>')).toBe('');
  expect(explainEnded(undefined)).toBe('');
});
