// The body of 客服: the open session, or the way into one; the person's tickets; and the sessions that are over.
import { component } from '../../../../compose/bind/component';
import { bound, whileAttached } from '../../../../compose/bind/bound';
import { here } from '../../../../compose/bind/here';
import { openPage } from '../../../../compose/bind/go';
import { bindList } from '../../../../compose/bind/list';
import { chatView } from '../../../../compose/late-view';
import { listPage, SILENT_LIST } from '../../../../compose/bind/list-page';
import { bindStore, useCore } from '../../../../compose/bind/page';
import type { Chunk } from '../../../../format/chunks';
import { conversationUrl, signInUrl, TICKETS } from '../../../../routes';
import {
  firstSessions,
  openDraft,
  readTickets,
  sessionListFields,
  sessionPages,
  sessionRows,
  startSession,
} from '../../compose/session-list';
import { QUESTIONS } from '../../format/questions';
import type { SessionRow } from '../../format/session-row';

const signIn = (): void => void openPage(signInUrl());

/** The last `shows` that each was told of. */
const seen = new WeakMap<object, number>();

component({
  behaviors: [bound, listPage(sessionPages, signIn)],
  properties: {
    /** How often the page was shown. */
    shows: { type: Number, value: 0 },
  },
  data: {
    ...SILENT_LIST,
    state: '',
    open_id: '',
    open_title: '',
    open_face: '',
    open_status: '',
    open_time: '',
    open_last: '',
    open_badge: '',
    open_unsent: '',
    has_history: false,
    slips: 0,
    draft: '',
    questions: QUESTIONS,
    starting: false,
    start_error: '',
    chunks: [] as Chunk<SessionRow>[],
  },
  observers: {
    shows() {
      this.see();
    },
  },
  lifetimes: {
    attached() {
      whileAttached(
        this,
        bindList(this, 'chunks', sessionRows, useCore().platform),
        // The state last: content is there when it says so.
        bindStore(this, sessionListFields()),
        chatView.keep(firstSessions),
      );
      this.see();
    },
  },
  methods: {
    /** The page is in front of the person again. */
    see() {
      const { shows } = this.data;
      if (shows === 0 || seen.get(this) === shows) return;
      seen.set(this, shows);
      this.setData({ start_error: '', draft: openDraft() });
      void sessionPages()?.refresh();
      readTickets();
    },
    onOpen(event: WechatMiniprogram.CustomEvent<{ session_id: string }>) {
      this.converse(event.detail.session_id);
    },
    /** Goes on with the open session, or starts one. */
    onStart() {
      const { open_id } = this.data;
      return open_id === '' ? this.start() : this.converse(open_id);
    },
    onAsk(event: WechatMiniprogram.TouchEvent<object, object, { text: string }>) {
      return this.start(event.currentTarget.dataset.text);
    },
    /** @param say a first message, sent at once */
    async start(say?: string) {
      if (this.data.starting) return;
      this.setData({ start_error: '' });
      const started = await here(this, startSession(say === undefined ? {} : { say }), 'starting');
      if ('error' in started) this.setData({ start_error: started.error, draft: openDraft() });
      else this.converse(started.session_id);
    },
    converse(session_id: string) {
      void openPage(conversationUrl(session_id));
    },
    onTickets() {
      void openPage(TICKETS);
    },
  },
});
