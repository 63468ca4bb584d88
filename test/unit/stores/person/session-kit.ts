// The session store over identities of a phone's storage, with a server that answers what the test says.
import type { LoginReply, User } from '../../../../typings/v4/auth';
import type { ApiUserInfo } from '../../../../typings/xcx/auth';
import { ApiError } from '../../../../miniprogram/api/errors';
import { createStore } from '../../../../miniprogram/platform/storage';
import type { StorageKey, StorageKind } from '../../../../miniprogram/platform/storage-types';
import { createSessionStore } from '../../../../miniprogram/stores/person/session';
import { customerKey, staffKey } from '../../../../miniprogram/stores/person/keys';
import { createIdentity } from '../../../../miniprogram/stores/person/identity';
import { createFakeTime } from '../../../support/fake-time';
import { createMemoryStorage } from '../../../support/memory-storage';
import type { MemoryStorage } from '../../../support/memory-storage';

export const user = (user_id: string): User => ({
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
export const draft = text('draft.1', 'kept');
export const cache = text('items', 'cache');
export const STAFF = { user_id: 7, status: 'approved', nickname: '小王' } as const;

export function start(storage: MemoryStorage = createMemoryStorage()) {
  const time = createFakeTime();
  const store = createStore(storage, time);
  const calls: string[] = [];
  let next = '31';
  let staff: () => Promise<ApiUserInfo> = async () => STAFF;
  let code: () => Promise<string> = async () => 'wx-1';
  let described: () => Promise<void> = async () => undefined;
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
      profile: async () => {
        const told = { user: { ...user(next), nickname: '新名' } };
        await described();
        return told;
      },
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
    onProfile(wait: () => Promise<void>) {
      described = wait;
    },
    onLogout(run: () => Promise<null>) {
      logout = run;
    },
    people: () => [...storage.entries.keys()].filter((key) => !key.startsWith('app:')),
  };
}
