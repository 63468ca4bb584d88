// One backend as stores see it, whose answers the test gives: its real identity and wrappers over a client that waits.
import type { Call } from '../../miniprogram/api/call';
import type { Client } from '../../miniprogram/api/client';
import { ApiError } from '../../miniprogram/api/errors';
import type { Failure } from '../../miniprogram/api/errors';
import { createV4Api } from '../../miniprogram/api/v4/api';
import type { V4Api } from '../../miniprogram/api/v4/api';
import { createServerClock } from '../../miniprogram/api/server-clock';
import { createStore } from '../../miniprogram/platform/storage';
import { createIdentity } from '../../miniprogram/stores/person/identity';
import { customerKey } from '../../miniprogram/stores/person/keys';
import { createAvailability } from '../../miniprogram/stores/service/availability';
import { createMaintenanceStore } from '../../miniprogram/stores/service/maintenance';
import type { Service } from '../../miniprogram/stores/service/service';
import type { User } from '../../typings/v4/auth';
import { settle } from './fake-time';
import { createMemoryStorage } from './memory-storage';

/** One question; what follows an answer has run when its promise resolves. */
interface Asked {
  endpoint: string;
  query: NonNullable<Call<unknown>['query']>;
  answer(data: unknown): Promise<void>;
  fail(failure: Failure): Promise<void>;
  crash(error: Error): Promise<void>;
}

/** Every question stays open until the test answers it. */
export class FakeClient implements Client {
  readonly asked: Asked[] = [];

  call<T>({ route, query = {} }: Call<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.asked.push({
        endpoint: `${route.method} ${route.path}`,
        query,
        answer: (data) => (resolve(data as T), settle()),
        fail: (failure) => (reject(new ApiError(failure)), settle()),
        crash: (error) => (reject(error), settle()),
      });
    });
  }

  callFull = (): Promise<never> => Promise.reject(new Error('not asked in this test'));
  upload = (): Promise<never> => Promise.reject(new Error('not asked in this test'));
  stream = (): Promise<never> => Promise.reject(new Error('not asked in this test'));

  /** The question asked last. */
  get last(): Asked {
    const last = this.asked[this.asked.length - 1];
    if (last === undefined) throw new Error('nothing was asked');
    return last;
  }

  /** The pages asked for, in order. */
  get pages(): unknown[] {
    return this.asked.map(({ query }) => query['page']);
  }
}

/** The customers' backend on a phone; the same `storage` plays a restart. */
export function createFakeService(clock: { now(): number }, storage = createMemoryStorage()) {
  const client = new FakeClient();
  const store = createStore(storage, clock);
  const identity = createIdentity('customer', customerKey, store);
  const apiOf = (bound: Client): V4Api => createV4Api(bound, 'documented');
  const maintenance = createMaintenanceStore();
  const service: Service<V4Api, User> = {
    name: 'v4',
    ...{ client, apiOf, identity, maintenance },
    api: apiOf(client),
    gate: {
      pass: () => Promise.reject(new Error('not asked in this test')),
      renew: () => Promise.reject(new Error('not asked in this test')),
      refused: (_used, refusal) => refusal,
      holds: () => true,
    },
    clock: createServerClock(clock),
    availability: createAvailability({ connected: true }, maintenance),
    dispose: () => undefined,
  };
  return {
    ...{ service, client, store, storage },
    signIn(user_id = '31'): void {
      const user = { user_id, mobile: '13800000031', role_level: 0, roles: [], status: 'active' };
      identity.adopt({ access_token: `token of ${user_id}` }, user);
    },
    signOut: (): void => identity.end('left'),
    /** The server ends the sign-in: what is kept stays for the same person. */
    expire: (): void => identity.end('expired'),
  };
}
