// A page of a list is as long as it came, also where one of its rows cannot be read: what stands behind it is read on to.
import * as v from 'valibot';
import { customerBoardSchema } from '../../../miniprogram/packages/staff/api/schema/boards';
import { notesSchema } from '../../../miniprogram/packages/staff/api/schema/notes';
import { tasksSchema } from '../../../miniprogram/packages/staff/api/schema/tasks';
import { customerList } from '../../../miniprogram/packages/staff/stores/boards/customer-list';
import { Customers } from '../../../miniprogram/packages/staff/stores/customers/customers';
import { Notes } from '../../../miniprogram/packages/staff/stores/notes/notes';
import { Tasks } from '../../../miniprogram/packages/staff/stores/tasks/tasks';
import { createFakeTime } from '../../support/fake-time';
import { customer } from './boards/kit';
import { FakeServer, memoryArea, month, task } from './tasks/kit';

/** As a backend sends it that says nothing of its paging: full pages, the second row of the first one broken. */
const sent = (page: number, size: number, row: (id: number) => object): object[] =>
  Array.from({ length: page === 1 ? size : 1 }, (_, at) =>
    page === 1 && at === 1 ? { broken: true } : row((page - 1) * size + at),
  );

test('customers', async () => {
  const customers = new Customers({
    api: {
      customers: async ({ page, pageSize }) =>
        Promise.resolve(v.parse(customerBoardSchema, { items: sent(page, pageSize, customer) })),
    },
    config: { skillTypes: () => Promise.resolve([]) },
  });
  await customers.read();
  await customers.pages.loadMore();
  expect([customers.loaded.length, customers.pages.has_more, customers.pages.unreadable]).toEqual([
    50,
    false,
    1,
  ]);
});

test('customers of a board', async () => {
  const list = customerList(
    async ({ page, pageSize }) =>
      Promise.resolve(v.parse(customerBoardSchema, { items: sent(page, pageSize, customer) })),
    createFakeTime(),
  );
  await list.refresh();
  await list.loadMore();
  expect([list.loaded?.items.length, list.has_more]).toEqual([50, false]);
});

test('own notes', async () => {
  const note = (id: number) => ({ id, content: '', created_at: '2026-11-01' });
  const time = createFakeTime();
  const notes = new Notes({
    api: {
      notes: async ({ page, pageSize }) =>
        Promise.resolve(v.parse(notesSchema, { items: sent(page, pageSize, note) })),
      create: () => Promise.reject(new Error('nothing is written')),
      remove: () => Promise.reject(new Error('nothing is deleted')),
    },
    ...{ area: memoryArea(), timers: time, clock: { now: time.now, skew_ms: 0 }, nickname: () => '' },
  });
  await notes.own.refresh();
  await notes.own.loadMore();
  expect([notes.own.loaded?.list.length, notes.own.has_more]).toEqual([50, false]);
});

test('tasks', async () => {
  const clock = createFakeTime();
  const list = new Tasks({
    api: {
      ...new FakeServer([]).api,
      tasks: async ({ page, pageSize }) =>
        Promise.resolve(v.parse(tasksSchema, { items: sent(page, pageSize, task), performance: month })),
    },
    ...{ area: memoryArea(), clock, day: { now: clock.now, look: () => Promise.resolve() } },
  });
  await list.pages.load();
  await list.pages.loadMore();
  expect([list.all.length, list.pages.has_more]).toEqual([100, false]);
});
