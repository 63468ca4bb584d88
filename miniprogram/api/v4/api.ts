// Everything the V4 backend offers to customers, one object a domain.
import type { Client } from '../client';
import { createAuthApi } from './auth';
import type { AuthApi } from './auth';
import { createBackpackApi } from './backpack';
import type { BackpackApi } from './backpack';
import { createChatApi } from './chat';
import type { ChatApi } from './chat';
import { v4Routes } from './routes';
import type { RouteProfile } from './routes';

export interface V4Api {
  auth: AuthApi;
  backpack: BackpackApi;
  chat: ChatApi;
}

/** Binds every wrapper to a client, for one route profile; `send_message_ms` is how long a message may take. */
export function createV4Api(client: Client, profile: RouteProfile, send_message_ms: number): V4Api {
  const routes = v4Routes(profile);
  return {
    auth: createAuthApi(client, routes),
    backpack: createBackpackApi(client, routes),
    chat: createChatApi(client, routes, send_message_ms),
  };
}
