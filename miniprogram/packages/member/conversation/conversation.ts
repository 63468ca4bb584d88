// One conversation with customer service: what was said, what is on its way, and where the next message is written.
import { component } from '../../../compose/bind/component';
import { whileAttached } from '../../../compose/bind/bound';
import { here } from '../../../compose/bind/here';
import { bindList } from '../../../compose/bind/list';
import { chosenOf, copied, onlyOne } from '../../../compose/bind/dialogs';
import { openPage, replacePage } from '../../../compose/bind/go';
import { bindStore, useCore } from '../../../compose/bind/page';
import { leaveTo } from '../../../compose/bind/leave';
import { keyboarded } from '../../../compose/bind/keyboard';
import { themed } from '../../../compose/bind/theme';
import type { Chunk } from '../../../format/chunks';
import { hasVisible } from '../../../format/unicode';
import type { TextPart } from '../format/links';
import type { MessageRow } from '../format/message-row';
import { QUESTIONS } from '../format/questions';
import { createTalk, SPARE_CHUNKS, talkFields } from '../compose/conversation';
import { conversationUrl, HOME, sessionIdFrom, signInUrl, TAB_URLS } from '../../../routes';
import { NO_FAILURE } from '../../../compose/bind/list-page';
import { followLink } from './links';
import { choosePictures } from './pictures';
import { ScrollKeeper } from './scroll-keeper';
import type { Talk } from '../stores/chat/talk';

interface Opened {
  talk: Talk;
  keeper: ScrollKeeper;
}
const pages = new WeakMap<object, Opened>();
/** In front: the window's title is theirs. */
const seen = new WeakSet<object>();
/** Each change of the list may scroll it too, and move the pill: that keeps a burst below 20 setData a second. */
const FLUSH_MS = 150;
const CHAT = { url: TAB_URLS.chat, tab: true };

type About<T extends WechatMiniprogram.IAnyObject> = WechatMiniprogram.CustomEvent<T>;

