// Who is signed in as a customer, and what is left of those who were.
import { ApiError } from '../../../../miniprogram/api/errors';
import type { SignedOutReason } from '../../../../miniprogram/api/errors';
import { cache, draft, STAFF, start, user } from './session-kit';

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

  test('renewed tokens and a new description are there after a restart', async () => {
    const first = start();
    await first.as('31');
    first.session.tokens('customer').replace({ access_token: 'renewed' });
    await first.session.refreshCustomer();
    const { session } = start(first.storage);
    expect(session.tokens('customer').read()?.tokens).toEqual({ access_token: 'renewed' });
    expect(session.customer).toMatchObject({ user: { user_id: '31', nickname: '新名' } });
  });

  test('tokens that come after the end of a sign-in are nobody’s', async () => {
    const { session, as, people } = start();
    await as('31');
    session.tokens('customer').clear('expired');
    session.tokens('customer').replace({ access_token: 'late' });
    expect(session.tokens('customer').read()).toBeUndefined();
    expect(people()).toEqual([]);
  });

  test('what was told of a customer who is not the present one is not taken over', async () => {
    const { session, as, onProfile } = start();
    await as('31');
    let tell: () => void = () => undefined;
    onProfile(() => new Promise((resolve) => (tell = resolve)));
    const late = session.refreshCustomer();
    await as('32');
    tell();
    await expect(late).rejects.toMatchObject({ failure: { kind: 'aborted' } });
    expect(session.customer).toEqual({ state: 'signed_in', user: user('32') });
  });

  test('each sign-in is a session of its own, also of the same person', async () => {
    const { session, as } = start();
    await as('31');
    const first = session.tokens('customer').read()?.session;
    session.tokens('customer').replace({ access_token: 'renewed' });
    expect(session.tokens('customer').read()?.session).toBe(first);
    await as('31');
    expect(session.tokens('customer').read()?.session).not.toBe(first);
  });

  test('whoever no longer listens hears of no end, of neither identity', async () => {
    const { session, as } = start();
    const heard: string[] = [];
    const off = session.onSignedOut((identity, reason) => heard.push(`${identity} ${reason}`));
    session.adoptStaff({ access_token: 'sa' }, STAFF);
    await session.signOut('staff');
    expect(heard).toEqual(['staff left']);
    off();
    await as('31');
    session.adoptStaff({ access_token: 'sa' }, STAFF);
    await Promise.all([session.signOut('customer'), session.signOut('staff')]);
    expect(heard).toEqual(['staff left']);
  });
});
