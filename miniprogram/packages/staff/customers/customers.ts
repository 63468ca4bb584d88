// 客户: along what is worth a call, and searched as far as it is loaded.
import { whileAttached } from '../../../compose/bind/bound';
import { component } from '../../../compose/bind/component';
import { chosenOf } from '../../../compose/bind/dialogs';
import { goBack, openPage } from '../../../compose/bind/go';
import { healing } from '../../../compose/bind/healing';
import { here } from '../../../compose/bind/here';
import { bindList } from '../../../compose/bind/list';
import { listPage, SILENT_LIST } from '../../../compose/bind/list-page';
import { bindStore, useCore } from '../../../compose/bind/page';
import { afterPaint, staged } from '../../../compose/bind/staged';
import { themed } from '../../../compose/bind/theme';
import type { Chunk } from '../../../format/chunks';
import { CUSTOMERS, customerUrl, entranceUrl } from '../../../routes';
import type { PerPerson } from '../../../stores/person/per-person';
import {
  customerRows,
  customersFailure,
  customersFields,
  DIMENSIONS,
  showCustomers,
} from '../compose/customers';
import { networkTrouble, staffNow } from '../compose/performance';
import type { CustomerRow } from '../format/customer-row';
import type { Customers } from '../stores/customers/customers';

/** What each page shows. */
const pages = new WeakMap<object, PerPerson<Customers>>();
const of = (page: object): Customers | null => pages.get(page)?.current ?? null;

const signIn = (): void => void openPage(entranceUrl(CUSTOMERS));

/** What WeChat's chooser holds. */
const MOST_CHOICES = 6;

component({
  behaviors: [themed, staged, listPage((page: object) => of(page)?.pages, signIn)],
  data: {
    ...SILENT_LIST,
    state: '',
    dimensions: DIMENSIONS,
    dimension: '',
    project: '',
    can_choose: false,
    query: '',
    search_text: '',
    search_action: '',
    is_nothing: false,
    chunks: [] as Chunk<CustomerRow>[],
  },
  lifetimes: {
    attached() {
      const { platform, xcx } = useCore();
      const shown = showCustomers();
      pages.set(this, shown);
      whileAttached(
        this,
        bindList(this, 'chunks', () => customerRows(shown.current, staffNow()), platform),
        // The state last: content is there when it says so.
        bindStore(
          this,
          customersFields(() => shown.current, networkTrouble),
        ),
        healing(
          xcx,
          () => customersFailure(shown.current),
          () => void shown.current?.pages.refresh(),
        ),
        () => shown.dispose(),
      );
    },
  },
  pageLifetimes: {
    show() {
      afterPaint(this, () => void of(this)?.read());
    },
  },
  methods: {
    onDimension(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const chosen = DIMENSIONS.find(({ value }) => value === event.detail.value);
      if (chosen !== undefined) void of(this)?.chooseDimension(chosen.value);
    },
    async onProject() {
      const projects = (of(this)?.projects ?? []).slice(0, MOST_CHOICES);
      const at = await here(this, chosenOf(projects.map(({ text }) => text)));
      const chosen = projects[at ?? -1];
      if (chosen !== undefined) void of(this)?.chooseProject(chosen.value);
    },
    onQuery(event: WechatMiniprogram.Input) {
      of(this)?.search(event.detail.value);
    },
    onClearQuery() {
      of(this)?.search('');
    },
    onSearchOn() {
      void of(this)?.pages.loadMore();
    },
    onOpen(event: WechatMiniprogram.TouchEvent<object, object, { customer: string }>) {
      const { customer } = event.currentTarget.dataset;
      return customer === '' ? undefined : openPage(customerUrl(customer));
    },
    onBack() {
      return goBack();
    },
    onSignIn: signIn,
  },
});