component({
  behaviors: [themed, keyboarded],
  data: {
    state: '',
    ...NO_FAILURE,
    banner: '',
    title: '',
    waiting: false,
    idle: true,
    unsure: false,
    end_said: false,
    closed: false,
    has_older: false,
    older: 'idle',
    rating: 'none',
    rating_score: 0,
    rating_note: '',
    pill: '',
    chunks: [] as Chunk<MessageRow>[],
    scroll_top: 0,
    text: '',
    trouble: '',
    unconsented: false,
    busy: false,
    questions: QUESTIONS,
    none: [] as readonly string[],
  },
  observers: {
    title() {
      this.paintTitle();
    },
    // Something above or below the list came or went, so the list's height changed.
    'state, banner, closed, waiting, idle, text, trouble, unconsented, keyboard, rating'() {
      pages.get(this)?.keeper.resized();
    },
  },
  lifetimes: {
    detached() {
      const opened = pages.get(this);
      if (opened === undefined) return;
      pages.delete(this);
      opened.talk.leave();
    },
  },
  pageLifetimes: {
    show() {
      seen.add(this);
      this.paintTitle();
      this.open();
    },
    hide() {
      seen.delete(this);
      const opened = pages.get(this);
      if (opened !== undefined) opened.talk.leave();
    },
  },
  methods: {
    onLoad(query: Record<string, string | undefined>) {
      const session_id = sessionIdFrom(query);
      if (session_id === null) {
        this.setData({ state: 'invalid' });
        return;
      }
      this.bind(createTalk(session_id));
      this.open();
    },
    bind(talk: Talk) {
      const keeper = new ScrollKeeper(this, {
        onBottom: (at_bottom) => talk.place.moved(at_bottom),
        onNearTop: () => {
          if (talk.may_load_older) talk.loadOlder();
        },
      });
      const host = {
        setData(data: Record<string, unknown>) {
          keeper.setData(data);
          talk.place.look();
        },
        createIntersectionObserver: (options: { observeAll: boolean; initialRatio: number }) =>
          this.createIntersectionObserver(options),
      };
      const { platform } = useCore();
      const rows = () => talk.rows;
      const options = {
        reserve: SPARE_CHUNKS,
        scroller: '.scroll',
        first_rows: Infinity,
        flush_ms: FLUSH_MS,
      };
      pages.set(this, { talk, keeper });
      whileAttached(
        this,
        bindList(host, 'chunks', rows, platform, options),
        // The state last: content is there when it says so.
        bindStore(this, talkFields(talk)),
      );
      keeper.resized();
    },
    paintTitle() {
      const { title } = this.data;
      if (title !== '' && seen.has(this)) void wx.setNavigationBarTitle({ title });
    },
    open() {
      const talk = pages.get(this)?.talk;
      if (talk === undefined || this.data.state === 'signed_out') return;
      talk.open();
      if (this.data.text === '' && talk.draft !== '') this.setData({ text: talk.draft });
    },

    onScroll(event: WechatMiniprogram.ScrollViewScroll) {
      pages.get(this)?.keeper.scrolled(event.detail);
    },
    onPill() {
      pages.get(this)?.keeper.toBottom();
    },
    onOlder() {
      pages.get(this)?.talk.loadOlder();
    },
    onReread() {
      pages.get(this)?.talk.reread();
    },
    onResize() {
      pages.get(this)?.keeper.resized();
    },

    onText(event: About<{ text: string }>) {
      const { text } = event.detail;
      this.setData({ text, ...(this.data.trouble === '' ? {} : { trouble: '' }) });
      pages.get(this)?.talk.typed(text);
    },
    onSend() {
      this.send(this.data.text);
    },
    onQuestion(event: WechatMiniprogram.TouchEvent<object, object, { text: string }>) {
      this.send(event.currentTarget.dataset.text);
    },
    onAsk(event: About<{ text: string }>) {
      this.send(event.detail.text);
    },
    send(text: string) {
      const opened = pages.get(this);
      if (opened === undefined || !hasVisible(text)) return;
      const trouble = opened.talk.sendText(text);
      this.setData(trouble === '' ? { text: '', trouble } : { trouble });
      if (trouble === '') opened.keeper.toBottom();
    },
    async onPicture() {
      const opened = pages.get(this);
      if (opened === undefined || this.data.busy) return;
      const chosen = await here(this, choosePictures(this));
      if (chosen === 'cancelled') return;
      if (chosen === 'unconsented') {
        this.setData({ trouble: '', unconsented: true });
        return;
      }
      if (chosen === 'refused') {
        this.setData({ unconsented: false, trouble: '没有相册或相机的权限，可在右上角「设置」里打开。' });
        return;
      }
      this.setData({ trouble: '', unconsented: false });
      const trouble = await here(this, opened.talk.sendPictures(chosen), 'busy');
      this.setData({ trouble });
      opened.keeper.toBottom();
    },

    onRetry(event: About<{ temp_message_id: string; needs_session: boolean }>) {
      const { temp_message_id, needs_session } = event.detail;
      if (needs_session) void this.moveOn(temp_message_id);
      else pages.get(this)?.talk.retry(temp_message_id);
    },
    onRemove(event: About<{ temp_message_id: string }>) {
      pages.get(this)?.talk.remove(event.detail.temp_message_id);
    },
    onCancel(event: About<{ temp_message_id: string }>) {
      const is_gone = pages.get(this)?.talk.remove(event.detail.temp_message_id) ?? true;
      // The message was sent between the drawing of the button and the tap.
      if (!is_gone) void wx.showToast({ title: '可能已发出，不能取消了', icon: 'none' });
    },
    onRevise(event: About<{ temp_message_id: string }>) {
      const { temp_message_id } = event.detail;
      if (this.data.closed) return void this.moveOn(temp_message_id, 'revise');
      const text = pages.get(this)?.talk.revise(temp_message_id);
      const trouble = text === undefined ? '输入框里放不下了。先发出或删去里面的内容，再点「编辑」。' : '';
      this.setData(text === undefined ? { trouble } : { text, trouble });
    },
    onNewSession() {
      void this.moveOn();
    },
    /** Goes on in the next session; a message that this one refused comes along. */
    async moveOn(temp_message_id?: string, then: 'send' | 'revise' = 'send') {
      const opened = pages.get(this);
      if (opened === undefined || this.data.busy) return;
      this.setData({ trouble: '' });
      const moved = await here(this, opened.talk.moveOn(temp_message_id, then), 'busy');
      if ('trouble' in moved) this.setData({ trouble: moved.trouble });
      else await here(this, replacePage(conversationUrl(moved.session_id)));
    },

    async onHold(event: About<{ row: MessageRow }>) {
      const { row } = event.detail;
      if (row.kind !== 'text') return;
      if ((await here(this, chosenOf(['复制']))) !== null) await here(this, copied(row.text, false));
    },
    onFollow(event: About<TextPart>) {
      return followLink(this, event.detail);
    },
    onPreview(event: About<{ image: string }>) {
      const opened = pages.get(this);
      if (opened === undefined) return;
      const urls = opened.talk.rows.map(({ image }) => image).filter((image) => image !== '');
      void onlyOne(() => wx.previewImage({ current: event.detail.image, urls }));
    },

    onRate(event: About<{ score: number }>) {
      pages.get(this)?.talk.rate(event.detail.score);
    },
    onDismiss() {
      pages.get(this)?.talk.dismiss();
    },
    onSignIn() {
      const session_id = pages.get(this)?.talk.session_id ?? '';
      void openPage(signInUrl(conversationUrl(session_id)));
    },
    onLeave() {
      void leaveTo(CHAT, HOME);
    },
  },
});
