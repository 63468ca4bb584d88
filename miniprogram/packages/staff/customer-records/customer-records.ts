// 服务记录: what was given to a customer, by month and by table.
import { whileAttached } from '../../../compose/bind/bound';
import { component } from '../../../compose/bind/component';
import { openPage } from '../../../compose/bind/go';
import { healing } from '../../../compose/bind/healing';
import { leaveTo } from '../../../compose/bind/leave';
import { bindList } from '../../../compose/bind/list';
import { listPage, SILENT_LIST } from '../../../compose/bind/list-page';
import { bindStore, useCore } from '../../../compose/bind/page';
import { bindSmallList } from '../../../compose/bind/small-list';
import { afterPaint, staged } from '../../../compose/bind/staged';
import { themed } from '../../../compose/bind/theme';
import type { Chunk } from '../../../format/chunks';
import { maskedMobile } from '../../../format/person';
import { customerIdFrom, customerRecordsUrl, entranceUrl, TAB_URLS } from '../../../routes';
import type { PerPerson } from '../../../stores/person/per-person';
import {
  servicesFailure,
  servicesFields,
  servicesFigures,
  servicesRows,
  servicesTables,
  showServices,
} from '../compose/customer';
import { monthly } from '../compose/monthly';
import { networkTrouble, staffNow } from '../compose/performance';
import type { HeadFigure } from '../format/customer-view';
import type { ServiceRow } from '../format/service-row';
import type { CustomerRecords } from '../stores/customer/customer-records';

/** What each page shows. */
const pages = new WeakMap<object, PerPerson<CustomerRecords>>();
const of = (page: object): CustomerRecords | null => pages.get(page)?.current ?? null;

const signIn = (page: object): void => void openPage(entranceUrl(customerRecordsUrl(of(page)?.id ?? '')));

component({
  behaviors: [themed, staged, monthly(of), listPage((page: object) => of(page)?.pages, signIn)],
  data: {
    ...SILENT_LIST,
    state: '',
    has_head: false,
    ...{ name: '', heart: '', phone: '', phone_full: '' },
    /** The phone as it is to be seen. */
    number: '',
    is_shown: false,
    figures: [] as HeadFigure[],
    table: '',
    tables: [] as { value: string; text: string }[],
    chunks: [] as Chunk<ServiceRow>[],
  },
  observers: {
    'phone, phone_full, is_shown'(phone: string, full: string, is_shown: boolean) {
      this.setData({ number: is_shown ? full : maskedMobile(phone === '' ? full : phone) });
    },
  },
  pageLifetimes: {
    show() {
      afterPaint(this, () => void of(this)?.read());
    },
  },
  methods: {
    onLoad(query: Record<string, string | undefined>) {
      const id = customerIdFrom(query);
      if (id === null) return this.setData({ state: 'gone' });
      const { platform, xcx } = useCore();
      const shown = showServices(id);
      pages.set(this, shown);
      whileAttached(
        this,
        bindList(this, 'chunks', () => servicesRows(shown.current, staffNow()), platform),
        bindSmallList(this, 'figures', () => servicesFigures(shown.current)),
        bindSmallList(this, 'tables', () => servicesTables(shown.current)),
        // The state last: content is there when it says so.
        bindStore(
          this,
          servicesFields(() => shown.current, networkTrouble),
        ),
        healing(
          xcx,
          () => servicesFailure(shown.current),
          () => void shown.current?.pages.refresh(),
        ),
        () => shown.dispose(),
      );
    },
    onTable(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      void of(this)?.chooseTable(event.detail.value);
    },
    onReveal() {
      if (this.data.phone_full !== '') this.setData({ is_shown: !this.data.is_shown });
    },
    onLeave() {
      return leaveTo(null, TAB_URLS.tasks);
    },
    onSignIn() {
      signIn(this);
    },
  },
});
