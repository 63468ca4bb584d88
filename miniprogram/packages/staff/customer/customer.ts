// One customer: who they are and how to reach them, what is known of them, what they had, what was noted.
import { whileAttached } from '../../../compose/bind/bound';
import { component } from '../../../compose/bind/component';
import { openPage } from '../../../compose/bind/go';
import { healing } from '../../../compose/bind/healing';
import { leaveTo } from '../../../compose/bind/leave';
import { bindStore, useCore } from '../../../compose/bind/page';
import { afterPaint, staged } from '../../../compose/bind/staged';
import { themed } from '../../../compose/bind/theme';
import {
  askUrl,
  customerIdFrom,
  customerRecordsUrl,
  customerUrl,
  entranceUrl,
  TAB_URLS,
} from '../../../routes';
import type { PerPerson } from '../../../stores/person/per-person';
import { brokenLink, NO_FAILURE } from '../../../compose/bind/list-page';
import {
  bindCustomerRows,
  blankCustomerView,
  customerFailure,
  customerFields,
  NO_MODULES,
  showCustomer,
} from '../compose/customer';
import type { CustomerRows } from '../compose/customer';
import { useNotes } from '../compose/notes';
import { noting } from '../compose/noting';
import type { CustomerStore } from '../stores/customer/customer';

/** What each page shows. */
const pages = new WeakMap<object, PerPerson<CustomerStore>>();

/** What is not beside the name. */
const BELOW = [
  ...(['figures', 'strategies', 'clues', 'records', 'spent', 'favourites', 'tasks', 'notes'] as const),
];

const NO_ROWS: CustomerRows = {
  ...{ tags: [], figures: [], strategies: [], clues: [], records: [], spent: [], favourites: [] },
  ...{ tasks: [], notes: [] },
};

component({
  behaviors: [themed, staged, noting],
  data: {
    ...blankCustomerView,
    ...NO_MODULES,
    ...NO_ROWS,
    state: '',
    ...NO_FAILURE,
    ...{ stale_text: '', month_none: '', notes_none: '' },
    customer_id: '',
    /** Beyond the first few. */
    all_spent: false,
  },
  methods: {
    onLoad(query: Record<string, string | undefined>) {
      const id = customerIdFrom(query);
      if (id === null) {
        this.setData(brokenLink('客户'));
        return;
      }
      const shown = showCustomer(id);
      pages.set(this, shown);
      this.setData({ customer_id: id });
      whileAttached(
        this,
        bindCustomerRows(this, shown, ['tags']),
        bindStore(this, customerFields(shown)),
        healing(
          useCore().xcx,
          () => customerFailure(shown),
          () => void this.read(),
        ),
        () => shown.dispose(),
        // Nobody takes a deleted note back from another page.
        () => useNotes()?.flush(),
      );
      afterPaint(this, () => whileAttached(this, bindCustomerRows(this, shown, BELOW)));
    },
    /** Each time the page is seen, and pulled down. */
    read() {
      // By the own notes it is known which of the customer's can be deleted.
      return Promise.all([this.store()?.read(), useNotes()?.own.load()]);
    },
    store(): CustomerStore | null {
      return pages.get(this)?.current ?? null;
    },
    onRetry() {
      return this.data.failed_action === 'home' ? this.onLeave() : this.read();
    },
    onRetryHead() {
      return this.store()?.head.read();
    },
    onRetryMonth() {
      return this.store()?.month.read();
    },
    onRetryNotes() {
      return this.store()?.notes.read();
    },
    onSignIn() {
      return openPage(entranceUrl(customerUrl(this.data.customer_id)));
    },
    /** Who is not there, or not theirs: to where the person was. */
    onLeave() {
      return leaveTo(null, TAB_URLS.tasks);
    },
    onRecords() {
      return openPage(customerRecordsUrl(this.data.customer_id));
    },
    onAllSpent() {
      this.setData({ all_spent: true });
    },
    onAsk() {
      const { customer_id: context_id, name: title } = this.data;
      return openPage(
        askUrl({ context_type: 'customer', context_id, title, source: customerUrl(context_id) }),
      );
    },
  },
});
