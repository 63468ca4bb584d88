// A conversation with the assistant: what was asked and answered, the answer that is being written, and the next question.
import { whileAttached } from '../../../compose/bind/bound';
import { component } from '../../../compose/bind/component';
import { confirmed, copied } from '../../../compose/bind/dialogs';
import { openPage, openTab } from '../../../compose/bind/go';
import { healing } from '../../../compose/bind/healing';
import { here } from '../../../compose/bind/here';
import { leaveTo } from '../../../compose/bind/leave';
import { bindList } from '../../../compose/bind/list';
import { bindStore, useCore } from '../../../compose/bind/page';
import { bindSmallList } from '../../../compose/bind/small-list';
import { keyboarded } from '../../../compose/bind/keyboard';
import { themed } from '../../../compose/bind/theme';
import type { Chunk } from '../../../format/chunks';
import { hasVisible } from '../../../format/unicode';
import { assistantChatUrl, chatIdFrom, CHATS, entranceUrl, HOME, TAB_URLS } from '../../../routes';
import { NO_FAILURE } from '../../../compose/bind/list-page';
import { showTalk, talkFailure, talkFields, talkQuestions, talkRows } from '../compose/assistant';
import type { ShownTalk } from '../compose/assistant';
import type { TalkRow } from '../format/talk-row';
import type { Talk } from '../stores/talk/talk';
import { Follow } from './follow';
import { aboutIn, subjectUrl } from './subject-url';

interface Opened {
  shown: ShownTalk;
  follow: Follow;
}
const pages = new WeakMap<object, Opened>();

/** How long an answer says that it was copied, ms. */
const COPIED_MS = 2_000;

type About<T extends WechatMiniprogram.IAnyObject> = WechatMiniprogram.CustomEvent<T>;

component({
  behaviors: [themed, keyboarded],
  data: {
    state: '',
    ...NO_FAILURE,
    notice_text: '',
    title: '',
    subject_word: '',
    subject_title: '',
    subject_url: '',
    headline: '',
    sees: '',
    questions: [] as string[],
    has_older: false,
    older: 'idle',
    is_busy: false,
    has_tail: false,
    tail_alone: false,
    tail_state: 'whole',
    tail_text: '',
    tail_act: '',
    can_copy: false,
    can_retry: false,
    copied: false,
    chunks: [] as Chunk<TalkRow>[],
    scroll_top: 0,
    at_bottom: true,
    text: '',
    trouble: '',
  },
  observers: {
    title(title: string) {
      // The page may be gone by then: nothing depends on it.
      wx.setNavigationBarTitle({ title: title === '' ? '助手' : title, fail: () => undefined });
    },
    // Above, below or beside the rows something came or went.
    'state, notice_text, trouble, keyboard, tail_state, tail_text'() {
      pages.get(this)?.follow.resized();
    },
  },
  pageLifetimes: {
    show() {
      void this.talk()?.open();
    },
  },
  methods: {
    onLoad(query: Record<string, string | undefined>) {
      const about = aboutIn(query);
      const chat_id = chatIdFrom(query);
      if (about === null && chat_id === null) {
        this.setData({ state: 'invalid' });
        return;
      }
      const shown = showTalk({ chat_id, about });
      const follow = new Follow(this, {
        onBottom: (at_bottom) => this.setData({ at_bottom }),
        isBusy: () => this.data.is_busy,
      });
      pages.set(this, { shown, follow });
      const host = {
        setData: (data: Record<string, unknown>) => follow.setData(data),
        createIntersectionObserver: (options: { observeAll: boolean; initialRatio: number }) =>
          this.createIntersectionObserver(options),
      };
      const { platform, xcx } = useCore();
      const list = { scroller: '.scroll', first_rows: Infinity };
      whileAttached(
        this,
        bindList(host, 'chunks', talkRows(shown), platform, list),
        bindSmallList(this, 'questions', () => talkQuestions(shown)),
        bindStore(this, { ...talkFields(shown), subject_url: () => subjectUrl(shown()?.about ?? null) }),
        healing(
          xcx,
          () => talkFailure(shown),
          () => void shown()?.open(),
        ),
      );
      this.setData({ text: shown()?.draft ?? '' });
      void shown()?.open();
    },
    talk(): Talk | null {
      return pages.get(this)?.shown() ?? null;
    },

    onScroll(event: WechatMiniprogram.ScrollViewScroll) {
      pages.get(this)?.follow.scrolled(event.detail);
    },
    onBottom() {
      pages.get(this)?.follow.toBottom();
    },
    onOlder() {
      pages.get(this)?.follow.hold();
      void this.talk()?.older();
    },
    onResize() {
      pages.get(this)?.follow.resized();
    },

    onText(event: About<{ text: string }>) {
      const { text } = event.detail;
      this.setData({ text, ...(this.data.trouble === '' ? {} : { trouble: '' }) });
      const talk = this.talk();
      if (talk !== null) talk.draft = text;
    },
    onSend() {
      if (hasVisible(this.data.text)) this.ask(this.data.text.trim(), true);
    },
    onQuestion(event: WechatMiniprogram.TouchEvent<object, object, { text: string }>) {
      this.ask(event.currentTarget.dataset.text, false);
    },
    /** @param typed the words are the draft's, which is empty once they are sent */
    ask(content: string, typed: boolean) {
      const talk = this.talk();
      if (talk === null) return;
      const trouble = talk.ask(content);
      if (trouble === '' && typed) talk.draft = '';
      this.setData(trouble === '' && typed ? { trouble, text: '' } : { trouble });
      if (trouble === '') pages.get(this)?.follow.begin();
    },
    onStop() {
      this.talk()?.stop();
    },
    onResume() {
      pages.get(this)?.follow.begin();
      return this.talk()?.resume();
    },
    onAgain() {
      this.talk()?.again();
      pages.get(this)?.follow.begin();
    },
    async onCopy() {
      const { timers } = useCore().platform;
      if (!(await here(this, copied(this.talk()?.last?.answer.content ?? '')))) return;
      this.setData({ copied: true });
      whileAttached(
        this,
        timers.after(COPIED_MS, () => this.setData({ copied: false })),
      );
    },
    /** A mini program opens no other page of the web: its address is copied, once the person has seen it. */
    async onLink(event: WechatMiniprogram.TouchEvent<object, object, { url?: string }>) {
      const { url } = event.currentTarget.dataset;
      if (url === undefined) return;
      const content = `这是 AI 给的网址，小程序里打不开。可以复制后在浏览器里打开：\n${url}`;
      if (await here(this, confirmed({ title: '打开网址', content, confirmText: '复制网址' })))
        await here(this, copied(url, false));
    },

    onSubject() {
      const { subject_url } = this.data;
      if (subject_url === '') return undefined;
      if (subject_url === TAB_URLS.boards) return openTab(subject_url);
      // Where one came from: back, instead of once more on top.
      const below = getCurrentPages().slice(-2)[0] as unknown as { route: string } | undefined;
      const isBelow = below !== undefined && subject_url.slice(1).split('?')[0] === below.route;
      return isBelow ? leaveTo({ url: subject_url, tab: false }, HOME) : openPage(subject_url);
    },
    onRetry() {
      if (this.data.failed_action === 'sign_in') return this.onSignIn();
      return this.talk()?.open();
    },
    onSignIn() {
      const chat_id = this.talk()?.chat_id ?? null;
      return openPage(entranceUrl(chat_id === null ? CHATS : assistantChatUrl(chat_id)));
    },
    onLeave() {
      return leaveTo({ url: CHATS, tab: false }, HOME);
    },
  },
});
