// xcx COACH-1: one coach. Not in the published types: where the route is missing, the board's row has to do.
import type { ApiCoachDetail } from '../../../../typings/xcx/coaches';
import type { CallOptions, Client } from '../../../api/client';
import { xcxRoutes } from '../../../api/xcx/routes';
import { coachSchema } from './schema/coaches';

/** Every method rejects with `ApiError`: 403 for another coach without the permission, 404 for none or no such route. */
export interface CoachesApi {
  /** COACH-1. */
  coach(id: string, options?: CallOptions): Promise<ApiCoachDetail>;
}

/** Binds the coach calls to a client. */
export function createCoachesApi(client: Client): CoachesApi {
  return {
    coach: (id, options) =>
      client.call({ route: xcxRoutes.coach, params: { id }, schema: coachSchema, options }),
  };
}
