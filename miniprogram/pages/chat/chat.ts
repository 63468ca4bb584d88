// 客服: the person's sessions with customer service, the way into a conversation, and their tickets.
import { chatListFields, refreshChat, sessionRows, startSession, useChat } from '../../compose/chat';
import { whileAttached } from '../../compose/bind/bound';
import { bindList } from '../../compose/bind/list';
import { listPage, SILENT_LIST } from '../../compose/bind/list-page';
import { bindStore, useCore } from '../../compose/bind/page';
import { syncTabBar } from '../../compose/bind/tabs';
import { themed } from '../../compose/bind/theme';
import type { Chunk } from '../../format/chunks';
import type { SessionRow } from '../../format/session-row';
import { conversationUrl, signInUrl, TICKETS } from '../../routes';

const signIn = (): void => void wx.navigateTo({ url: signInUrl() });

Component({
  behaviors: [themed, listPage(() => useChat()?.sessions.pages, signIn)],
  data: {
    ...SILENT_LIST,
    state: 'loading',
    open_id: '',
    open_head: '',
    open_text: '',
    starting: false,
    start_error: '',
    chunks: [] as Chunk<SessionRow>[],
  },
  lifetimes: {
    attached() {
      whileAttached(
        this,
        bindList(this, 'chunks', sessionRows, useCore().platform),
        // The state last: content is there when it says so.
        bindStore(this, chatListFields()),
      );
    },
  },
  pageLifetimes: {
    show() {
      syncTabBar(this, 'chat');
      if (this.data.start_error !== '') this.setData({ start_error: '' });
      void refreshChat();
    },
  },
  methods: {
    onOpen(event: WechatMiniprogram.CustomEvent<{ session_id: string }>) {
      this.converse(event.detail.session_id);
    },
    /** Goes on with the open session, or starts one. */
    async onStart() {
      const { open_id, starting } = this.data;
      if (open_id !== '') return this.converse(open_id);
      if (starting) return;
      this.setData({ starting: true, start_error: '' });
      const started = await startSession();
      this.setData({ starting: false });
      if ('error' in started) this.setData({ start_error: started.error });
      else this.converse(started.session_id);
    },
    converse(session_id: string) {
      void wx.navigateTo({ url: conversationUrl(session_id) });
    },
    onTickets() {
      void wx.navigateTo({ url: TICKETS });
    },
    onSignIn: signIn,
  },
});
