// Everything the V4 backend offers to customers, one object a domain.
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

/** Binds every wrapper to a client, for one route profile. */
export function createV4Api(client: Client, profile: RouteProfile): V4Api {
  const routes = v4Routes(profile);
  return { auth: createAuthApi(client, routes), backpack: createBackpackApi(client, routes) };
}
