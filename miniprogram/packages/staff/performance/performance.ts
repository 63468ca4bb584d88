// 绩效: a coach's month at a glance; a manager sees the store's, or chooses a coach.
import { component } from '../../../compose/bind/component';
import { comparer, observable, reaction } from 'mobx-miniprogram';
import { whileAttached } from '../../../compose/bind/bound';
import { bindList } from '../../../compose/bind/list';
import { goBack, openPage } from '../../../compose/bind/go';
import { pulled } from '../../../compose/bind/here';
import { bindStore, useCore } from '../../../compose/bind/page';
import { healing } from '../../../compose/bind/healing';
import { bindSmallList } from '../../../compose/bind/small-list';
import { afterPaint, staged } from '../../../compose/bind/staged';
import { themed } from '../../../compose/bind/theme';
import type { ChartContent } from '../../../format/chart';
import type { Chunk } from '../../../format/chunks';
import { coachIdFrom, customerUrl, entranceUrl, performanceUrl, recordsUrl } from '../../../routes';
import {
  coachNames,
  daysOf,
  FACES,
  freshMates,
  incomeOf,
  isOfStore,
  latestRows,
  networkTrouble,
  performanceFields,
  REGULARS,
  regularRows,
  scaleOf,
  showPerformance,
  staffNow,
} from '../compose/performance';
import { monthly } from '../compose/monthly';
import type { LatestRow, Mate, RegularRow } from '../compose/performance';
import type { IncomeRow } from '../format/income';
import type { Tick } from '../format/pay-scale';
import type { PerPerson } from '../../../stores/person/per-person';
import { NO_FAILURE } from '../../../compose/bind/list-page';
import type { Performance } from '../stores/performance/performance';

/** Which lists were opened. */
interface Opened {
  fresh: boolean;
  regular: boolean;
}
/** What each page shows. */
const pages = new WeakMap<object, { shown: PerPerson<Performance>; opened: Opened }>();
const of = (page: object): Performance | null => pages.get(page)?.shown.current ?? null;

component({
  behaviors: [themed, staged, monthly(of)],
  data: {
    state: '',
    ...NO_FAILURE,
    notice_text: '',
    notice_action: '',
    whose: '',
    may_choose: false,
    coach_at: 0,
    coaches: [] as string[],
    is_estimate: false,
    income: '',
    hours: '',
    customers: '',
    has_scale: false,
    scale_fill: 0,
    scale_text: '',
    scale_gap: '',
    scale_next: '',
    scale_prize: '',
    scale_top: '',
    cuts: [] as number[],
    ticks: [] as Tick[],
    rates_now: '',
    rates_next: '',
    ring: null as ChartContent | null,
    about: '',
    income_rows: [] as IncomeRow[],
    days_state: 'loading',
    days_sentence: '',
    bars: null as ChartContent | null,
    records_more: '',
    latest: [] as LatestRow[],
    fresh: [] as Mate[],
    fresh_count: '',
    fresh_left: '',
    regular: [] as Chunk<RegularRow>[],
    regular_count: '',
    regular_left: '',
    is_blank: false,
  },
  pageLifetimes: {
    show() {
      afterPaint(this, () => void of(this)?.read());
    },
  },
  methods: {
    onLoad(query: Record<string, string | undefined>) {
      const { platform, xcx } = useCore();
      const shown = showPerformance(coachIdFrom(query));
      const opened = observable<Opened>({ fresh: false, regular: false });
      pages.set(this, { shown, opened });
      const now = (): Performance | null => shown.current;
      const set = (data: Record<string, unknown>): void => this.setData(data);
      const income = () => incomeOf(now);
      /** Sets a field when its content changed, and then as a whole, since a chart is drawn anew from all of it. */
      const follow = (field: string, read: () => unknown) =>
        reaction(read, (value) => set({ [field]: value }), {
          equals: comparer.structural,
          fireImmediately: true,
        });
      const regularLeft = () => (now()?.overview.now?.value.regular_customers.length ?? 0) - REGULARS;
      const freshLeft = () => (now()?.overview.now?.value.new_customers.length ?? 0) - FACES + 1;
      whileAttached(
        this,
        bindSmallList(this, 'coaches', () => coachNames(now)),
        bindStore(this, {
          fresh_left: () => (opened.fresh || freshLeft() < 2 ? '' : `+${freshLeft()}`),
          regular_left: () => (opened.regular || regularLeft() < 1 ? '' : `展开其余 ${regularLeft()} 位`),
          ...performanceFields(now, staffNow, isOfStore, networkTrouble),
        }),
        reaction(
          () => [now()?.coach_id, now()?.month.value],
          () => {
            this.setData({ about: '' });
            Object.assign(opened, { fresh: false, regular: false });
          },
        ),
        healing(
          xcx,
          () => now()?.failure ?? null,
          () => void now()?.read(),
        ),
        () => shown.dispose(),
      );
      // What is below the head of an earlier reading, with the rest.
      afterPaint(this, () =>
        whileAttached(
          this,
          follow('ring', () => income()?.ring ?? null),
          follow('bars', () => daysOf(now, staffNow)?.bars ?? null),
          bindSmallList(this, 'cuts', () => scaleOf(now, isOfStore)?.cuts ?? []),
          bindSmallList(this, 'ticks', () => scaleOf(now, isOfStore)?.ticks ?? []),
          bindSmallList(this, 'income_rows', () => income()?.rows ?? []),
          bindSmallList(this, 'latest', () => latestRows(now, staffNow)),
          bindSmallList(this, 'fresh', () => freshMates(now, opened.fresh)),
          bindList(this, 'regular', () => regularRows(now, opened.regular), platform),
        ),
      );
    },
    onPullDownRefresh() {
      void pulled(of(this)?.read());
    },
    onRetry() {
      if (this.data.failed_action === 'sign_in') void openPage(entranceUrl(performanceUrl()));
      else void of(this)?.read();
    },
    onCoach(event: WechatMiniprogram.CustomEvent<{ value: string | number }>) {
      const coach = of(this)?.coaches[Number(event.detail.value) - 1];
      void of(this)?.chooseCoach(coach?.id ?? null);
    },
    onSlice(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
      const at = event.detail.index;
      const view = incomeOf(() => of(this));
      const about = view?.abouts[at] ?? '';
      this.setData({ about: about === '' ? '' : `${view?.ring?.parts[at]?.label ?? ''}：${about}` });
    },
    onDay(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
      const day = daysOf(() => of(this), staffNow)?.dates[event.detail.index];
      if (day !== undefined) void openPage(this.records({ day }));
    },
    onRecords() {
      void openPage(this.records({}));
    },
    /** The records of what shows. */
    records(query: { day?: string }): string {
      const { coach_id = null, month } = of(this) ?? {};
      return recordsUrl({
        ...(coach_id === null ? {} : { coach_id }),
        ...(month === undefined ? {} : { month: month.value }),
        ...query,
      });
    },
    onFresh() {
      const opened = pages.get(this)?.opened;
      if (opened !== undefined) Object.assign(opened, { fresh: true });
    },
    onRegular() {
      const opened = pages.get(this)?.opened;
      if (opened !== undefined) Object.assign(opened, { regular: true });
    },
    onCustomer(event: WechatMiniprogram.TouchEvent<object, object, { customer?: string }>) {
      const { customer = '' } = event.currentTarget.dataset;
      if (customer !== '') void openPage(customerUrl(customer));
    },
    onBack() {
      void goBack();
    },
  },
});
