// The staff's account, tasks, notes and configuration: each route's success, its empty reply, its refusals.
import { api, nothing, row } from './row';
import type { Refusal, Row, World } from './row';

const FIRST = { page: 1, pageSize: 20 };
const form = {
  site_code: 'HZ001',
  applied_role_text: '助教',
  phone: '13800000000',
  nickname: '小禾',
};

/** A coach's first open task. */
export async function openTask({ core }: World): Promise<string> {
  const { items } = await core.xcx.api.tasks.tasks({ ...FIRST, status: 'pending' });
  // The deployed system withdraws those that are long overdue: which they are goes by the day.
  const first = items.find(({ status }) => status === 'pending');
  if (first === undefined) throw new Error('no open task');
  return first.id;
}

async function abandoned(world: World): Promise<string> {
  const id = await openTask(world);
  await world.core.xcx.api.tasks.abandon(id, '客人搬家了');
  return id;
}

/** Someone under review may do nothing but ask about the review. */
export function notApproved(run: (world: World) => Promise<unknown>): Refusal<unknown> {
  return {
    name: 'before approval',
    run: async (world) => run(await world.as('demo-pending')),
    failure: api(403, '403'),
  };
}

/** The access token is refused, and the login it belongs to is over. */
export function ended(run: (world: World) => Promise<unknown>): Refusal<unknown> {
  return {
    name: 'the login is over',
    run(world) {
      world.backend.dev.xcx.endLogins(world.backend.dev.xcx.userId('demo-coach'));
      return run(world);
    },
    failure: { kind: 'signed_out', backend: 'xcx', reason: 'expired' },
  };
}

const account: Row[] = [
  row({
    route: 'login',
    prepare: nothing,
    call: ({ core }) => core.xcx.api.auth.login('demo-coach'),
    success: { user: { status: 'approved' }, access_token: expect.any(String) as unknown },
    refusals: [
      { name: 'no code', run: ({ core }) => core.xcx.api.auth.login(''), failure: api(422, '422') },
      {
        name: 'a code for the second time',
        run: async ({ core }) => {
          await core.xcx.api.auth.login('demo-coach-once12345');
          return core.xcx.api.auth.login('demo-coach-once12345');
        },
        failure: api(401, '401'),
      },
    ],
    without: ['ids'],
  }),
  row({
    route: 'dev_login',
    prepare: nothing,
    call: ({ core }) => core.xcx.api.auth.devLogin('somebody', 'rejected'),
    success: { user: { status: 'rejected', reject_reason: expect.any(String) as unknown } },
    refusals: [
      { name: 'no openid', run: ({ core }) => core.xcx.api.auth.devLogin(''), failure: api(422, '422') },
      {
        name: 'no such status',
        run: ({ core }) => core.xcx.api.auth.devLogin('somebody', 'retired'),
        failure: api(422, '422'),
      },
    ],
    without: ['ids'],
  }),
  row({
    route: 'me',
    prepare: nothing,
    call: ({ core }) => core.xcx.api.auth.me(),
    success: { status: 'approved', nickname: expect.any(String) as unknown },
    refusals: [ended(({ core }) => core.xcx.api.auth.me())],
    without: ['ids'],
  }),
  row({
    route: 'apply',
    as: 'demo-new',
    prepare: nothing,
    call: ({ core }) => core.xcx.api.auth.apply(form),
    success: { status: 'pending', nickname: '小禾' },
    refusals: [
      {
        name: 'a wrong site',
        run: ({ core }) => core.xcx.api.auth.apply({ ...form, site_code: '1' }),
        failure: api(422, '422'),
      },
      {
        name: 'a wrong phone',
        run: ({ core }) => core.xcx.api.auth.apply({ ...form, phone: '1' }),
        failure: api(422, '422'),
      },
      {
        name: 'under review already',
        run: async ({ core }) => {
          await core.xcx.api.auth.apply(form);
          return core.xcx.api.auth.apply(form);
        },
        failure: api(409, '409'),
      },
      {
        name: 'a stopped account',
        run: async (world) => (await world.as('demo-disabled')).core.xcx.api.auth.apply(form),
        failure: api(403, '403'),
      },
    ],
    without: ['ids'],
  }),
];

