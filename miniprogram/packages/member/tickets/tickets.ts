// 我的工单: the person's tickets by status; a backend without them says so.
import { useChat } from '../../../compose/chat';
import { SILENT_LIST } from '../../../compose/chat-listing';
import { bindList } from '../../../compose/bind/list';
import { bindStore, useCore } from '../../../compose/bind/page';
import { healing } from '../../../compose/bind/healing';
import { bindSmallList } from '../../../compose/bind/small-list';
import { themed } from '../../../compose/bind/theme';
import { ticketFailure, ticketListFields, ticketOptions, ticketRows } from '../../../compose/tickets';
import type { Chunk } from '../../../format/chunks';
import type { TicketOption, TicketRow } from '../../../format/ticket-row';
import { signInUrl, TAB_URLS, TICKETS, ticketUrl } from '../../../routes';

const unbind = new WeakMap<object, () => void>();
const tickets = () => useChat().room?.tickets;

Component({
  behaviors: [themed],
  data: {
    state: 'loading',
    status: '',
    ...SILENT_LIST,
    options: [] as TicketOption[],
    chunks: [] as Chunk<TicketRow>[],
  },
  lifetimes: {
    attached() {
      const list = bindList(this, 'chunks', ticketRows, useCore().platform);
      const stopOptions = bindSmallList(this, 'options', ticketOptions);
      // The state last: content is there when it says so.
      const fields = bindStore(this, ticketListFields());
      const stopHealing = healing(useCore().v4, ticketFailure, () => void tickets()?.refresh());
      const stops = [list.destroy, stopOptions, fields.destroy, stopHealing];
      unbind.set(this, () => stops.forEach((stop) => stop()));
    },
    detached() {
      unbind.get(this)?.();
    },
  },
  pageLifetimes: {
    show() {
      void tickets()?.refresh();
    },
  },
  methods: {
    async onPullDownRefresh() {
      try {
        await tickets()?.refresh();
      } finally {
        void wx.stopPullDownRefresh();
      }
    },
    onReachBottom() {
      if (tickets()?.adding.state !== 'failed') void tickets()?.loadMore();
    },
    onMore() {
      if (this.data.footer_action) void tickets()?.loadMore();
    },
    onStatus(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      tickets()?.choose(event.detail.value);
    },
    onOpen(event: WechatMiniprogram.CustomEvent<{ issue_id: string }>) {
      void wx.navigateTo({ url: ticketUrl(event.detail.issue_id) });
    },
    onRetry() {
      if (this.data.failed_action === 'sign_in') this.onSignIn();
      else void tickets()?.refresh();
    },
    onService() {
      void wx.switchTab({ url: TAB_URLS.chat });
    },
    onSignIn() {
      void wx.navigateTo({ url: signInUrl(TICKETS) });
    },
  },
});
