// The plain client of the backend tests, speaking for the staff: sign-in by openid, data out of the envelope.
import { at, startClient, textAt } from './client';
import type { Client, Reply } from './client';
import type { BackendOptions } from '../../backend';

export interface StaffClient extends Client {
  /** Signs in with a code and returns the access token. */
  enter(code: string): Promise<string>;
  /** Calls a path below `/api/xcx`. */
  staff(method: string, path: string, token?: string, body?: unknown): Promise<Reply>;
  /** The `data` of a successful GET. Throws on anything else. */
  get(path: string, token: string): Promise<unknown>;
}

export async function startStaff(options: BackendOptions = {}): Promise<StaffClient> {
  const client = await startClient(options);
  const staff: StaffClient['staff'] = (method, path, token, body) =>
    client.call(method, `/api/xcx${path}`, { token, ...(body === undefined ? {} : { body }) });
  return {
    ...client,
    staff,
    enter: async (code) =>
      textAt((await staff('POST', '/login', undefined, { code })).json, 'data', 'access_token'),
    get: async (path, token) => {
      const reply = await staff('GET', path, token);
      if (reply.status !== 200 || reply.code !== '0')
        throw new Error(`${path}: ${reply.status} ${reply.text}`);
      return at(reply.json, 'data');
    },
  };
}
