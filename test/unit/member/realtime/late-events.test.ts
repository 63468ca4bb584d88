// What comes too late: from a connection that was closed here, and from an attempt before the present one.
import { createAttempts } from '../../../../miniprogram/packages/member/realtime/attempts';
import type { PolicyEvent } from '../../../../miniprogram/packages/member/realtime/policy-state';
import type {
  Connection,
  ConnectionHandlers,
} from '../../../../miniprogram/packages/member/realtime/transport';
import { settle } from '../../../support/fake-time';
import { ACCEPTED, HANDSHAKE, MESSAGE, REFUSED, wired } from './wired';

describe('K1 a connection that was closed here', () => {
  test('tells only that its wire is gone: no event, no end, no sign of life', async () => {
    const { connection, heard, open, hear, gone } = wired();
    await open();
    await hear(MESSAGE);
    expect(heard).toEqual(expect.arrayContaining(['opened', 'new_message']));
    heard.length = 0;
    connection.close();
    await hear(MESSAGE, '2', '41');
    expect(heard).toEqual([]);
    await gone();
    await gone();
    expect(heard).toEqual(['closed']);
  });

  test('closes its wire also while the server owes the answer to a probe', async () => {
    const { connection, closes, sent, open } = wired();
    await open();
    connection.probe();
    await settle();
    expect(sent.at(-1)).toContain('/probe');
    connection.close();
    await settle();
    expect(closes).toHaveLength(1);
  });

  test('is not opened, nor refused, by what the server says afterwards', async () => {
    for (const word of [ACCEPTED, REFUSED]) {
      const { connection, heard, hear } = wired();
      await settle();
      connection.close();
      await hear(HANDSHAKE, word);
      expect([word, ...heard]).toEqual([word]);
    }
  });

  test('shows no token that the gate gives too late', async () => {
    let give: (token: string) => void = () => undefined;
    const { connection, sent, open } = wired(() => new Promise((resolve) => (give = resolve)));
    await open();
    connection.close();
    give('token of whoever is there now');
    await settle();
    expect(sent.filter((frame) => frame.includes('token'))).toEqual([]);
  });
});

describe('K1 an attempt before the present one', () => {
  /** Attempts over connections that the test speaks for. */
  function attempting() {
    const reported: PolicyEvent[] = [];
    const pushed: string[] = [];
    const handlers: ConnectionHandlers[] = [];
    const done: string[] = [];
    const attempts = createAttempts({
      connect(given): Connection {
        const nth = handlers.push(given);
        return { probe: () => done.push(`probe ${nth}`), close: () => done.push(`close ${nth}`) };
      },
      gate: {
        pass: () => Promise.resolve({ access_token: 'a', session: 1 }),
        renew: (pass) => Promise.resolve(pass),
      },
      report: (event) => reported.push(event),
      push: (name) => pushed.push(name),
    });
    return { attempts, reported, pushed, handlers, done };
  }

  test('pushes nothing, and what it reports is under its own number', () => {
    const { attempts, reported, pushed, handlers } = attempting();
    attempts.open(1);
    attempts.open(2);
    const [old, now] = handlers;
    old?.onEvent('new_message', {});
    old?.onEvent('session_replaced', {});
    expect([pushed, reported]).toEqual([[], []]);
    old?.onLost();
    old?.onClosed();
    now?.onEvent('new_message', {});
    expect(pushed).toEqual(['new_message']);
    expect(reported).toEqual([
      { type: 'ended', generation: 1 },
      { type: 'closed', generation: 1 },
    ]);
  });

  test('is not probed or closed in place of the present one', () => {
    const { attempts, reported, done } = attempting();
    attempts.open(1);
    attempts.open(2);
    attempts.probe(1);
    attempts.close(1);
    expect([done, reported]).toEqual([[], [{ type: 'closed', generation: 1 }]]);
    attempts.probe(2);
    attempts.close(2);
    expect(done).toEqual(['probe 2', 'close 2']);
  });

  test('is not renewed for, nor one that never showed a token', async () => {
    const { attempts, reported, handlers } = attempting();
    attempts.open(1);
    await handlers[0]?.token();
    attempts.open(2);
    attempts.renew(1, 'TOKEN_EXPIRED');
    attempts.renew(2, 'TOKEN_EXPIRED');
    await settle();
    expect(reported).toEqual([
      { type: 'not_renewed', generation: 1 },
      { type: 'not_renewed', generation: 2 },
    ]);
    await handlers[1]?.token();
    attempts.renew(1, 'TOKEN_EXPIRED');
    attempts.renew(2, 'TOKEN_EXPIRED');
    await settle();
    expect(reported.slice(2)).toEqual([
      { type: 'not_renewed', generation: 1 },
      { type: 'renewed', generation: 2 },
    ]);
  });
});
