// 助手: the conversations so far, searched, and the way into a new one.
import { whileAttached } from '../../../compose/bind/bound';
import { component } from '../../../compose/bind/component';
import { openPage } from '../../../compose/bind/go';
import { healing } from '../../../compose/bind/healing';
import { bindList } from '../../../compose/bind/list';
import { listPage, SILENT_LIST } from '../../../compose/bind/list-page';
import { bindStore, useCore } from '../../../compose/bind/page';
import { themed } from '../../../compose/bind/theme';
import type { Chunk } from '../../../format/chunks';
import { askUrl, assistantChatUrl, CHATS, entranceUrl } from '../../../routes';
import { chatRows, chatsFailure, chatsFields, useChats } from '../compose/assistant';
import type { ChatRow } from '../format/chat-row';

const signIn = (): void => void openPage(entranceUrl(CHATS));

component({
  behaviors: [themed, listPage(() => useChats()?.pages, signIn)],
  data: {
    ...SILENT_LIST,
    state: '',
    query: '',
    no_match: false,
    chunks: [] as Chunk<ChatRow>[],
  },
  lifetimes: {
    attached() {
      const { platform, xcx } = useCore();
      whileAttached(
        this,
        bindList(this, 'chunks', chatRows, platform),
        // The state last: content is there when it says so.
        bindStore(this, chatsFields()),
        healing(xcx, chatsFailure, () => void useChats()?.pages.refresh()),
        // Who comes back looks at all of them.
        () => useChats()?.search(''),
      );
    },
  },
  pageLifetimes: {
    show() {
      void useChats()?.pages.refresh();
    },
  },
  methods: {
    onQuery(event: WechatMiniprogram.Input) {
      useChats()?.search(event.detail.value);
    },
    onClear() {
      useChats()?.search('');
    },
    onOpen(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      return openPage(assistantChatUrl(event.currentTarget.dataset.id));
    },
    onNew() {
      return openPage(askUrl({ context_type: 'general' }));
    },
    onSignIn: signIn,
  },
});
