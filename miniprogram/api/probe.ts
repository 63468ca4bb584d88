// Whether a backend answers at all: one small request without a token.
import * as v from 'valibot';
import type { Client } from './client';
import { failureOf } from './errors';
import type { Route } from './route';

/**
 * Asks once. A refusal (401) is an answer too: who watches the client's outcomes learns what it was. Never rejects.
 * @param route a GET that is refused without a token: V4 §4 `GET /auth/verify`, AUTH-3 `GET /me`
 */
export async function probe(client: Client, route: Route): Promise<void> {
  try {
    await client.call({
      route,
      schema: v.unknown(),
      auth: 'none',
      attempts: 1,
      options: { priority: 'later' },
    });
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
  }
}
