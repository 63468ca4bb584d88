// What the main package needs of the V4 backend, one object a domain; customer service is in the customers' package.
import type { Client } from '../client';
import { createAuthApi } from './auth';
import type { AuthApi } from './auth';
import { createBackpackApi } from './backpack';
import type { BackpackApi } from './backpack';
import { v4Routes } from './routes';
import type { RouteProfile } from './routes';

export interface V4Api {
  auth: AuthApi;
  backpack: BackpackApi;
}

/** Binds the wrappers to a client, for one route profile. */
export function createV4Api(client: Client, profile: RouteProfile): V4Api {
  const routes = v4Routes(profile);
  return {
    auth: createAuthApi(client, routes),
    backpack: createBackpackApi(client, routes),
  };
}
