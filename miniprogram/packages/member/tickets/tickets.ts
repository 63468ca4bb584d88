// 服务单: the person's tickets by status; a backend without them says so.
import { component } from '../../../compose/bind/component';
import { whileAttached } from '../../../compose/bind/bound';
import { openPage, openTab } from '../../../compose/bind/go';
import { bindList } from '../../../compose/bind/list';
import { listPage, SILENT_LIST } from '../../../compose/bind/list-page';
import { bindStore, useCore } from '../../../compose/bind/page';
import { healing } from '../../../compose/bind/healing';
import { bindSmallList } from '../../../compose/bind/small-list';
import { afterPaint, staged } from '../../../compose/bind/staged';
import { themed } from '../../../compose/bind/theme';
import { ticketFailure, ticketListFields, ticketOptions, ticketRows, useTickets } from '../compose/tickets';
import type { Chunk } from '../../../format/chunks';
import type { TicketOption, TicketRow } from '../format/ticket-row';
import { signInUrl, TAB_URLS, TICKETS, ticketUrl } from '../../../routes';

const signIn = (): void => void openPage(signInUrl(TICKETS));

component({
  behaviors: [themed, staged, listPage(() => useTickets()?.pages, signIn)],
  data: {
    ...SILENT_LIST,
    state: '',
    status: '',
    options: [] as TicketOption[],
    chunks: [] as Chunk<TicketRow>[],
  },
  lifetimes: {
    attached() {
      const { platform, v4 } = useCore();
      whileAttached(
        this,
        bindList(this, 'chunks', ticketRows, platform, { first_rows: 4 }),
        bindSmallList(this, 'options', ticketOptions),
        // The state last: content is there when it says so.
        bindStore(this, ticketListFields()),
        healing(v4, ticketFailure, () => void useTickets()?.pages.refresh()),
      );
    },
  },
  pageLifetimes: {
    show() {
      afterPaint(this, () => void useTickets()?.pages.refresh());
    },
  },
  methods: {
    onStatus(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      useTickets()?.choose(event.detail.value);
    },
    onOpen(event: WechatMiniprogram.CustomEvent<{ issue_id: string }>) {
      void openPage(ticketUrl(event.detail.issue_id));
    },
    onService() {
      void openTab(TAB_URLS.chat);
    },
    onSignIn: signIn,
  },
});
