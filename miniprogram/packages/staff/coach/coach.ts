// 助教: a coach's month, income, tasks, customers, services, half year and notes; without the route, the head alone.
import { comparer, observable, reaction } from 'mobx-miniprogram';
import { whileAttached } from '../../../compose/bind/bound';
import { component } from '../../../compose/bind/component';
import { goBack, openPage } from '../../../compose/bind/go';
import { healing } from '../../../compose/bind/healing';
import { pulled } from '../../../compose/bind/here';
import { leaveTo } from '../../../compose/bind/leave';
import { bindStore, useCore } from '../../../compose/bind/page';
import { bindSmallList } from '../../../compose/bind/small-list';
import { themed } from '../../../compose/bind/theme';
import type { ChartContent } from '../../../format/chart';
import {
  askUrl,
  coachIdFrom,
  coachUrl,
  customerUrl,
  entranceUrl,
  recordsUrl,
  TAB_URLS,
} from '../../../routes';
import type { PerPerson } from '../../../stores/person/per-person';
import { NO_FAILURE } from '../../../compose/bind/list-page';
import { useBoards } from '../compose/boards';
import {
  coachFields,
  coachIncome,
  coachMates,
  coachMonths,
  coachNotes,
  coachRecords,
  coachScale,
  coachSkills,
  coachTasks,
  isOfStore,
  showCoach,
  staffNow,
} from '../compose/coach';
import type { MonthLine, PersonLine, TaskLine } from '../compose/coach';
import type { IncomeRow } from '../format/income';
import type { NoteRow } from '../format/note-row';
import type { Tick } from '../format/pay-scale';
import type { CoachStore } from '../stores/coach/coach';

/** Which lists were opened. */
interface Opened {
  tasks: boolean;
  mates: boolean;
}
/** What each page shows. */
const pages = new WeakMap<object, { id: string; shown: PerPerson<CoachStore>; opened: Opened }>();

component({
  behaviors: [themed],
  data: {
    state: '',
    detail_state: 'loading',
    ...NO_FAILURE,
    ...{ name: '', avatar: '', level: '', tone: '', month: '', hours: '', income: '', customers: '' },
    ...{ stars: '', done: '', has_scale: false, scale_fill: 0, scale_text: '' },
    ...{ tasks_count: '', tasks_left: 0, tasks_cut: 0, mates_count: '', mates_left: 0, mates_cut: 0 },
    unreadable_text: '',
    skills: [] as string[],
    cuts: [] as number[],
    ticks: [] as Tick[],
    ring: null as ChartContent | null,
    income_rows: [] as IncomeRow[],
    tasks: [] as TaskLine[],
    mates: [] as PersonLine[],
    records: [] as PersonLine[],
    months: [] as MonthLine[],
    notes: [] as NoteRow[],
    /** All records have a page that this person may see. */
    has_records: false,
  },
  pageLifetimes: {
    show() {
      void this.read();
    },
  },
  methods: {
    onLoad(query: Record<string, string | undefined>) {
      const id = coachIdFrom(query);
      if (id === null) {
        this.setData({ state: 'gone' });
        return;
      }
      const shown = showCoach(id);
      const opened = observable<Opened>({ tasks: false, mates: false });
      pages.set(this, { id, shown, opened });
      const coach = (): CoachStore | null => shown.current;
      const lists = {
        skills: () => coachSkills(coach, useBoards()?.skills ?? null),
        cuts: () => coachScale(coach)?.cuts ?? [],
        ticks: () => coachScale(coach)?.ticks ?? [],
        income_rows: () => coachIncome(coach)?.rows ?? [],
        tasks: () => coachTasks(coach, staffNow(), opened.tasks),
        mates: () => coachMates(coach, opened.mates),
        records: () => coachRecords(coach, staffNow()),
        months: () => coachMonths(coach),
        notes: () => coachNotes(coach, staffNow()),
      };
      whileAttached(
        this,
        reaction(
          () => coachIncome(coach)?.ring ?? null,
          (ring) => this.setData({ ring }),
          { equals: comparer.structural, fireImmediately: true },
        ),
        ...Object.entries(lists).map(([field, read]) => bindSmallList<unknown>(this, field, read)),
        // The state last: content is there when it says so.
        bindStore(this, {
          has_records: () => isOfStore() || coach()?.detail_state === 'ready',
          ...coachFields(coach, staffNow, opened),
        }),
        healing(
          useCore().xcx,
          () => coach()?.trouble ?? null,
          () => void this.read(),
        ),
        () => shown.dispose(),
      );
      void this.read();
    },
    /** Each time the page is seen, and pulled down. */
    read() {
      void useBoards()?.readSkills();
      return pages.get(this)?.shown.current?.read();
    },
    onPullDownRefresh() {
      void pulled(this.read());
    },
    onRetry() {
      if (this.data.failed_action === 'sign_in') {
        return openPage(entranceUrl(coachUrl(pages.get(this)?.id ?? '')));
      }
      return this.read();
    },
    onLeave() {
      return leaveTo(null, TAB_URLS.boards);
    },
    onBack() {
      return goBack();
    },
    onTasks() {
      this.open({ tasks: true });
    },
    onMates() {
      this.open({ mates: true });
    },
    open(some: Partial<Opened>) {
      const opened = pages.get(this)?.opened;
      if (opened !== undefined) Object.assign(opened, some);
    },
    onCustomer(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      return id === '' ? undefined : openPage(customerUrl(id));
    },
    /** A manager's are of this coach; anybody else sees their own page only. */
    onRecords() {
      const { id = '' } = pages.get(this) ?? {};
      return openPage(recordsUrl(isOfStore() ? { coach_id: id } : {}));
    },
    onAsk() {
      const { id = '' } = pages.get(this) ?? {};
      const about = { context_type: 'coach', context_id: id, title: this.data.name } as const;
      return openPage(askUrl({ ...about, source: coachUrl(id) }));
    },
  },
});
