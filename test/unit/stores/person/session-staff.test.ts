// Signing in as staff, applying, and changing the store.
import type { ApiUserInfo } from '../../../../typings/xcx/auth';
import { PlatformError } from '../../../../miniprogram/platform/failure';
import { cache, draft, STAFF, start } from './session-kit';

describe('the session store, for staff', () => {
  test('staff sign-ins that overlap are one, with one code of wx.login', async () => {
    const { session, calls } = start();
    const people = await Promise.all([session.signInStaff(), session.signInStaff(), session.signInStaff()]);
    expect(people).toEqual([STAFF, STAFF, STAFF]);
    expect(calls).toEqual(['login wx-1']);
    expect(session.staff).toEqual({ state: 'signed_in', user: STAFF });
    expect(session.tokens('staff').read()?.tokens).toEqual({ access_token: 'sa', refresh_token: 'sr' });
    await session.signInStaff();
    expect(calls).toHaveLength(2);
  });

  test('a phone that gives no code is a network failure, and the next try works', async () => {
    const { session, answer } = start();
    answer({ code: () => Promise.reject(new PlatformError('refused', 'login')) });
    await expect(session.signInStaff()).rejects.toMatchObject({ failure: { kind: 'network' } });
    expect(session.staff.state).toBe('signed_out');
    answer({ code: async () => 'wx-2' });
    await expect(session.signInStaff()).resolves.toEqual(STAFF);
  });

  test('an application shows at once; what a former sign-in was told is not taken over', async () => {
    const { session, answer } = start();
    await session.signInStaff();
    const form = { site_code: 'AB001', applied_role_text: '助教', phone: '13800000000', nickname: '小李' };
    await session.applyAsStaff(form);
    expect(session.staff).toMatchObject({ user: { nickname: '小李', status: 'pending' } });
    let tell = (_user: ApiUserInfo) => {};
    answer({ staff: () => new Promise((resolve) => (tell = resolve)) });
    const late = session.refreshStaff();
    session.adoptStaff({ access_token: 'other' }, { ...STAFF, user_id: 8 });
    tell({ ...STAFF, status: 'disabled' });
    await expect(late).rejects.toMatchObject({ failure: { kind: 'aborted' } });
    expect(session.staff).toMatchObject({ user: { user_id: 8, status: 'approved' } });
  });

  test('D1 at another store there are its tokens, nothing cached of the first one, and what the person wrote', async () => {
    const { session } = start();
    await session.signInStaff();
    session.area('staff')?.write(draft, 'a note');
    session.area('staff')?.write(cache, 'tasks of store 1');
    await session.switchStore('2');
    expect(session.staff).toMatchObject({ user: { store_id: '2' } });
    expect(session.tokens('staff').read()?.tokens.access_token).toBe('s2');
    expect(session.area('staff')?.read(draft)).toBe('a note');
    expect(session.area('staff')?.read(cache)).toBeUndefined();
  });

  test('D1 whoever signs out while the store is switched stays signed out', async () => {
    const { session, answer } = start();
    await session.signInStaff();
    let tell = (_user: ApiUserInfo) => {};
    answer({ staff: () => new Promise((resolve) => (tell = resolve)) });
    const switching = session.switchStore('2');
    await session.signOut('staff');
    tell(STAFF);
    await expect(switching).rejects.toMatchObject({ failure: { kind: 'aborted' } });
    expect(session.staff).toEqual({ state: 'signed_out', reason: 'left' });
  });
});
