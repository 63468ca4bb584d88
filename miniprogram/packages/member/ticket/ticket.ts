// One ticket: what it is about, how far it is, and what came of it. The list's row is all that any route tells of it.
import { component } from '../../../compose/bind/component';
import { bindStore, useCore } from '../../../compose/bind/page';
import { whileAttached } from '../../../compose/bind/bound';
import { openPage, openTab } from '../../../compose/bind/go';
import { brokenLink, SILENT_LIST } from '../../../compose/bind/list-page';
import { here, pulled } from '../../../compose/bind/here';
import { healing } from '../../../compose/bind/healing';
import { themed } from '../../../compose/bind/theme';
import { startSession } from '../compose/session-list';
import { ticketFailure, ticketFields, useTickets } from '../compose/tickets';
import { blankTicketRow, TICKET_STEPS } from '../format/ticket-row';
import { conversationUrl, HOME, issueIdFrom, signInUrl, TAB_URLS, ticketUrl } from '../../../routes';

/** The ticket that each page shows. */
const shown = new WeakMap<object, string>();

component({
  behaviors: [themed],
  data: {
    ...blankTicketRow,
    steps: TICKET_STEPS,
    state: '',
    ...SILENT_LIST,
    starting: false,
    trouble: '',
  },
  pageLifetimes: {
    show() {
      this.seek();
    },
  },
  methods: {
    onLoad(query: Record<string, string | undefined>) {
      const issue_id = issueIdFrom(query);
      if (issue_id === null) {
        this.setData(brokenLink('服务单'));
        return;
      }
      shown.set(this, issue_id);
      whileAttached(
        this,
        bindStore(this, ticketFields(issue_id)),
        healing(useCore().v4, ticketFailure, () => void this.reread()),
      );
      this.seek();
    },
    seek() {
      const issue_id = shown.get(this);
      if (issue_id !== undefined) void useTickets()?.seek(issue_id);
    },
    reread() {
      const issue_id = shown.get(this);
      return issue_id === undefined ? undefined : useTickets()?.reread(issue_id);
    },
    onPullDownRefresh() {
      void pulled(this.reread());
    },
    onRetry() {
      if (this.data.failed_action === 'home') void openTab(HOME);
      else if (this.data.failed_action === 'sign_in') this.onSignIn();
      else void this.reread();
    },
    onConversation() {
      void openPage(conversationUrl(this.data.session_id));
    },
    /** The conversation, with this ticket named in what is to be written. */
    async onAgain() {
      if (this.data.starting) return;
      this.setData({ trouble: '' });
      const started = await here(this, startSession({ about: this.data.title }), 'starting');
      if ('error' in started) this.setData({ trouble: started.error });
      else void openPage(conversationUrl(started.session_id));
    },
    onService() {
      void openTab(TAB_URLS.chat);
    },
    onSignIn() {
      void openPage(signInUrl(ticketUrl(shown.get(this) ?? '')));
    },
  },
});
