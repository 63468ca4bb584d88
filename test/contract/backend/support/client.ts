// A plain HTTP client for tests of the reference backend; it reads replies as text, so huge ids can be looked at.
import { startBackend } from '../../../backend';
import type { Backend, BackendOptions } from '../../../backend';
import { field, textField } from '../../../backend/http/input';

export interface Call {
  token?: string | undefined;
  body?: unknown;
  /** Sent instead of `body`, as it is. */
  raw?: string;
  headers?: Record<string, string>;
}

export interface Reply {
  status: number;
  code: string;
  text: string;
  json: unknown;
  setCookie: string | undefined;
}

export interface Client {
  backend: Backend;
  call(method: string, path: string, options?: Call): Promise<Reply>;
  /** Signs in and returns both tokens. */
  login(mobile: string, device?: string): Promise<Tokens>;
}

export interface Tokens {
  access: string;
  refresh: string;
}

/** Walks into a reply: `at(reply.json, 'data', 'items', 0)`; undefined where there is nothing. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce((found, step) => field(found, String(step)), value);
}

export function textAt(value: unknown, ...path: (string | number)[]): string {
  const found = at(value, ...path);
  if (typeof found !== 'string') throw new Error(`no text at ${path.join('.')}`);
  return found;
}

export function listAt(value: unknown, ...path: (string | number)[]): unknown[] {
  const found = at(value, ...path);
  if (!Array.isArray(found)) throw new Error(`no list at ${path.join('.')}`);
  return found;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function call(url: string, method: string, path: string, options: Call): Promise<Reply> {
  const content = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(content === undefined ? {} : { 'content-type': 'application/json' }),
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      ...options.headers,
    },
    ...(content === undefined ? {} : { body: content }),
  });
  const text = await response.text();
  const json = parse(text);
  const setCookie = response.headers.get('set-cookie') ?? undefined;
  return { status: response.status, code: textField(json, 'code') ?? '', text, json, setCookie };
}

/** Starts a backend with its client. Close `client.backend` in `afterAll`. */
export async function startClient(options: BackendOptions = {}): Promise<Client> {
  const backend = await startBackend(options);
  const client: Client = {
    backend,
    call: (method, path, more = {}) => call(backend.url, method, path, more),
    login: async (mobile, device = 'device-a') => {
      const body = { mobile, verification_code: '123456' };
      const reply = await client.call('POST', '/api/v4/auth/login', {
        body,
        headers: { 'x-device-id': device },
      });
      return {
        access: textAt(reply.json, 'data', 'access_token'),
        refresh: textAt(reply.json, 'data', 'refresh_token'),
      };
    },
  };
  return client;
}
