// The socket: when to be connected, how long to wait, what is asked of the gate, and what comes too late or fails.
import { rowsOf } from '../row';

const REALTIME = 'miniprogram/packages/member/realtime';
const TESTS = 'test/unit/member/realtime';

export const channel = rowsOf('channel', [
  {
    file: `${REALTIME}/policy.ts`,
    test: `${TESTS}/policy.test.ts`,
    changes: [
      {
        from: 'return state.started && state.session !== undefined',
        to: 'return state.session !== undefined',
        fails: 'nothing opens before someone starts it',
      },
      {
        from: 'isWanted(state, now) && state.hidden_at === undefined;',
        to: 'isWanted(state, now);',
        fails: 'nothing is opened there, not even within the grace',
      },
      {
        from: 'now < state.hidden_at + TIMES.grace;',
        to: 'now <= state.hidden_at + TIMES.grace;',
        fails: 'the connection lives 15 s and is closed then',
      },
      {
        from: 'state.network.connected && present',
        to: 'present',
        fails: 'is waited for, two seconds at most',
      },
    ],
  },
  {
    file: `${REALTIME}/policy.ts`,
    test: `${TESTS}/policy-refusals.test.ts`,
    changes: [
      {
        from: 'isWanted(state, now) && link.session === session',
        to: 'isWanted(state, now)',
        fails: 'another person gets another socket',
      },
      {
        from: 'Math.max(until, state.not_before)',
        to: 'until',
        fails: 'because it is full: 2 to 5 minutes that nothing shortens',
      },
      {
        from: '(fitted.state.missing_since ?? now)',
        to: 'now',
        fails: 'says nothing for the first three seconds of a gap',
      },
    ],
  },
  {
    file: `${REALTIME}/policy-elapse.ts`,
    test: `${TESTS}/policy.test.ts`,
    changes: [
      {
        from: 'link.probe.at_once ? { state, until: now } : ended(state, link, moment)',
        to: 'ended(state, link, moment)',
        fails: 'back within the grace the connection is asked for a sign of life',
      },
      {
        from: 'now < link.quiet_at ? done(state) : probe(state, false, now)',
        to: 'done(state)',
        fails: 'is asked after 40 s of silence',
      },
      {
        from: "case 'closing':\n      return now < link.deadline ? done(state) : afterClose(state, link, moment);",
        to: "case 'closing':\n      return done(state);",
        fails: 'is waited for, two seconds at most',
      },
    ],
  },
  {
    file: `${REALTIME}/policy-link.ts`,
    test: `${TESTS}/policy.test.ts`,
    changes: [
      {
        from: "return link.state === 'opening' ? failed(state, moment) : inTurn({ ...state, crowd: undefined }, moment);",
        to: 'return failed(state, moment);',
        fails: 'the way back is spread over 30 s',
      },
      {
        from: 'if (state.crowd !== undefined) return inTurn({ ...state, failures }, { now, random });',
        to: '',
        fails: 'tries once in each spread that follows',
      },
      {
        from: 'const soon = Math.max(now, state.opened_at + TIMES.base);',
        to: 'const soon = now;',
        fails: 'flickering networks do not make a storm',
      },
      {
        from: 'if (link.probe !== undefined) {',
        to: 'if (false) {',
        fails: 'thirty quick changes leave the one socket alone',
      },
    ],
  },
  {
    file: `${REALTIME}/policy-react.ts`,
    test: `${TESTS}/policy.test.ts`,
    changes: [
      {
        from: 'const crowd = network.connected ? undefined : before.crowd;',
        to: 'const { crowd } = before;',
        fails: 'where the phone changed its network there is no spread',
      },
      {
        from: 'if (connected === network.connected && type === network.type) return done(before);',
        to: 'if (connected === network.connected) return done(before);',
        fails: 'is asked at once when the network changes under it',
      },
      {
        from: "if (isStale && (link.state === 'open' || link.state === 'opening')) {",
        to: 'if (false) {',
        fails: 'a phone that slept through the grace closes and opens at once',
      },
      {
        from: 'link: { ...link, probe: undefined, quiet_at: moment.now + TIMES.quiet }',
        to: 'link: { ...link, probe: undefined }',
        fails: 'pings keep it from being asked',
      },
      {
        from: 'if (now - state.dismissed_at < TIMES.dismissed_again) return lost(state, link, moment);',
        to: '',
        fails: 'is lost like any other when that happens again within a minute',
      },
      {
        from: 'until: now + random() * TIMES.dismissed }',
        to: 'until: ended(next, link, moment).until }',
        fails: 'is asked about at a random moment within 3 s',
      },
      {
        from: 'until: now + random() * TIMES.dismissed }',
        to: 'until: now - random() * TIMES.dismissed }',
        fails: 'is asked about at a random moment within 3 s',
      },
      {
        from: "if (link.state === 'resting' || link.generation !== event.generation) return done(state);",
        to: "if (link.state === 'resting') return done(state);",
        fails: 'changes nothing when it closes late',
      },
    ],
  },
  {
    file: `${REALTIME}/policy-react.ts`,
    test: `${TESTS}/policy-refusals.test.ts`,
    changes: [
      {
        from: 'const not_before = moment.now + longDelay(moment.random);',
        to: 'const not_before = moment.now + 30_000;',
        fails: 'because it is full: 2 to 5 minutes that nothing shortens',
      },
      {
        from: "const before = link.state === 'opening' && link.renewed;",
        to: 'const before = false as boolean;',
        fails: 'to the new token too: nothing is tried for two minutes at least',
      },
      {
        from: "case 'not_renewed': {\n      if (link.state !== 'renewing') return done(state);",
        to: "case 'not_renewed': {\n      return done(state);",
        fails: 'without a network for the renewal it waits and tries again',
      },
      {
        from: 'session, failures: 0, crowd: undefined };',
        to: 'failures: 0, crowd: undefined };',
        fails: 'another person gets another socket',
      },
    ],
  },
  {
    file: `${REALTIME}/policy-react.ts`,
    test: `${TESTS}/policy.test.ts`,
    changes: [
      {
        from: 'return done({ ...state, started: false });',
        to: 'return done(state);',
        fails: 'what is stopped closes, and opens nothing before it is started again',
      },
    ],
  },
  {
    file: `${REALTIME}/refusals.ts`,
    test: `${TESTS}/refusals.test.ts`,
    changes: [
      {
        from: "if (!message.startsWith('Authentication ')) return undefined;",
        to: '',
        fails: 'is no word of the server about the token, and signs nobody out',
      },
      {
        from: "?.[1] ?? 'SESSION_REPLACED';",
        to: '?.[1] as RefusalCode;',
        fails: 'is what its name says: replaced by another device',
      },
    ],
  },
  {
    file: `${REALTIME}/attempts.ts`,
    test: `${TESTS}/late-events.test.ts`,
    changes: [
      {
        from: 'if (!isPresent(mine)) return;',
        to: '',
        fails: 'pushes nothing, and what it reports is under its own number',
      },
      {
        from: 'if (attempt.generation === generation && attempt.connection !== undefined) attempt.connection.close();',
        to: 'if (attempt.connection !== undefined) attempt.connection.close();',
        fails: 'is not probed or closed in place of the present one',
      },
      {
        from: 'if (attempt.generation === generation) attempt.connection?.probe();',
        to: 'attempt.connection?.probe();',
        fails: 'is not probed or closed in place of the present one',
      },
      {
        from: 'if (attempt.generation !== generation || pass === undefined) {',
        to: 'if (pass === undefined) {',
        fails: 'is not renewed for, nor one that never showed a token',
      },
    ],
  },
  {
    file: `${REALTIME}/transport.ts`,
    test: `${TESTS}/late-events.test.ts`,
    changes: [
      {
        from: 'if (!asked_to_close) tell();',
        to: 'tell();',
        fails: 'tells only that its wire is gone',
      },
      { from: 'if (gone) return;', to: '', fails: 'tells only that its wire is gone' },
      {
        from: 'manager.socket(NOWHERE).disconnect();',
        to: '',
        fails: 'closes its wire also while the server owes the answer to a probe',
      },
      {
        from: '(token) => unlessClosed(() => send({ token })),',
        to: '(token) => send({ token }),',
        fails: 'shows no token that the gate gives too late',
        equivalent:
          'The engine under a client that was closed writes nothing any more; the guard says so in our own words.',
      },
    ],
  },
  {
    file: `${REALTIME}/wire.ts`,
    test: `${TESTS}/wire.test.ts`,
    changes: [
      {
        from: "if (this.readyState === 'open') this.onError('websocket error', error);",
        to: '',
        fails: 'a frame that cannot be sent ends the connection at once',
      },
      { from: 'this.writable = false;', to: '', fails: 'frames of one moment are each sent once' },
    ],
  },
]);
