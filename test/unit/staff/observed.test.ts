// What a store of the staff's pages reads reaches who looks at it: the page is told, whatever else the store holds.
import { autorun } from 'mobx-miniprogram';
import { formatMinute } from '../../../miniprogram/format/time';
import { BusinessDay } from '../../../miniprogram/packages/staff/stores/business-day';
import { Glance } from '../../../miniprogram/packages/staff/stores/glance/glance';
import { CoachStore } from '../../../miniprogram/packages/staff/stores/coach/coach';
import { coachFields } from '../../../miniprogram/packages/staff/stores/coach/coach-view';
import { CustomerRecords } from '../../../miniprogram/packages/staff/stores/customer/customer-records';
import { servicesFields } from '../../../miniprogram/packages/staff/stores/customer/customer-records-view';
import { Customers } from '../../../miniprogram/packages/staff/stores/customers/customers';
import { customersFields } from '../../../miniprogram/packages/staff/stores/customers/customers-view';
import { boardFields } from '../../../miniprogram/packages/staff/stores/boards/boards-view';
import { Month } from '../../../miniprogram/packages/staff/stores/month';
import { Performance } from '../../../miniprogram/packages/staff/stores/performance/performance';
import { performanceFields } from '../../../miniprogram/packages/staff/stores/performance/performance-view';
import { MonthRecords } from '../../../miniprogram/packages/staff/stores/performance/records';
import { recordsFields } from '../../../miniprogram/packages/staff/stores/performance/records-view';
import type { ApiCoachDetail } from '../../../typings/xcx/coaches';
import type { ApiCustomerRecordsResponse } from '../../../typings/xcx/customers';
import type { ApiPerfOverview, ApiPerfRecordsResponse } from '../../../typings/xcx/performance';
import { settle } from '../../support/fake-time';
import { coach, customer, desk as boardsDesk, NOW } from './boards/kit';
import { desk as tasksDesk, task } from './tasks/kit';

const clock = { now: () => NOW };
const online = () => '' as const;
const overview: ApiPerfOverview = {
  ...{ total_income: 7, total_hours: 1, total_customers: 1, income_items: [], this_month_records: [] },
  ...{ new_customers: [], regular_customers: [] },
};
const records: ApiPerfRecordsResponse = {
  summary: { total_count: 1, total_hours: 1, total_hours_raw: 1, total_income: 7 },
  date_groups: [{ date: '2026-11-27', total_hours: 1, total_income: 7, records: [] }],
  has_more: false,
};

/** Every state that is seen while `act` runs, and after. */
async function seen(look: () => unknown, act: () => unknown): Promise<unknown[]> {
  const states: unknown[] = [];
  const stop = autorun(() => states.push(look()));
  await act();
  await settle();
  stop();
  return states;
}

test('a coach: the row, and the detail', async () => {
  const store = new CoachStore('1', {
    api: { coach: () => Promise.resolve({ name: '白露', top_customers: [] } as unknown as ApiCoachDetail) },
    boards: { coaches: () => Promise.resolve([coach(1)]) },
    known: () => null,
  });
  const fields = coachFields(
    () => store,
    () => NOW,
    { tasks: false, mates: false },
  );
  const names = ['state', 'detail_state', 'stars', 'name'];
  const states = await seen(() => names.map((name) => fields[name]?.()).join(), store.read);
  expect([states[0], states.at(-1)]).toEqual(['loading,loading,,未知助教', 'ready,ready,4.6,白露']);
});

test('a month: the figures, the days, who can be chosen, another month', async () => {
  const page = new Performance(
    {
      api: { overview: () => Promise.resolve(overview), records: () => Promise.resolve(records) },
      boards: { coaches: () => Promise.resolve([coach(1)]) },
      ...{ clock, may_choose: true },
    },
    null,
  );
  const fields = performanceFields(
    () => page,
    clock.now,
    () => true,
    online,
  );
  const names = ['state', 'days_state', 'may_choose', 'income', 'whose', 'month_text'];
  const states = await seen(
    () => names.map((name) => fields[name]?.()).join(),
    async () => {
      await page.read();
      await page.chooseCoach('1');
      void page.move(-1);
    },
  );
  expect(states).toContain('ready,ready,true,¥7,全店,2026年11月');
  expect(states).toContain('loading,loading,true,--,助教1,2026年10月');
});

