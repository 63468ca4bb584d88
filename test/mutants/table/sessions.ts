// The session list, unread messages, ratings, and what a chat does with the socket's events.
import { rowsOf } from '../row';

const CHAT = 'miniprogram/packages/member/stores/chat';
const TESTS = 'test/unit/member/chat';
const ONCE = 'counts what it has itself once, and what came after it on top';
const CLOSED = 'never opens a session that was closed meanwhile';

export const sessions = rowsOf('sessions', [
  {
    file: `${CHAT}/sessions.ts`,
    test: `${TESTS}/sessions.test.ts`,
    changes: [
      { from: 'this.pushed = beyond(this.pushed, sessions);', to: '', fails: ONCE },
      {
        from: 'if (session_id === this.on_screen) return 0;',
        to: '',
        fails: 'counts nothing of the conversation in front, whatever the list says',
      },
      {
        from: 'isClosed(known) ? { ...newest, status: known.status } : newest',
        to: 'false ? { ...newest, status: known.status } : newest',
        fails: CLOSED,
      },
      {
        from: "if (!isClosed(before) && status === 'closed') this.parts.onClosed(session_id);",
        to: "if (status === 'closed') this.parts.onClosed(session_id);",
        fails: 'tells of a closing once, whoever says it first',
      },
      {
        from: 'closed.forEach((session) => this.parts.onClosed(idOf(session)));',
        to: '',
        fails: 'tells of a closing once, whoever says it first',
      },
      {
        from: 'if (list === this.list) return true;',
        to: '',
        fails: 'a push that changes nothing writes nothing',
      },
      {
        from: 'const newest = withNewest(session, known);',
        to: 'const newest = session;',
        fails: 'stays the newest that is known where the list names one with a smaller id',
      },
      {
        from: 'if (old === null || !joins) return',
        to: 'if (old === null) return',
        fails: 'a first page that shares no session with the known list replaces it',
      },
      {
        from: 'if (old.pages_read > 1) return this.kept({ ...old, list });',
        to: '',
        fails: 'a list that was read to its end stays so',
      },
      {
        from: 'if (next_page === null) return this.kept({ list: ordered(told), next_page, pages_read: 1 });',
        to: '',
        fails: 'a list that shrank to one page is that page',
      },
    ],
  },
  {
    file: `${CHAT}/sessions.ts`,
    test: `${TESTS}/customer-chat.test.ts`,
    changes: [
      {
        from: 'if (message.customer_service_session_id !== this.on_screen) {',
        to: 'if (true) {',
        fails: 'counts unread agents’ lines once, none of a conversation in front',
        equivalent:
          'What is in front counts nothing while it is (`unread`), and `look` forgets what was pushed there when it is left.',
      },
      {
        from: 'for (const seen of [this.on_screen, session_id]) if (seen !== undefined) this.markRead(seen);',
        to: '',
        fails: 'counts unread agents’ lines once, none of a conversation in front',
      },
    ],
  },
  {
    file: `${CHAT}/session-list.ts`,
    test: `${TESTS}/sessions.test.ts`,
    changes: [
      {
        from: 'compareIds(message.chat_message_id, lastId(session)) <= 0) return sessions;',
        to: 'false) return sessions;',
        fails: 'a push that changes nothing writes nothing',
      },
      {
        from: '!isClosed(session) && session.status !== status',
        to: 'session.status !== status',
        fails: CLOSED,
      },
      {
        from: 'ids.filter((id) => compareIds(id, lastId(row)) > 0)',
        to: 'ids.filter((id) => compareIds(id, lastId(row)) >= 0)',
        fails: ONCE,
      },
      {
        from: 'row === undefined ? ids : ids.filter((id) => compareIds(id, lastId(row)) > 0)',
        to: '[] as Id[]',
        fails: ONCE,
      },
    ],
  },
  {
    file: `${CHAT}/session-list.ts`,
    test: `${TESTS}/customer-chat.test.ts`,
    changes: [
      {
        from: "if (message.sender_type !== 'admin') return pushed;",
        to: '',
        fails: 'counts unread agents’ lines once, none of a conversation in front',
      },
    ],
  },
  {
    file: `${CHAT}/rating.ts`,
    test: `${TESTS}/customer-chat.test.ts`,
    changes: [
      {
        from: "if (this.of(session_id).state === 'none') this.keep",
        to: 'this.keep',
        fails: 'asks for a rating once (deployed)',
      },
      {
        from: "if (before === 'sending' || before === 'done') return;",
        to: '',
        fails: 'keeps the rating card at a refusal',
      },
      {
        from: "if (known.state === 'noted') void this.rate(session_id, known.score);\n    else ",
        to: '',
        fails: 'notes a rating while the session goes on',
      },
      {
        from: "typeof noted !== 'number' || !isClosed(session)",
        to: "typeof noted !== 'number' || true",
        fails: 'sends it after a restart too',
      },
      {
        from: "this.keep(session_id, { state: 'sending', score }, score);",
        to: "this.keep(session_id, { state: 'sending', score }, 'done');",
        fails: 'tries again when the network is back',
      },
    ],
  },
  {
    file: `${CHAT}/rating.ts`,
    test: `${TESTS}/rating.test.ts`,
    changes: [
      {
        from: 'failure.status === 409 ||',
        to: '',
        fails: 'a session that is rated already is done, by the status or by the words',
      },
      {
        from: "|| failure.message.includes('已评分')",
        to: '',
        fails: 'a session that is rated already is done, by the status or by the words',
      },
      {
        from: "if (state === 'asked' || state === 'refused') this.keep",
        to: 'this.keep',
        fails: 'a rating that is on its way is not sent twice, nor dismissed',
      },
      {
        from: "if (state !== 'sending' && state !== 'done') this.keep",
        to: 'this.keep',
        fails: 'a rating that is on its way is not sent twice, nor dismissed',
      },
    ],
  },
  {
    file: `${CHAT}/customer-chat.ts`,
    test: `${TESTS}/customer-chat.test.ts`,
    changes: [
      {
        from: 'channel.onConnected(() => this.catchUp()),',
        to: '',
        fails: 'closes the gap at once after a connect',
      },
      {
        from: 'conversation === this.on_screen) this.readIn(VERIFY_MS);',
        to: 'conversation === this.on_screen) this.readIn(POLL_MS);',
        fails: 'shows a pushed line at once and verifies it by the history within seconds',
      },
      {
        from: "if (closes(last)) this.sessions.setStatus(session_id, 'closed');",
        to: '',
        fails: 'learns from a system line that the session is closed',
      },
      {
        from: 'lifecycle.onHide(() => this.flush()),',
        to: '',
        fails: 'writes the draft down when the app goes to the background',
      },
    ],
  },
  {
    file: `${CHAT}/customer-chat.ts`,
    test: `${TESTS}/left.test.ts`,
    changes: [
      {
        from: 'this.offs.forEach((off) => off());',
        to: '',
        fails: 'nothing that is pushed, shown or connected reaches the chat any more',
      },
      {
        from: 'this.outbox.dispose();',
        to: '',
        fails: 'no picture that waited is left on the phone',
      },
      {
        from: 'network.connected && lifecycle.visible;',
        to: 'network.connected;',
        fails: 'nothing is asked of the server, whatever comes or is due',
      },
      {
        from: 'if (!this.mayRequest) return;',
        to: '',
        fails: 'nothing is asked of the server, whatever comes or is due',
      },
      {
        from: 'if (this.mayRequest) {',
        to: 'if (true) {',
        fails: 'nothing is asked of the server, whatever comes or is due',
      },
      {
        from: 'lifecycle.onShow(() => this.resume()),',
        to: '',
        fails: 'what is due is done when the app is seen again',
      },
      {
        from: 'this.sessions.look(undefined);\n    this.silence();',
        to: 'this.sessions.look(undefined);',
        fails: 'and none that was left',
      },
      {
        from: 'if (this.on_screen === null) return;\n    if (this.mayRequest) {\n      void this.on_screen.sync();',
        to: 'if (this.on_screen === null) return;\n    if (this.mayRequest) {',
        fails: 'is read again within half a minute',
      },
    ],
  },
  {
    file: `${CHAT}/session-list.ts`,
    test: `${TESTS}/session-list.test.ts`,
    changes: [
      {
        from: '[...sessions].sort(rank)',
        to: '[...sessions]',
        fails: 'stand with the open one first, then by what was said last',
      },
    ],
  },
  {
    file: `${CHAT}/tickets.ts`,
    test: `${TESTS}/tickets-view.test.ts`,
    changes: [
      {
        from: 'found || isFresh || pages.has_more ? found : this.reread(issue_id)',
        to: 'found',
        fails: 'is looked for in a list that is read anew',
      },
    ],
  },
  {
    file: `${CHAT}/tickets-view.ts`,
    test: `${TESTS}/tickets-view.test.ts`,
    changes: [
      {
        from: "if (has_more || refreshing.state === 'running') return 'loading';",
        to: "if (has_more && refreshing.state === 'running') return 'loading';",
        fails: 'is loading between two pages though nothing is being read just then',
      },
      {
        from: "return refreshing.state === 'failed' ? 'failed' : 'missing';",
        to: "return 'missing';",
        fails: 'is not called missing where the list that lacks it could not be read anew',
      },
    ],
  },
  {
    file: `${CHAT}/sessions-view.ts`,
    test: `${TESTS}/sessions-view.test.ts`,
    changes: [
      {
        from: "chat.sessions.state === 'loading' ||",
        to: '',
        fails: 'is not there while the list is not, nor where it could not be read',
      },
    ],
  },
]);
