// Decoders of the xcx account replies (AUTH-1…4).
import type { ApiLoginResponse, ApiRefreshResponse } from '../../../../typings/xcx/auth';
import { record, schemaFor, token } from '../../schema';
import { staffUserSchema } from './user';

export const loginSchema = schemaFor<ApiLoginResponse>()(
  record({ access_token: token, refresh_token: token, user: staffUserSchema }, {}),
);

export const refreshSchema = schemaFor<ApiRefreshResponse>()(
  record({ access_token: token, refresh_token: token }, {}),
);
