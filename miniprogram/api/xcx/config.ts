// xcx CONFIG-1: the store's skill types.
import type { ApiSkillType } from '../../../typings/xcx/config';
import type { CallOptions, Client } from '../client';
import { xcxRoutes } from './routes';
import { skillTypesSchema } from './schema/boards';

export interface ConfigApi {
  /** CONFIG-1: the labels of the boards' skill and project filters. Rejects with `ApiError`. */
  skillTypes(options?: CallOptions): Promise<ApiSkillType[]>;
}

/** Binds the configuration to a client. */
export function createConfigApi(client: Client): ConfigApi {
  return {
    skillTypes: (options) => client.call({ route: xcxRoutes.skill_types, schema: skillTypesSchema, options }),
  };
}
