// 绩效明细: a month's records by day, whose heads stay while their day is in view.
import { component } from '../../../compose/bind/component';
import { whileAttached } from '../../../compose/bind/bound';
import { bindList } from '../../../compose/bind/list';
import { listPage, SILENT_LIST } from '../../../compose/bind/list-page';
import { goBack, openPage } from '../../../compose/bind/go';
import { here } from '../../../compose/bind/here';
import { bindStore, useCore } from '../../../compose/bind/page';
import { healing } from '../../../compose/bind/healing';
import { afterPaint, staged } from '../../../compose/bind/staged';
import { themed } from '../../../compose/bind/theme';
import type { Chunk } from '../../../format/chunks';
import { coachIdFrom, customerUrl, entranceUrl, recordsUrl } from '../../../routes';
import {
  monthIn,
  networkTrouble,
  recordsFailure,
  recordsFields,
  rowsOf,
  showRecords,
  staffNow,
} from '../compose/performance';
import { monthly } from '../compose/monthly';
import { dayKey } from '../format/record-rows';
import type { RecordRow } from '../format/record-rows';
import type { PerPerson } from '../../../stores/person/per-person';
import type { MonthRecords } from '../stores/performance/records';

/** What each page shows. */
const pages = new WeakMap<object, PerPerson<MonthRecords>>();
/** The day that its address asks for, until the page is shown. */
const sought = new WeakMap<object, string>();
const of = (page: object): MonthRecords | null => pages.get(page)?.current ?? null;

/** Month bar and head of a day, which cover what is scrolled to, px. */
const COVERED_PX = 44;
/** Between two looks for the node of a day that was just read, ms; and how many looks. */
const LOOK_MS = 60;
const LOOKS = 25;

component({
  behaviors: [
    themed,
    staged,
    monthly(of, () => void wx.pageScrollTo({ scrollTop: 0, duration: 0 })),
    listPage(
      (page: object) => of(page)?.pages,
      () => void openPage(entranceUrl(recordsUrl({}))),
    ),
  ],
  data: {
    ...SILENT_LIST,
    state: '',
    is_estimate: false,
    income: '',
    hours: '',
    hours_raw: '',
    count: '',
    chunks: [] as Chunk<RecordRow>[],
  },
  pageLifetimes: {
    show() {
      const day = sought.get(this);
      sought.delete(this);
      afterPaint(this, () => {
        void of(this)?.read();
        // After the reading has begun: its first page would take away what was read on to the day before it came.
        if (day !== undefined) void this.open(day);
      });
    },
  },
  methods: {
    onLoad(query: Record<string, string | undefined>) {
      const { platform, xcx } = useCore();
      const { day } = query;
      const shown = showRecords(coachIdFrom(query), monthIn(day) ?? monthIn(query['month']));
      pages.set(this, shown);
      whileAttached(
        this,
        bindList(this, 'chunks', () => rowsOf(() => shown.current, staffNow), platform),
        // The state last: content is there when it says so.
        bindStore(
          this,
          recordsFields(() => shown.current, networkTrouble),
        ),
        healing(
          xcx,
          () => recordsFailure(shown.current),
          () => void shown.current?.pages.refresh(),
        ),
        () => shown.dispose(),
      );
      if (day !== undefined) sought.set(this, day);
    },
    /**
     * Reads on until the day is there, and goes to it. @param date from the address: a day without records is ignored
     */
    async open(date: string) {
      const records = of(this);
      if (records === null || monthIn(date) === null || !(await here(this, records.seek(date)))) return;
      this.goTo(`#${dayKey(date)}`, LOOKS);
    },
    goTo(selector: string, looks: number) {
      this.createSelectorQuery()
        .select(selector)
        .boundingClientRect((found: object | null) => {
          if (found !== null) {
            void wx.pageScrollTo({ selector, offsetTop: -COVERED_PX, duration: 0 });
          } else if (looks > 0 && pages.has(this)) {
            whileAttached(
              this,
              useCore().platform.timers.after(LOOK_MS, () => this.goTo(selector, looks - 1)),
            );
          }
        })
        .exec();
    },
    onBack() {
      void goBack();
    },
    onOpen(event: WechatMiniprogram.TouchEvent<object, object, { customer?: string }>) {
      const { customer = '' } = event.currentTarget.dataset;
      if (customer !== '') void openPage(customerUrl(customer));
    },
  },
});
