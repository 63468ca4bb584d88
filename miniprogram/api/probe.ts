// Whether a backend answers at all: one small request without a token.
import * as v from 'valibot';
import type { Client } from './client';
import type { Route } from './route';
import { settled } from './settled';

/**
 * Asks once. A refusal (401) is an answer too. What came of it reaches those who listen to the backend's outcomes.
 * Never rejects.
 * @param route a GET that is refused without a token: V4 §4 `GET /auth/verify`, AUTH-3 `GET /me`
 */
export async function probe(client: Client, route: Route): Promise<void> {
  await settled(
    client.call({
      route,
      schema: v.unknown(),
      auth: 'none',
      attempts: 1,
      options: { priority: 'later' },
    }),
  );
}
