// The real system's ways that differ from the published types: the wrappers read both, whatever the profile.
import { createTaskApi } from '../../../miniprogram/packages/staff/api/task';
import { PROFILES } from '../v4/kit';
import { useStaff } from './kit';

const FIRST = { page: 1, pageSize: 20 };
const board = { sort: 'perf_desc', skill: 'ALL', time: 'month' } as const;
const finance = { time: 'month', area: 'all', compare: true } as const;

describe.each(PROFILES)('quirks, %s', (profile) => {
  const kit = useStaff(profile);

  test('ids that come as numbers are text', async () => {
    const core = await kit.staff();
    const plain = await core.xcx.api.tasks.tasks(FIRST);
    kit.backend.dev.xcx.setQuirks({ ids_as_numbers: true });
    expect(await core.xcx.api.tasks.tasks(FIRST)).toEqual(plain);
    const [first] = plain.items;
    const detail = await createTaskApi(core.xcx.client).task(first?.id ?? '');
    expect(detail.id).toBe(first?.id);
    expect(detail.notes.every(({ id }) => typeof id === 'string')).toBe(true);
  });

  test('bodies without an envelope', async () => {
    const core = await kit.staff();
    const plain = await core.xcx.api.tasks.tasks(FIRST);
    kit.backend.dev.xcx.setQuirks({ unwrapped: true });
    expect(await core.xcx.api.tasks.tasks(FIRST)).toEqual(plain);
  });

  test('refusals before there was an envelope', async () => {
    const core = await kit.staff();
    kit.backend.dev.xcx.setQuirks({ bare_refusals: true });
    const refused = createTaskApi(core.xcx.client).task('1');
    await expect(refused).rejects.toMatchObject({
      failure: { kind: 'api', status: 404, code: '404', message: '任务不存在' },
    });
  });

  test('a review status that nobody knows yet', async () => {
    kit.backend.dev.xcx.setQuirks({ user_status: 'under_investigation' });
    const core = await kit.staff();
    expect(core.session.staff).toMatchObject({ user: { status: 'under_investigation' } });
  });

  test('review status: a refusal names its reason, and the person is described anew', async () => {
    const core = await kit.staff('demo-rejected');
    expect(core.session.staff).toMatchObject({
      user: { status: 'rejected', reject_reason: expect.any(String) as unknown },
    });
    await core.session.applyAsStaff({
      ...{ site_code: 'HZ001', applied_role_text: '助教', phone: '13800000000', nickname: '小禾' },
    });
    expect(core.session.staff).toMatchObject({ user: { status: 'pending' } });
    kit.backend.dev.xcx.review({ user_id: kit.userId('demo-rejected'), status: 'approved' });
    await core.session.refreshStaff();
    expect(core.session.staff).toMatchObject({ user: { status: 'approved' } });
  });
});

describe('boards as documented, in their other shapes', () => {
  const kit = useStaff('documented');

  test('the coach board as a page, the finance board as an object, a panel that is null', async () => {
    const core = await kit.staff('demo-manager');
    const coaches = await core.xcx.api.boards.coaches(board);
    const panels = await core.xcx.api.boards.finance(finance);
    kit.backend.dev.xcx.setQuirks({ coach_board_page: true, finance_metrics: true });
    expect(await core.xcx.api.boards.coaches(board)).toEqual(coaches);
    expect(await core.xcx.api.boards.finance(finance)).toEqual(panels);
    const [missing, ...others] = panels;
    kit.backend.dev.xcx.setQuirks({ null_panel: missing?.key ?? '' });
    expect(await core.xcx.api.boards.finance(finance)).toEqual(others);
  });
});
