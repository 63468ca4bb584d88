// The plain client of the backend tests, speaking for the staff: a fixed day, sign-in by openid, data out of the
// envelope, and the stored rows to work figures out anew.
import { createVirtualClock } from '../../../backend/clock';
import { int } from '../../../backend/db/store';
import type { Row } from '../../../backend/db/store';
import type { BackendOptions } from '../../../backend';
import { at, startClient, textAt } from '../support/client';
import { asDocumented } from './reader';
import type { Client, Reply } from '../support/client';

export const PROFILES = ['documented', 'deployed'] as const;

/** Sunday 22 November 2026, 15:30 in Beijing. */
export const TODAY = Date.UTC(2026, 10, 22, 7, 30);

export interface StaffClient extends Client {
  /** Signs in with a code and returns the access token. */
  enter(code: string): Promise<string>;
  /** Calls a path below `/api/xcx`; what the deployed profile answers is put into the document's words. */
  staff(method: string, path: string, token?: string, body?: unknown): Promise<Reply>;
  /** The `data` of a successful GET. Throws on anything else. */
  get(path: string, token: string): Promise<unknown>;
  rows(sql: string): Row[];
}

export async function startStaff(options: BackendOptions = {}): Promise<StaffClient> {
  const client = await startClient({ clock: createVirtualClock(TODAY), ...options });
  const { profile = 'documented' } = options;
  const staff: StaffClient['staff'] = async (method, path, token, body) => {
    const call = { token, ...(body === undefined ? {} : { body }) };
    const reply = await client.call(method, `/api/xcx${path}`, call);
    return profile === 'deployed' ? asDocumented(reply) : reply;
  };
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
    rows: (sql) => client.backend.db.all(sql),
  };
}

/** The sum of a column over rows. */
export function sum(rows: readonly Row[], column: string): number {
  return rows.reduce((total, row) => total + int(row, column), 0);
}

/** Rows whose time lies in a span, `YYYY-MM-DD` to `YYYY-MM-DD` (not included), days of Beijing. */
export function within(rows: readonly Row[], column: string, from: string, to: string): Row[] {
  const [start, end] = [Date.parse(`${from}T00:00:00+08:00`), Date.parse(`${to}T00:00:00+08:00`)];
  return rows.filter((row) => int(row, column) >= start && int(row, column) < end);
}
