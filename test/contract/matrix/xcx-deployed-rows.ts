// Routes of the deployed system alone: conversations by context, one coach, the stores of a person, the books' day.
import { api, nothing, row } from './row';
import type { Row, World } from './row';
import { notApproved, openTask } from './xcx-rows';

async function storeElsewhere({ core }: World): Promise<string> {
  const { stores = [], store_id } = await core.xcx.api.auth.me();
  const other = stores.find((one) => one.store_id !== store_id);
  if (other === undefined) throw new Error('the person has one store only');
  return other.store_id;
}

const coaches: Row[] = [
  row({
    route: 'coach',
    only: 'deployed',
    prepare: nothing,
    call: ({ staff }) => staff.coaches.coach('1'),
    success: {
      name: expect.any(String) as unknown,
      task_groups: { visible: expect.any(Array) as unknown },
      history_months: expect.any(Array) as unknown,
    },
    refusals: [
      { name: 'another coach', run: ({ staff }) => staff.coaches.coach('2'), failure: api(403, '403') },
      { name: 'nobody', run: ({ staff }) => staff.coaches.coach('9999'), failure: api(404, '404') },
      notApproved(({ staff }) => staff.coaches.coach('1')),
    ],
  }),
];

const others: Row[] = [
  row({
    route: 'open_chat',
    only: 'deployed',
    prepare: async (world) => {
      const context_id = await openTask(world);
      await world.staff.assistant.ask({ content: '怎么说？', context_type: 'task', context_id });
      return context_id;
    },
    call: ({ staff }, context_id) => staff.assistant.open({ context_type: 'task', context_id }),
    success: {
      chat_id: expect.any(String) as unknown,
      items: expect.arrayContaining([expect.objectContaining({ role: 'assistant' })]) as unknown,
    },
    empty: {
      run: ({ staff }) => staff.assistant.open({ context_type: 'general' }),
      reply: { items: [] },
    },
    list: (value) => (value as { items: unknown[] }).items,
    refusals: [
      {
        name: 'about somebody else’s task',
        run: async (world, context_id) =>
          (await world.as('demo-empty')).staff.assistant.open({ context_type: 'task', context_id }),
        failure: api(403, '403'),
      },
    ],
  }),
  row({
    route: 'switch_store',
    only: 'deployed',
    as: 'demo-stores',
    prepare: storeElsewhere,
    call: ({ core }, store_id) => core.xcx.api.auth.switchStore(store_id),
    success: { access_token: expect.any(String) as unknown, user: { store_id: '2' } },
    refusals: [
      {
        name: 'another’s store',
        run: async (world, store_id) =>
          (await world.as('demo-coach')).core.xcx.api.auth.switchStore(store_id),
        failure: api(403, '403'),
      },
    ],
    without: ['ids'],
  }),
  row({
    route: 'runtime_clock',
    only: 'deployed',
    prepare: nothing,
    call: ({ core }) => core.xcx.api.config.runtimeClock().then((business_date) => ({ business_date })),
    success: { business_date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as unknown },
    refusals: [notApproved(({ core }) => core.xcx.api.config.runtimeClock())],
    without: ['ids', 'enumerations'],
  }),
];

export const deployedStaffRows: readonly Row[] = [...coaches, ...others];
