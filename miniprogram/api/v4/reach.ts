// Whether the V4 backend answers at all (V4 §4 `GET /auth/verify`, asked without a token).
import * as v from 'valibot';
import { failureOf } from '../errors';
import type { Client } from '../client';
import { v4Routes } from './routes';
import type { RouteProfile } from './routes';

/** Asks once. A refusal (401) is an answer too: who watches the client's outcomes learns what it was. Never rejects. */
export async function reachV4(client: Client, profile: RouteProfile): Promise<void> {
  try {
    await client.call({
      route: v4Routes(profile).verify,
      schema: v.unknown(),
      auth: 'none',
      attempts: 1,
      options: { priority: 'later' },
    });
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
  }
}
