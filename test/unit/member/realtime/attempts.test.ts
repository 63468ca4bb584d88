// What an attempt reports of what happens to its connection, and which ids a frame keeps.
import { ApiError } from '../../../../miniprogram/api/errors';
import type { Failure } from '../../../../miniprogram/api/errors';
import type { Pass } from '../../../../miniprogram/api/gate';
import { createAttempts } from '../../../../miniprogram/packages/member/realtime/attempts';
import { losslessParser } from '../../../../miniprogram/packages/member/realtime/lossless-decoder';
import type { PolicyEvent } from '../../../../miniprogram/packages/member/realtime/policy-state';
import type { ConnectionHandlers } from '../../../../miniprogram/packages/member/realtime/transport';
import { settle } from '../../../support/fake-time';

/** One attempt, number 7, over a connection that the test speaks for. */
function attempting(
  renewing: () => Promise<Pass> = () => Promise.resolve({ access_token: 'b', session: 1 }),
) {
  const reported: PolicyEvent[] = [];
  const pushed: unknown[] = [];
  const renewals: [Pass, Failure][] = [];
  let handlers: ConnectionHandlers | undefined;
  const attempts = createAttempts({
    connect(given) {
      handlers = given;
      return { probe: () => undefined, close: () => undefined };
    },
    gate: {
      pass: () => Promise.resolve({ access_token: 'a', session: 1 }),
      renew: (pass, failure) => (renewals.push([pass, failure]), renewing()),
    },
    report: (event) => reported.push(event),
    push: (name, payload) => pushed.push([name, payload]),
  });
  attempts.open(7);
  if (handlers === undefined) throw new Error('nothing was opened');
  return { attempts, reported, pushed, renewals, heard: handlers };
}

describe('an attempt reports', () => {
  test.each<[string, (heard: ConnectionHandlers) => void, object]>([
    ['that it is open', (heard) => heard.onOpened(), { type: 'opened' }],
    ['a sign of life', (heard) => heard.onHeard(), { type: 'heard' }],
    ['that its wire is gone', (heard) => heard.onClosed(), { type: 'closed' }],
    ['that it broke', (heard) => heard.onLost(), { type: 'ended' }],
    ['that the server ended it, it alone', (heard) => heard.onLost(true), { type: 'dismissed' }],
    ['that nobody answered', (heard) => heard.onFailed('timeout'), { type: 'ended' }],
    [
      'that its token was refused',
      (heard) => heard.onFailed('Authentication failed: invalid token'),
      { type: 'refused', code: 'TOKEN_EXPIRED' },
    ],
  ])('%s', (_what, happen, event) => {
    const { reported, pushed, heard } = attempting();
    happen(heard);
    expect([reported, pushed]).toEqual([[{ ...event, generation: 7 }], []]);
  });

  test('what was pushed, and what of it ends the connection', () => {
    const { reported, pushed, heard } = attempting();
    heard.onEvent('new_message', { a: 1 });
    expect([pushed, reported]).toEqual([[['new_message', { a: 1 }]], []]);
    heard.onEvent('connection_rejected', { reason: 'server_full' });
    heard.onEvent('session_replaced', { reason: 'session_revoked' });
    expect(pushed).toHaveLength(3);
    expect(reported).toEqual([
      { type: 'rejected', generation: 7 },
      { type: 'refused', generation: 7, code: 'SESSION_REVOKED' },
    ]);
  });

  test('that there is another token; the gate is told of which one, and why', async () => {
    const { attempts, reported, renewals, heard } = attempting();
    expect(await heard.token()).toBe('a');
    attempts.renew(7, 'TOKEN_EXPIRED');
    await settle();
    expect(renewals).toMatchObject([[{ access_token: 'a' }, { status: 401, code: 'TOKEN_EXPIRED' }]]);
    expect(reported).toEqual([{ type: 'renewed', generation: 7 }]);
  });

  test('that there is none, where the gate has none', async () => {
    const { attempts, reported, heard } = attempting(() => Promise.reject(new ApiError({ kind: 'network' })));
    await heard.token();
    attempts.renew(7, 'TOKEN_EXPIRED');
    await settle();
    expect(reported).toEqual([{ type: 'not_renewed', generation: 7 }]);
  });
});

describe('a frame', () => {
  const decoded = (frame: string): unknown => {
    const decoder = new losslessParser.Decoder();
    let packet: { data?: unknown } | undefined;
    decoder.on('decoded', (found: { data?: unknown }) => (packet = found));
    decoder.add(frame);
    return packet?.data;
  };

  test.each<[string, unknown]>([
    ['2["a",{"id":9007199254740993}]', ['a', { id: '9007199254740993' }]],
    ['2["a",{"id":7,"text":"1234567890123456789"}]', ['a', { id: 7, text: '1234567890123456789' }]],
    ['2["a",{"id":9007199254740993,"text":"[{\\"x\\""}]', ['a', { id: '9007199254740993', text: '[{"x"' }]],
    ['2/shop,["a",12345678901234567890]', ['a', '12345678901234567890']],
    ['0', undefined],
    ['0{"sid":"12345678901234567"}', { sid: '12345678901234567' }],
  ])('%s says %j', (frame, data) => {
    expect(decoded(frame)).toEqual(data);
  });

  test('that is no JSON is an error of the server’s, whatever its length', () => {
    expect(() => decoded('2["a",{"id":9007199254740993')).toThrow();
    expect(() => decoded('2["a",{')).toThrow();
  });
});
