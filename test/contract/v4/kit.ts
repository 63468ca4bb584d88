// The app's core signed in at a reference backend, and a server that says exactly what a test wants it to say.
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Failure } from '../../../miniprogram/api/errors';
import { failureOf } from '../../../miniprogram/api/errors';
import type { RouteProfile } from '../../../miniprogram/config';
import type { Backend, BackendOptions } from '../../backend/index';
import { startBackend } from '../../backend/index';
import { createClientCore } from '../../support/client-core';
import type { ClientCore } from '../../support/client-core';
import type { NodePlatformOptions } from '../../support/node-platform';

export const PROFILES: RouteProfile[] = ['documented', 'deployed'];
export const CODE = '123456';
export const DEMO = { user_id: 31, mobile: '13800000031' };
export const SECOND = { user_id: 32, mobile: '13800000032' };
export const EMPTY = { user_id: 33, mobile: '13800000033' };
export const INACTIVE = { user_id: 34, mobile: '13800000034' };

/** Started before the file's tests, reset before each, closed after. */
export function useBackend(options: BackendOptions): {
  readonly backend: Backend;
  core(options?: NodePlatformOptions): ClientCore;
} {
  let started: Backend | undefined;
  const cores: ClientCore[] = [];
  const running = () => {
    if (started === undefined) throw new Error('the backend is not running');
    return started;
  };
  beforeAll(async () => {
    started = await startBackend({ port: 0, ...options });
  });
  beforeEach(() => running().dev.reset());
  afterEach(() => cores.splice(0).forEach((core) => core.dispose()));
  afterAll(() => running().close());
  return {
    get backend() {
      return running();
    },
    core(platform = {}) {
      const core = createClientCore(running().url, options.profile, platform);
      cores.push(core);
      return core;
    },
  };
}

/** A core with that person signed in. */
export async function signedIn(
  kit: ReturnType<typeof useBackend>,
  mobile = DEMO.mobile,
): Promise<ClientCore> {
  const core = kit.core();
  await core.session.requestCode(mobile);
  await core.session.signIn(mobile, CODE);
  kit.backend.dev.requests.clear();
  return core;
}

/** The failure of a call that must fail. */
export async function failing(call: Promise<unknown>): Promise<Failure> {
  try {
    await call;
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    return failure;
  }
  throw new Error('the call succeeded');
}

export interface Canned {
  status?: number;
  headers?: Record<string, string>;
  /** The whole body as text. */
  text: string;
}

/** Answers every request by `answer`; it can say what no decent backend would. */
export async function startCanned(
  answer: (path: string) => Canned,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = http.createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const { status = 200, headers = {}, text } = answer(request.url ?? '');
      response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
      response.end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A successful V4 envelope around `data`, which is JSON text so that it may hold any number. */
export function envelope(data: string): string {
  return (
    `{"success":true,"code":"SUCCESS","message":"操作成功","data":${data},` +
    `"timestamp":"2026-11-22T06:41:03.519+08:00","version":"v4.0","request_id":"req_1"}`
  );
}
