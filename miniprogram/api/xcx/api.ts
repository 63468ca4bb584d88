// What every start needs of the xcx backend: who the staff member is. The rest is in the staff package.
import type { Client } from '../client';
import { createStaffAuthApi } from './auth';
import type { StaffAuthApi } from './auth';

export interface XcxApi {
  auth: StaffAuthApi;
}

/** Binds the main package's wrappers to a client. */
export const createXcxApi = (client: Client): XcxApi => ({ auth: createStaffAuthApi(client) });
