// Whose token, whose storage, whose timers: the gate, the sign-in, what is stored, and what ends with a person.
import { rowsOf } from '../row';

const GATE = 'test/unit/api/gate.test.ts';
const STORAGE = 'test/unit/platform/storage.test.ts';
const PERSON = 'test/unit/stores/person/per-person.test.ts';
const SESSION = 'test/unit/stores/person/session.test.ts';
const KILLED = 'test/unit/stores/person/identity-killed.test.ts';

export const person = rowsOf('person', [
  {
    file: 'miniprogram/api/gate.ts',
    test: GATE,
    changes: [
      {
        from: 'if (refreshing?.session === session) return refreshing.done;',
        to: '',
        fails: 'parallel requests with an expired access token',
      },
      {
        from: 'if (held.access_token !== used.access_token) return held;',
        to: '',
        fails: 'a token that was replaced meanwhile is not refreshed again',
      },
      {
        from: 'if (tokens.read()?.session !== session) throw signedOut(session);\n    tokens.replace(renewed);',
        to: 'tokens.replace(renewed);',
        fails: 'a request of the person who left is never replayed as the one who came',
      },
      {
        from: 'if (now?.session === session && now.access_token !== held.tokens.access_token) return now;',
        to: '',
        fails: 'a refresh refused after the token was replaced elsewhere signs nobody out',
      },
      {
        from: "throw reason === 'undecided' ? error : end(session, reason);",
        to: "throw end(session, reason === 'undecided' ? 'expired' : reason);",
        fails: 'still signed in, and the next try works',
      },
      {
        from: 'if (tokens.read()?.session === session) {\n      ended',
        to: '{\n      ended',
        fails: 'a late refusal of the person who left does not sign out the one who came',
      },
      {
        from: 'if (!parts.server_clock.confirmed) return held;',
        to: '',
        fails: 'nothing is refreshed early while the server’s time is not known for certain',
      },
      {
        from: 'if (left_ms > parts.skew_ms) return held;',
        to: 'return held;',
        fails: 'a token about to end is refreshed before it is used',
      },
      {
        from: 'if (left_ms > 0 && holds(held)) return held;',
        to: '',
        fails: 'a token that still lasts a little is used when its early refresh gets no answer',
      },
      {
        from: "if (verdict !== 'refresh') throw end(used.session, verdict);",
        to: '',
        fails: 'is final: no refresh is tried',
      },
      {
        from: 'reason: ended !== undefined && ended.session === session ? ended.reason :',
        to: 'reason: false ? ended?.reason :',
        fails: 'signs out, says why, and says it once',
      },
      {
        from: 'if (refreshing === mine) refreshing = undefined;',
        to: '',
        fails: 'still signed in, and the next try works',
      },
      {
        from: "if (verdict === 'refresh' || held.access_token !== used.access_token) return refusal;",
        to: '',
        fails: 'a second refusal that is not final signs nobody out',
      },
    ],
  },
  {
    file: 'miniprogram/platform/storage.ts',
    test: STORAGE,
    changes: [
      {
        from: "KEY.exec(key)?.[2] !== 'cache'",
        to: 'false',
        fails: 'the oldest caches go, one by one, whoever owns them; what is kept stays',
      },
      {
        from: 'spared.add(victim);',
        to: '',
        fails: 'full, with a remove that does nothing',
      },
      {
        from: 'oldest === undefined || t < oldest.t',
        to: 'oldest === undefined || t > oldest.t',
        fails: 'the oldest caches go, one by one',
      },
      {
        from: 'if (victim === undefined || !remove(victim)) {',
        to: 'if (victim === undefined || (remove(victim), false)) {',
        fails: 'that refuses to remove one cache gives up on the write',
      },
      {
        from: 'if (envelope.v > key.version || key.migrate === undefined) return undefined;',
        to: 'if (key.migrate === undefined) return undefined;',
        fails: 'a newer one is dropped',
      },
      {
        from: 'if (text.length > raw.value_limit) {',
        to: 'if (false) {',
        fails: 'a value over the limit of one key is refused without evicting anything',
      },
      {
        from: 'const start = kind === undefined ? `${owner}:` : ',
        to: 'const start = kind === undefined ? owner : ',
        fails: 'a wipe leaves nothing of that owner and everything of the others',
      },
      {
        from: 'if (listeners.size === 0 && untold.length < MOST_UNTOLD) untold.push(problem);',
        to: '',
        fails: 'from before anybody listened is told to the first who does',
      },
    ],
  },
  {
    file: 'miniprogram/platform/guarded.ts',
    test: PERSON,
    changes: [
      {
        from: '!left.aborted && area.write(key, value)',
        to: 'area.write(key, value)',
        fails: 'gets no reply that was on its way: no code after the await runs',
      },
      {
        from: 'if (is_stopped) return () => undefined;',
        to: '',
        fails: 'has no timer running, and starts none',
      },
      {
        from: 'list: () => told(files.list()),',
        to: 'list: () => files.list(),',
        fails: 'gets no answer from the phone’s files either',
      },
      {
        from: '!left.aborted && area.remove(key)',
        to: 'area.remove(key)',
        fails: 'removes nothing of the same person who is back',
      },
    ],
  },
  {
    file: 'miniprogram/platform/guarded.ts',
    test: 'test/unit/member/chat/left.test.ts',
    changes: [
      {
        from: 'for (const cancel of running) cancel();',
        to: '',
        fails: 'no timer runs, whatever was being waited for',
      },
    ],
  },
  {
    file: 'miniprogram/stores/person/per-person.ts',
    test: PERSON,
    changes: [
      { from: 'own_timers.stop();', to: '', fails: 'has no timer running, and starts none' },
      { from: 'left.abort();', to: '', fails: 'gets no reply that was on its way' },
      { from: 'for (const run of leaving) run();', to: '', fails: 'is signed out by the xcx gate' },
      {
        from: 'const client = boundClient(service.client, left.signal);',
        to: 'const { client } = service;',
        fails: 'asks nothing, not even with the token of the next one',
      },
    ],
  },
  {
    file: 'miniprogram/platform/standing.ts',
    test: PERSON,
    changes: [
      {
        from: 'if (!left.aborted) resolve(value);',
        to: 'resolve(value);',
        fails: 'gets no answer from the phone’s files either',
      },
    ],
  },
  {
    file: 'miniprogram/stores/person/identity.ts',
    test: KILLED,
    changes: [
      {
        from: 'if (user_id !== undefined) app.write(lastKey, { user_id, ended: reason });',
        to: '',
        fails: 'C1',
      },
      {
        from: "if (last.ended === 'left') return leave();",
        to: '',
        fails: 'is there as a whole or not at all when the person left',
      },
      {
        from: 'if (app.write(lastKey, last)) return true;\n    app.remove(lastKey);',
        to: 'if (app.write(lastKey, last)) return true;',
        fails: 'is that of the person who came, not of the one named before',
      },
      {
        from: 'for (const [what, write] of unsaved) if (write()) unsaved.delete(what);',
        to: 'for (const [, write] of unsaved) write();',
        fails: 'is tried again at each occasion, and no more once it is written',
      },
    ],
  },
  {
    file: 'miniprogram/stores/person/identity.ts',
    test: SESSION,
    changes: [
      {
        from: 'forgetTokens(store.area(ownerOf(user_id)));\n      store.wipe',
        to: 'store.wipe',
        fails: 'ended as',
      },
      {
        from: "keep('last', () => name({ user_id }));\n      wipeOthers(area.owner);",
        to: "keep('last', () => name({ user_id }));",
        fails: 'another person’s sign-in wipes the one before',
      },
    ],
  },
  {
    file: 'miniprogram/stores/person/session.ts',
    test: SESSION,
    changes: [
      {
        from: "if (now === undefined || now === leaving) of[identity].end('left');",
        to: "of[identity].end('left');",
        fails: 'someone who signs in while the server is being told stays signed in',
      },
      {
        from: 'await Promise.race([settled(auth.logout({ signal: abort.signal })), late]);',
        to: 'await settled(auth.logout({ signal: abort.signal }));',
        fails: 'the server is told, but not waited for longer than 3 s',
      },
    ],
  },
  {
    file: 'miniprogram/stores/person/per-person.ts',
    test: PERSON,
    changes: [
      { from: 'stop();\n      leave();', to: 'leave();', fails: 'what is disposed belongs to nobody' },
    ],
  },
  {
    file: 'miniprogram/packages/member/stores/sign-in/sign-in.ts',
    test: 'test/unit/member/sign-in.test.ts',
    changes: [
      {
        from: 'else this.wait(mobile, wait_seconds * 1_000);',
        to: 'else this.wait(this.mobile, wait_seconds * 1_000);',
        fails: 'belongs to the number that it was asked for',
      },
    ],
  },
  {
    file: 'miniprogram/packages/entrance/stores/entrance/entrance.ts',
    test: 'test/unit/staff/gate/entrance.test.ts',
    changes: [
      {
        from: 'if (!this.watched || ',
        to: 'if (',
        fails: 'an answer that comes after the page was hidden plans no further question',
      },
    ],
  },
]);
