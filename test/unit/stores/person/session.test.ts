import type { LoginReply, User } from '../../../../typings/v4/auth';
import type { ApiUserInfo } from '../../../../typings/xcx/auth';
import { ApiError } from '../../../../miniprogram/api/errors';
import type { SignedOutReason } from '../../../../miniprogram/api/errors';
import { PlatformError } from '../../../../miniprogram/platform/failure';
import { createStore } from '../../../../miniprogram/platform/storage';
import type { StorageKey, StorageKind } from '../../../../miniprogram/platform/storage-types';
import { createSessionStore } from '../../../../miniprogram/stores/person/session';
import { customerKey, staffKey } from '../../../../miniprogram/stores/person/keys';
import { createIdentity } from '../../../../miniprogram/stores/person/identity';
import { createFakeTime } from '../../../support/fake-time';
import { createMemoryStorage } from '../../../support/memory-storage';
import type { MemoryStorage } from '../../../support/memory-storage';

const user = (user_id: string): User => ({
  user_id,
  mobile: `138000000${user_id}`,
  role_level: 0,
  roles: [],
  status: 'active',
});
const text = (name: string, kind: StorageKind): StorageKey<string> => ({
  name,
  kind,
  version: 1,
  decode: (v) => (typeof v === 'string' ? v : undefined),
});
const draft = text('draft.1', 'kept');
const cache = text('items', 'cache');
const STAFF = { user_id: 7, status: 'approved', nickname: '小王' } as const;

function start(storage: MemoryStorage = createMemoryStorage()) {
  const time = createFakeTime();
  const store = createStore(storage, time);
  const calls: string[] = [];
  let next = '31';
  let staff: () => Promise<ApiUserInfo> = async () => STAFF;
  let code: () => Promise<string> = async () => 'wx-1';
  let logout: () => Promise<null> = () => Promise.resolve(null);
  const session = createSessionStore({
    customer: createIdentity('customer', customerKey, store),
    staff: createIdentity('staff', staffKey, store),
    timers: time,
    logout_ms: 3000,
    login: { code: () => code() },
    staff_auth: {
      login: async (given) => {
        calls.push(`login ${given}`);
        return { access_token: 'sa', refresh_token: 'sr', user: await staff() };
      },
      me: () => staff(),
      switchStore: async (store_id) => {
        calls.push(`switch ${store_id}`);
        return { access_token: `s${store_id}`, refresh_token: 'sr', user: { ...(await staff()), store_id } };
      },
      apply: async ({ nickname }) => ({ ...(await staff()), nickname, status: 'pending' }),
    },
    auth: {
      sendCode: async () => ({ expires_in: 300, message: '' }),
      login: async (mobile) => {
        if (mobile === 'refused')
          throw new ApiError({ kind: 'api', status: 401, code: 'INVALID_VERIFICATION_CODE', message: '' });
        const reply: LoginReply = { access_token: `a${next}`, refresh_token: `r${next}`, user: user(next) };
        return { reply, refresh_cookie: `c${next}` };
      },
      profile: async () => ({ user: { ...user(next), nickname: '新名' } }),
      logout: () => {
        calls.push('logout');
        return logout();
      },
    },
  });
  const ended: string[] = [];
  session.onSignedOut((identity, reason) => ended.push(`${identity} ${reason}`));
  return {
    storage,
    time,
    session,
    ended,
    calls,
    as(user_id: string) {
      next = user_id;
      return session.signIn('13800000031', '123456');
    },
    answer(with_: { staff?: typeof staff; code?: typeof code }) {
      staff = with_.staff ?? staff;
      code = with_.code ?? code;
    },
    onLogout(run: () => Promise<null>) {
      logout = run;
    },
    people: () => [...storage.entries.keys()].filter((key) => !key.startsWith('app:')),
  };
}