test('a month’s records, and another month’s', async () => {
  const page = new MonthRecords({ records: () => Promise.resolve(records) }, clock, null, null);
  const fields = recordsFields(() => page, online);
  const states = await seen(
    () => `${String(fields['state']?.())} ${String(fields['month_text']?.())}`,
    async () => {
      await page.read();
      await page.move(-1);
    },
  );
  // Never the records of one month under the name of another.
  expect(states.filter((state, at) => state !== states[at - 1])).toEqual([
    ...['loading 2026年11月', 'ready 2026年11月', 'loading 2026年10月', 'ready 2026年10月'],
  ]);
});

test('a customer’s services: whose, and of which table', async () => {
  const reply: ApiCustomerRecordsResponse = {
    ...{
      customer_name: '林',
      customer_phone: '',
      relation_index: '',
      tables: [],
      records: [],
      has_more: false,
    },
  };
  const page = new CustomerRecords({ records: () => Promise.resolve(reply) }, clock, '9');
  const fields = servicesFields(() => page, online);
  const names = ['state', 'has_head', 'name', 'table'];
  const states = await seen(
    () => names.map((name) => fields[name]?.()).join(),
    async () => {
      await page.read();
      await page.chooseTable('2');
    },
  );
  expect(states).toContain('empty,true,林,');
  expect(states.at(-1)).toBe('empty,true,林,2');
});

test('the customers: what is chosen, what is looked for, what there is to choose', async () => {
  const customers = new Customers({
    api: {
      customers: ({ page, pageSize }) => Promise.resolve({ items: [customer(1)], total: 1, page, pageSize }),
    },
    config: {
      skillTypes: () =>
        Promise.resolve([
          { value: 'ALL', text: '全部' },
          { value: 'KTV', text: 'KTV' },
        ]),
    },
  });
  const fields = customersFields(() => customers, online);
  const names = ['state', 'dimension', 'project', 'query', 'is_nothing'];
  const states = await seen(
    () => names.map((name) => fields[name]?.()).join(),
    async () => {
      await customers.read();
      await customers.chooseProject('KTV');
      customers.search('没有');
    },
  );
  expect(states[0]).toBe('loading,recall,,,false');
  expect(states.at(-1)).toBe('ready,recall,KTV,没有,true');
});

test('the boards: which one, what is chosen, what was read', async () => {
  const { boards } = boardsDesk();
  const fields = boardFields(() => boards, online);
  const names = ['board', 'state', 'summary'];
  const states = await seen(
    () => names.map((name) => fields[name]?.()).join(),
    async () => {
      await boards.look();
      await boards.choose('customers');
      await boards.set({ dimension: 'loyal' });
    },
  );
  expect([states[0], states.at(-1)]).toEqual([
    ...['coaches,loading,按工时 · 全部技能 · 本月', 'customers,ready,亲密 · 全部项目'],
  ]);
});

test('the tasks: what is done to one, the filter, how much is shown', async () => {
  const { tasks: list } = await tasksDesk([task(1), task(2)]);
  const states = await seen(
    () => `${list.groups.pinned.length} ${list.applied.query} ${list.found} ${list.swiped}`,
    async () => {
      await list.setPinned({ id: '1', customer_name: '客户1' }, true);
      list.setFilter({ query: '客户2' });
      list.learn();
    },
  );
  expect([states[0], states.at(-1)]).toEqual(['0  2 false', '0 客户2 1 true']);
});

test('the month at a glance', async () => {
  const glance = new Glance({ overview: () => Promise.resolve(overview) }, clock);
  const states = await seen(() => `${glance.view.state} ${glance.view.income}`, glance.look);
  expect(states).toEqual(['unread --', 'loading --', 'ready ¥7']);
});

test('the day of the books', async () => {
  const day = new BusinessDay({ clock, api: { runtimeClock: () => Promise.resolve('2026-05-03') } });
  const states = await seen(() => formatMinute(day.now()), day.look);
  expect(states).toEqual(['2026-11-27 14:00', '2026-05-03 14:00']);
});

test('the month of a page', async () => {
  const month = new Month(clock, { year: 2025, month: 1 });
  expect(
    await seen(
      () => month.text,
      () => month.move(-1),
    ),
  ).toEqual(['2026年11月', '2026年10月']);
});