const tasks: Row[] = [
  row({
    route: 'tasks',
    prepare: nothing,
    call: ({ core }) => core.xcx.api.tasks.tasks(FIRST),
    success: {
      page: 1,
      items: expect.arrayContaining([expect.objectContaining({ status: 'pending' })]) as unknown,
      performance: { month_label: expect.any(String) as unknown },
    },
    empty: {
      run: async (world) => (await world.as('demo-empty')).core.xcx.api.tasks.tasks(FIRST),
      reply: { items: [], total: 0 },
    },
    list: (value) => (value as { items: unknown[] }).items,
    refusals: [
      notApproved(({ core }) => core.xcx.api.tasks.tasks(FIRST)),
      {
        name: 'a page that is none',
        run: ({ core }) => core.xcx.api.tasks.tasks({ ...FIRST, page: 0 }),
        failure: api(422, '422'),
      },
    ],
  }),
  row({
    route: 'task',
    prepare: openTask,
    call: ({ staff }, id) => staff.task.task(id),
    success: { status: 'pending', retention_clues: expect.any(Array) as unknown },
    refusals: [
      { name: 'nobody’s', run: ({ staff }) => staff.task.task('99999999'), failure: api(404, '404') },
      notApproved(({ staff }) => staff.task.task('1')),
    ],
    deployed: { renamed: { course_type_class: 'type_class' } },
  }),
  ...([true, false] as const).map((is_pinned) =>
    row({
      route: is_pinned ? 'pin' : 'unpin',
      prepare: openTask,
      call: ({ core }, id) => core.xcx.api.tasks.setPinned(id, is_pinned),
      success: { is_pinned },
      refusals: [
        {
          name: 'nobody’s',
          run: ({ core }) => core.xcx.api.tasks.setPinned('99999999', is_pinned),
          failure: api(404, '404'),
        },
        notApproved(({ core }) => core.xcx.api.tasks.setPinned('1', is_pinned)),
      ],
      without: ['ids', 'enumerations'],
    }),
  ),
  row({
    route: 'abandon',
    prepare: openTask,
    call: ({ core }, id) => core.xcx.api.tasks.abandon(id, '客人搬家了'),
    success: { status: 'abandoned' },
    refusals: [
      {
        name: 'no reason',
        run: ({ core }, id) => core.xcx.api.tasks.abandon(id, ' '),
        failure: api(422, '422'),
      },
      {
        name: 'a second time',
        run: async ({ core }, id) => {
          await core.xcx.api.tasks.abandon(id, '客人搬家了');
          return core.xcx.api.tasks.abandon(id, '客人搬家了');
        },
        failure: api(409, '409'),
      },
    ],
    without: ['ids'],
  }),
  row({
    route: 'restore',
    prepare: abandoned,
    call: ({ core }, id) => core.xcx.api.tasks.restore(id),
    success: { status: 'pending' },
    refusals: [
      {
        name: 'not abandoned',
        run: async ({ core }, id) => {
          await core.xcx.api.tasks.restore(id);
          return core.xcx.api.tasks.restore(id);
        },
        failure: api(409, '409'),
      },
    ],
    without: ['ids'],
  }),
];

const target = (target_id: string) => ({ target_type: 'task', target_id }) as const;

const notes: Row[] = [
  row({
    route: 'notes',
    prepare: nothing,
    call: ({ staff }) => staff.notes.notes(FIRST),
    success: {
      items: expect.arrayContaining([
        expect.objectContaining({ tag_type: expect.any(String) as unknown }),
      ]) as unknown,
    },
    empty: {
      run: async (world) => (await world.as('demo-empty')).staff.notes.notes(FIRST),
      reply: { items: [], total: 0 },
    },
    list: (value) => (value as { items: unknown[] }).items,
    refusals: [
      notApproved(({ staff }) => staff.notes.notes(FIRST)),
      {
        name: 'on nothing',
        run: ({ staff }) => staff.notes.notes({ ...FIRST, ...target('99999999') }),
        failure: api(404, '404'),
      },
    ],
  }),
  row({
    route: 'create_note',
    prepare: openTask,
    call: ({ staff }, id) =>
      staff.notes.create({ content: '喜欢靠窗', ...target(id), rating_revisit_likelihood: 4 }),
    success: { content: '喜欢靠窗', rating_revisit_likelihood: 4 },
    refusals: [
      {
        name: 'nothing said',
        run: ({ staff }, id) => staff.notes.create({ content: '', ...target(id) }),
        failure: api(422, '422'),
      },
      {
        name: 'a rating out of bounds',
        run: ({ staff }, id) =>
          staff.notes.create({ content: 'x', ...target(id), rating_service_willingness: 6 }),
        failure: api(422, '422'),
      },
      {
        name: 'on nothing',
        run: ({ staff }) => staff.notes.create({ content: 'x', ...target('99999999') }),
        failure: api(404, '404'),
      },
    ],
  }),
  row({
    route: 'delete_note',
    prepare: async (world) => {
      const task = await openTask(world);
      return (await world.staff.notes.create({ content: 'x', ...target(task) })).id;
    },
    call: ({ staff }, id) => staff.notes.remove(id),
    success: null,
    refusals: [
      {
        name: 'gone already',
        run: async ({ staff }, id) => {
          await staff.notes.remove(id);
          return staff.notes.remove(id);
        },
        failure: api(404, '404'),
      },
      {
        name: 'another’s',
        run: async (world, id) => (await world.as('demo-empty')).staff.notes.remove(id),
        failure: api(403, '403'),
      },
    ],
    ignored: true,
  }),
];

export const staffRows: readonly Row[] = [...account, ...tasks, ...notes];
