// Carries out what the policy orders, one attempt at a time, and reports what comes of it under the attempt's generation.
import { failureOf } from '../../../api/errors';
import type { Gate, Pass } from '../../../api/gate';
import type { PolicyEvent } from './policy-state';
import { endOf, failureFor, refusalOf } from './refusals';
import type { RefusalCode } from './refusals';
import type { Connection, ConnectionHandlers } from './transport';

export interface AttemptParts {
  connect(handlers: ConnectionHandlers): Connection;
  gate: Pick<Gate, 'pass' | 'renew'>;
  report(event: PolicyEvent): void;
  push(name: string, payload: unknown): void;
}

export interface Attempts {
  open(generation: number): void;
  close(generation: number): void;
  probe(generation: number): void;
  renew(generation: number, code: RefusalCode): void;
}

interface Attempt {
  generation: number;
  connection?: Connection;
  /** What the server was shown. */
  pass?: Pass;
}

export function createAttempts({ connect, gate, report, push }: AttemptParts): Attempts {
  let attempt: Attempt = { generation: 0 };
  const isPresent = (one: Attempt) => one === attempt;

  function handlersOf(mine: Attempt): ConnectionHandlers {
    const { generation } = mine;
    return {
      async token() {
        mine.pass = await gate.pass();
        return mine.pass.access_token;
      },
      onOpened: () => report({ type: 'opened', generation }),
      onFailed(message) {
        const code = refusalOf(message);
        report(code === undefined ? { type: 'ended', generation } : { type: 'refused', generation, code });
      },
      onLost: (by_server = false) => report({ type: by_server ? 'dismissed' : 'ended', generation }),
      onHeard: () => report({ type: 'heard', generation }),
      onClosed: () => report({ type: 'closed', generation }),
      onEvent(name, payload) {
        if (!isPresent(mine)) return;
        push(name, payload);
        if (name === 'connection_rejected') report({ type: 'rejected', generation });
        if (name === 'session_replaced') report({ type: 'refused', generation, code: endOf(payload) });
      },
    };
  }

  return {
    open(generation) {
      const mine: Attempt = { generation };
      attempt = mine;
      mine.connection = connect(handlersOf(mine));
    },
    close(generation) {
      if (attempt.generation === generation && attempt.connection !== undefined) attempt.connection.close();
      else report({ type: 'closed', generation });
    },
    probe(generation) {
      if (attempt.generation === generation) attempt.connection?.probe();
    },
    renew(generation, code) {
      const { pass } = attempt;
      if (attempt.generation !== generation || pass === undefined) {
        return report({ type: 'not_renewed', generation });
      }
      gate.renew(pass, failureFor(code)).then(
        () => report({ type: 'renewed', generation }),
        (error: unknown) => {
          report({ type: 'not_renewed', generation });
          // A bug of ours: the policy waits, and the app's error log hears of it.
          if (failureOf(error) === undefined) throw error;
        },
      );
    },
  };
}
