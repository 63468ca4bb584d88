// The devices a customer is signed in on (`GET /auth/sessions`): read when somebody looks. Observable (MobX).
import type { LoginSession, LoginSessionsReply } from '../../../typings/v4/auth';
import type { V4Api } from '../../api/v4/api';
import { PagedList } from '../list/paged-list';
import type { Pages } from '../list/paged-list';

export interface LoadedDevices extends Pages {
  list: readonly LoginSession[];
}

export type Devices = PagedList<LoginSessionsReply, LoadedDevices>;

/** One page has them all. */
export const createDevices = (auth: Pick<V4Api['auth'], 'loginSessions'>): Devices =>
  new PagedList({
    ask: () => auth.loginSessions(),
    first: (_old, { list }) => ({ list, next_page: null }),
    further: (old) => old,
  });
