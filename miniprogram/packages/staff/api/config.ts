// xcx CONFIG-1: the store's skill types; and the day on which its books stand.
import type { ApiSkillType } from '../../../../typings/xcx/config';
import type { CallOptions, Client } from '../../../api/client';
import { failureOf, statusOf } from '../../../api/errors';
import { xcxRoutes } from '../../../api/xcx/routes';
import { runtimeClockSchema, skillTypesSchema } from './schema/boards';

/** Both reject with `ApiError`. */
export interface ConfigApi {
  /** CONFIG-1: the labels of the boards' skill and project filters. */
  skillTypes(options?: CallOptions): Promise<ApiSkillType[]>;
  /** `YYYY-MM-DD`; null where the backend has no such clock: today then, by the server's own. */
  runtimeClock(options?: CallOptions): Promise<string | null>;
}

/** Binds the configuration to a client. */
export function createConfigApi(client: Client): ConfigApi {
  return {
    skillTypes: (options) => client.call({ route: xcxRoutes.skill_types, schema: skillTypesSchema, options }),
    async runtimeClock(options) {
      try {
        const call = { route: xcxRoutes.runtime_clock, schema: runtimeClockSchema, options };
        return (await client.call(call)).business_date;
      } catch (error) {
        const failure = failureOf(error);
        const isAbsent = statusOf(failure) === 404;
        if (isAbsent) return null;
        throw error;
      }
    },
  };
}
