// What became of a message whose answer was bad or never came.
import { rowsOf } from '../row';

const OUTBOX = 'miniprogram/packages/member/stores/chat/outbox';
const TESTS = 'test/unit/member/chat/outbox';
const OUTCOMES = `${TESTS}/outcomes.test.ts`;

export const outcomes = rowsOf('outcomes', [
  {
    file: `${OUTBOX}/outcome.ts`,
    test: OUTCOMES,
    changes: [
      {
        from: "if (failure.status === 429) return { kind: 'later', ms: TOO_OFTEN_MS };",
        to: '',
        fails: 'waits 10 s whatever happens, goes on in order',
      },
      {
        from: "if (failure.unsent === true && failure.kind !== 'maintenance') return { kind: 'unsent' };",
        to: '',
        fails: 'is tried again in its place, in order, and is never 未确认',
      },
      {
        from: "failure.status === 502 || failure.status === 503 ? 'gateway' : 'server'",
        to: "'server'",
        fails: 'is tried again once the history shows that it is not there',
      },
      {
        from: 'failure.status === 502 || failure.status === 503 ?',
        to: 'failure.status >= 502 ?',
        fails: 'a 504 does not count as one',
      },
    ],
  },
  {
    file: `${OUTBOX}/outcome.ts`,
    test: `${TESTS}/outbox.test.ts`,
    changes: [
      {
        from: "if (failure.wait_seconds !== undefined) return { kind: 'later', ms: failure.wait_seconds * 1000 };",
        to: '',
        fails: 'waits as long as the server asks',
      },
      {
        from: "case 'signed_out':\n",
        to: "case 'signed_out':\n      return { kind: 'unsent' };\n",
        fails: 'does not send again what may be stored because its sign-in was renewed meanwhile',
      },
      {
        from: "if (saysClosed(failure)) return { kind: 'refused', reason: 'closed', message: '会话已结束' };",
        to: "if (saysClosed(failure)) return { kind: 'later' };",
        fails: 'fails at a closed session with its reason',
      },
    ],
  },
  {
    file: `${OUTBOX}/entry-step.ts`,
    test: OUTCOMES,
    changes: [
      {
        from: "return answered === 'gateway' && !alike ? again(tries, context)",
        to: "return answered === 'gateway' ? again(tries, context)",
        fails: 'leaves to the person what the history may have',
      },
      {
        from: 'if (closed && isDone && !alike) return CLOSED;',
        to: 'if (closed) return CLOSED;',
        fails: 'of which nobody knows whether it was stored is decided by the history first',
      },
      {
        from: 'if (closed && isDone && !alike) return CLOSED;',
        to: '',
        fails: 'ends as 会话已结束 and goes into a new one',
      },
      {
        from: "return { state: 'ready', tries, not_before: context.now + ms, firm: true };",
        to: "return { state: 'ready', tries, not_before: context.now + ms };",
        fails: 'waits 10 s whatever happens',
      },
      {
        from: "case 'closed':\n      return status.state === 'failed' && status.reason === 'refused' ? CLOSED : status;",
        to: "case 'closed':\n      return status;",
        fails: 'ends as 会话已结束 and goes into a new one',
      },
    ],
  },
  {
    file: `${OUTBOX}/entry-step.ts`,
    test: `${TESTS}/outbox.test.ts`,
    changes: [
      {
        from: 'reads >= LEAST_READS && now - status.since >= SERVER_LIMIT_MS;',
        to: 'reads >= 1;',
        fails: 'shows 未确认 only after the server’s own time limit',
      },
      {
        from: "if (profile === 'documented') return again(tries, context);\n  if (!isOver)",
        to: 'if (!isOver)',
        fails: 'resends under the same id as documented',
      },
      {
        from: 'now - status.since >= SERVER_LIMIT_MS;',
        to: 'now - status.since >= 0;',
        fails: 'shows 未确认 only after the server’s own time limit',
      },
    ],
  },
  {
    file: `${OUTBOX}/match.ts`,
    test: `${TESTS}/outbox.test.ts`,
    changes: [
      {
        from: 'return found.length === alike.length ? found[alike.indexOf(entry)] : undefined;',
        to: 'return found[alike.indexOf(entry)];',
        fails: 'decides nothing where two lines could be the one message',
      },
    ],
  },
  {
    file: `${OUTBOX}/entry-step.ts`,
    test: `${TESTS}/patience.test.ts`,
    changes: [
      {
        from: "return is_tired ? GIVEN_UP : { state: 'ready'",
        to: "return false ? GIVEN_UP : { state: 'ready'",
        fails: 'waits for the answer, and is a failed row with it where it never left',
      },
      {
        from: 'if (context.is_tired) return tired(status, context);',
        to: '',
        fails: 'is decided at once where the history cannot be read afterwards',
      },
    ],
  },
  {
    file: `${OUTBOX}/patience.ts`,
    test: `${TESTS}/patience.test.ts`,
    changes: [
      {
        from: 'for (const temp_message_id of [...this.tried.keys()]) this.ended(temp_message_id);',
        to: '',
        fails: 'begins anew when the network was away for a moment',
      },
    ],
  },
  {
    file: `${OUTBOX}/match.ts`,
    test: `${TESTS}/alike.test.ts`,
    changes: [
      {
        from: 'return linesAfter(lines, after).filter(',
        to: 'return lines.filter(',
        fails: 'a line from before it was said is not the message',
      },
      {
        from: 'if (named !== undefined ||',
        to: 'if (',
        fails: 'is the line with its own id, also from a backend that is said to keep none',
      },
      {
        from: "line.sender_type === 'user' &&",
        to: '',
        fails: 'an agent’s line with the same words is not the message',
      },
      {
        from: "(line.temp_message_id ?? '') === '' &&",
        to: '',
        fails: 'a line of another device that has its own id is not the message',
      },
      {
        from: '!isClaimed(line.chat_message_id),',
        to: 'true,',
        fails: 'a line that is another message of this phone is not taken twice',
        equivalent:
          '`takenBy` moves every message with the same words behind the line that was claimed, so no candidate is a claimed line.',
      },
      {
        from: 'const underWay = entries.filter(',
        to: 'const underWay = [].filter(',
        fails: 'does not show twice while its answer is on the way',
      },
    ],
  },
  {
    file: `${OUTBOX}/delivery.ts`,
    test: OUTCOMES,
    changes: [
      {
        from: 'if (await this.parts.isClosed(session_id)) this.tell',
        to: 'if (false) this.tell',
        fails: 'ends as 会话已结束 and goes into a new one',
      },
      {
        from: 'this.parts.pending.change(temp_message_id, { has_left: entry.has_left });',
        to: '{ /* it counts as having left */ }',
        fails: 'can be taken back between two attempts',
      },
      {
        from: "const waits = status.state === 'ready' && status.firm === true;",
        to: 'const waits = false;',
        fails: 'does not fail for having waited',
      },
      {
        from: 'if (FAILINGS.includes(event.type)) this.parts.patience.failed(temp_message_id);',
        to: '',
        fails: 'is a failed row after 60 s of failing',
      },
    ],
  },
  {
    file: `${OUTBOX}/delivery.ts`,
    test: `${TESTS}/alike.test.ts`,
    changes: [
      {
        from: "const isFresh = profile === 'documented' || clock.now() - conversation.read_at < FRESH_MS;",
        to: 'const isFresh = true;',
        fails: 'a message leaves only once the history is known to be fresh',
      },
      {
        from: "if (entry.status.state === 'sending' && this.parts.profile === 'deployed') continue;",
        to: '',
        fails: 'while its request is under way no line is taken for it',
      },
      {
        from: 'this.parts.pending.takenBy(entry.body, line);',
        to: '',
        fails: 'a line that is another message of this phone is not taken twice',
      },
    ],
  },
  {
    file: `${OUTBOX}/entry-step.ts`,
    test: `${TESTS}/alike.test.ts`,
    changes: [
      {
        from: "...{ state: 'checking', tries: 0, after_id: status.after_id, since: now, reads: 0 },",
        to: "...{ state: 'ready', tries: 0 },",
        fails: 'asks the history first after a kill, and sends nothing twice',
      },
    ],
  },
  {
    file: `${OUTBOX}/patience.ts`,
    test: OUTCOMES,
    changes: [
      {
        from: 'if (this.parts.mayRequest()) run();\n      else this.ended(temp_message_id);',
        to: 'run();',
        fails: 'does not count the time without a network, nor in the background',
      },
    ],
  },
  {
    file: `${OUTBOX}/outcome.ts`,
    test: `${TESTS}/outcome.test.ts`,
    changes: [
      {
        from: 'failure.status === 401 || failure.status === 408',
        to: 'failure.status === 401',
        fails: 'the message goes later, when it is worth trying',
      },
    ],
  },
  {
    file: `${OUTBOX}/entry-step.ts`,
    test: `${TESTS}/upload.test.ts`,
    changes: [
      {
        from: "const reason = outcome.reason === 'refused' ? 'picture' : outcome.reason;",
        to: "const reason = 'picture';",
        fails: 'shows that the session is over where that is why',
      },
    ],
  },
  {
    file: `${OUTBOX}/pending-messages.ts`,
    test: `${TESTS}/upload.test.ts`,
    changes: [
      {
        from: 'if (entry === undefined) return false;',
        to: '',
        fails: 'too late, after it was taken back, leaves nothing behind',
      },
    ],
  },
]);