describe('the session store', () => {
  test('opens signed out, without a reason', () => {
    const { session } = start();
    expect(session.customer).toEqual({ state: 'signed_out' });
    expect(session.staff).toEqual({ state: 'signed_out' });
    expect(session.area('customer')).toBeUndefined();
  });

  test('a sign-in survives a restart, with every token', async () => {
    const first = start();
    await first.as('31');
    const again = start(first.storage).session;
    expect(again.customer).toEqual({ state: 'signed_in', user: user('31') });
    expect(again.tokens('customer').read()?.tokens).toEqual({
      access_token: 'a31',
      refresh_token: 'r31',
      refresh_cookie: 'c31',
    });
  });

  test('a refused sign-in changes nothing', async () => {
    const { session, as } = start();
    await as('31');
    await expect(session.signIn('refused', '1')).rejects.toBeInstanceOf(ApiError);
    expect(session.customer).toMatchObject({ state: 'signed_in', user: { user_id: '31' } });
  });

  test('A9 signing out wipes tokens, caches, codes and drafts of that identity, and leaves the other alone', async () => {
    const { session, as, people, ended, storage } = start();
    await as('31');
    session.adoptStaff({ access_token: 'sa', refresh_token: 'sr' }, STAFF);
    session.area('customer')?.write(draft, 'a draft');
    session.area('customer')?.write(cache, 'a cache');
    session.area('staff')?.write(draft, 'a note');
    await session.signOut('customer');
    expect(people().every((key) => key.startsWith('staff:7:'))).toBe(true);
    expect(session.staff).toMatchObject({ state: 'signed_in' });
    expect(session.area('staff')?.read(draft)).toBe('a note');
    expect(ended).toEqual(['customer left']);
    expect(JSON.stringify([...storage.entries])).not.toMatch(/a31|r31|c31|13800000031/);
    await session.signOut('staff');
    expect(people()).toEqual([]);
  });

  test('A9 the server is told, but not waited for longer than 3 s', async () => {
    const { session, as, time, calls, onLogout, people } = start();
    await as('31');
    onLogout(() => new Promise(() => undefined));
    const leaving = session.signOut('customer');
    await time.advance(2999);
    expect(session.customer.state).toBe('signed_in');
    await time.advance(1);
    await leaving;
    expect(session.customer).toEqual({ state: 'signed_out', reason: 'left' });
    expect(calls).toEqual(['logout']);
    expect(people()).toEqual([]);
  });

  test('A9 the server may refuse or be gone: the person leaves all the same', async () => {
    const { session, as, onLogout, time } = start();
    await as('31');
    onLogout(() => Promise.reject(new ApiError({ kind: 'network' })));
    await session.signOut('customer');
    expect(session.customer.state).toBe('signed_out');
    expect(time.pending).toBe(0);
  });

  test('someone who signs in while the server is being told stays signed in', async () => {
    const { session, as, onLogout } = start();
    await as('31');
    let answer: () => void = () => undefined;
    onLogout(() => new Promise((resolve) => (answer = () => resolve(null))));
    const leaving = session.signOut('customer');
    await as('32');
    answer();
    await leaving;
    expect(session.customer).toMatchObject({ state: 'signed_in', user: { user_id: '32' } });
  });

  test('A9 another person’s sign-in wipes the one before', async () => {
    const { session, as, people } = start();
    await as('31');
    session.area('customer')?.write(draft, 'a draft');
    await as('32');
    expect(people().every((key) => key.startsWith('customer:32:'))).toBe(true);
    expect(session.area('customer')?.read(draft)).toBeUndefined();
  });

  test('A9 ended as left: nothing is left', async () => {
    const { session, as, people, ended } = start();
    await as('31');
    session.area('customer')?.write(draft, 'a draft');
    session.tokens('customer').clear('left');
    expect(people()).toEqual([]);
    expect(ended).toEqual(['customer left']);
    expect(session.customer).toEqual({ state: 'signed_out', reason: 'left' });
  });

  test.each<SignedOutReason>(['expired', 'invalid', 'replaced', 'revoked', 'inactive'])(
    'A9 I8 ended as %s: tokens, name and caches are gone; drafts wait out of reach for the same person only',
    async (reason) => {
      const first = start();
      await first.as('31');
      first.session.area('customer')?.write(draft, 'a draft');
      first.session.area('customer')?.write(cache, 'a cache');
      first.session.tokens('customer').clear(reason);
      expect(first.people()).toEqual(['customer:31:kept/draft.1']);
      expect(first.session.area('customer')).toBeUndefined();

      const again = start(first.storage);
      expect(again.session.customer).toEqual({ state: 'signed_out', reason });
      await again.as('31');
      expect(again.session.area('customer')?.read(draft)).toBe('a draft');
      again.session.tokens('customer').clear(reason);
      await again.as('32');
      await again.as('31');
      expect(again.session.area('customer')?.read(draft)).toBeUndefined();
    },
  );

  test('signing out after an expiry wipes what was waiting, and tells nobody twice', async () => {
    const { session, as, people, ended, calls } = start();
    await as('31');
    session.area('customer')?.write(draft, 'a draft');
    session.tokens('customer').clear('expired');
    await session.signOut('customer');
    expect(people()).toEqual([]);
    expect(ended).toEqual(['customer expired']);
    expect(calls).toEqual([]);
  });

  test('A9 what an interrupted wipe left is gone at the next start', async () => {
    const first = start();
    await first.as('31');
    first.storage.entries.set('customer:99:kept/draft.1', '{"v":1,"t":1,"d":"left over"}');
    const again = start(first.storage);
    expect(again.people().some((key) => key.startsWith('customer:99:'))).toBe(false);
    expect(again.session.customer.state).toBe('signed_in');
  });

  test('a phone that cannot store still signs in, for as long as the app runs', async () => {
    const { session, as, storage } = start();
    storage.broken = new Error('disk');
    await as('31');
    expect(session.customer.state).toBe('signed_in');
    session.tokens('customer').replace({ access_token: 'new' });
    expect(session.tokens('customer').read()?.tokens.access_token).toBe('new');
    await session.signOut('customer');
    expect(session.customer.state).toBe('signed_out');
  });

  test('the user is described anew without a new sign-in', async () => {
    const { session, as } = start();
    await as('31');
    const before = session.tokens('customer').read()?.session;
    await session.refreshCustomer();
    expect(session.customer).toMatchObject({ user: { nickname: '新名' } });
    session.adoptStaff({ access_token: 'sa' }, { ...STAFF, status: 'pending' });
    await session.refreshStaff();
    expect(session.staff).toMatchObject({ user: { status: 'approved' } });
    expect(session.tokens('customer').read()?.session).toBe(before);
  });

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
