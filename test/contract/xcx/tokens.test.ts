// The staff's tokens over real HTTP: rotation, one refresh for all, and what ends a sign-in.
import { createFakeTime } from '../../support/fake-time';
import { failing, PROFILES } from '../v4/kit';
import { useStaff } from './kit';

describe.each(PROFILES)('the staff’s tokens, %s', (profile) => {
  const REFRESH = 'POST /api/xcx/refresh';
  const FIRST = { page: 1, pageSize: 20 };
  const kit = useStaff(profile);
  const refreshes = () => kit.backend.dev.requests.count(REFRESH);

  test('B4 50 parallel staff 401s, a stream among them: one refresh, both tokens new', async () => {
    const core = await kit.staff();
    const before = core.session.tokens('staff').read()?.tokens;
    kit.backend.dev.xcx.expireAccess(kit.userId('demo-coach'));
    const asked = kit
      .assistant(core)
      .stream({ content: '今天先做什么？', context_type: 'general' }, () => undefined);
    const lists = Array.from({ length: 49 }, () => core.xcx.api.tasks.tasks(FIRST));
    const replies = await Promise.all([asked, ...lists]);
    expect(replies).toHaveLength(50);
    expect(refreshes()).toBe(1);
    const after = core.session.tokens('staff').read()?.tokens;
    expect(after?.access_token).not.toBe(before?.access_token);
    expect(after?.refresh_token).not.toBe(before?.refresh_token);
  });

  test('B4 a refresh that the network loses signs nobody out, and the token is renewed by the next call', async () => {
    const core = await kit.staff();
    kit.backend.dev.xcx.expireAccess(kit.userId('demo-coach'));
    kit.backend.dev.drop({ count: 1, when: 'before', prefix: '/api/xcx/refresh' });
    expect(
      await failing(
        core.xcx.api.auth.apply({
          site_code: 'HZ001',
          applied_role_text: 'x',
          phone: '13800000000',
          nickname: 'x',
        }),
      ),
    ).toEqual({ kind: 'network', unsent: true });
    expect(core.session.staff.state).toBe('signed_in');
    await expect(core.xcx.api.auth.me()).resolves.toMatchObject({ status: 'approved' });
  });

  test('B4 a refresh whose answer is lost was used up: the next use of it ends the sign-in, with the reason', async () => {
    const core = await kit.staff();
    kit.backend.dev.xcx.expireAccess(kit.userId('demo-coach'));
    kit.backend.dev.drop({ count: 1, when: 'after', prefix: '/api/xcx/refresh' });
    await failing(
      core.xcx.api.auth.apply({
        site_code: 'HZ001',
        applied_role_text: 'x',
        phone: '13800000000',
        nickname: 'x',
      }),
    );
    expect(core.session.staff.state).toBe('signed_in');
    expect(await failing(core.xcx.api.auth.me())).toEqual({
      kind: 'signed_out',
      backend: 'xcx',
      reason: 'expired',
    });
    expect(core.session.staff).toEqual({ state: 'signed_out', reason: 'expired' });
  });

  test('B4 a rotated token used a second time: signed out, told once', async () => {
    const core = await kit.staff();
    const old = core.session.tokens('staff').read()?.tokens;
    const user = core.session.staff.state === 'signed_in' ? core.session.staff.user : undefined;
    if (old === undefined || user === undefined) throw new Error('nobody is signed in');
    kit.backend.dev.xcx.expireAccess(kit.userId('demo-coach'));
    await core.xcx.api.auth.me();
    // As a phone restored from a backup would.
    core.session.adoptStaff(old, user);
    const told: string[] = [];
    core.session.onSignedOut((identity, reason) => told.push(`${identity} ${reason}`));
    const failures = await Promise.all(
      Array.from({ length: 10 }, () => failing(core.xcx.api.tasks.tasks(FIRST))),
    );
    expect(new Set(failures.map(({ kind }) => kind))).toEqual(new Set(['signed_out']));
    expect(told).toEqual(['staff expired']);
  });

  test('B4 the sign-in at the other backend is untouched', async () => {
    const core = await kit.staff();
    await core.session.requestCode('13800000031');
    await core.session.signIn('13800000031', '123456');
    kit.backend.dev.xcx.endLogins(kit.userId('demo-coach'));
    await failing(core.xcx.api.auth.me());
    expect(core.session.staff.state).toBe('signed_out');
    expect(core.session.customer.state).toBe('signed_in');
  });

  test.each([-2, 0, 2])('B4 a phone whose clock is %i days off: requests as usual, no loop', async (days) => {
    const time = createFakeTime(Date.now() + days * 86_400_000);
    const core = kit.core({ loginCode: () => 'demo-coach', clock: time });
    await core.session.signInStaff();
    kit.backend.dev.requests.clear();
    for (let call = 0; call < 5; call += 1) await core.xcx.api.tasks.tasks(FIRST);
    expect(kit.backend.dev.requests.count('GET /api/xcx/tasks')).toBe(5);
    expect(refreshes()).toBeLessThanOrEqual(1);
    kit.backend.dev.xcx.expireAccess(kit.userId('demo-coach'));
    await core.xcx.api.tasks.tasks(FIRST);
    expect(refreshes()).toBeLessThanOrEqual(2);
  });
});
