// The reference backend's staff API in this process: its real routes, asked without a socket. One for each process, since
// a year of a store takes long to make; each run gets its data anew.
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../../backend/clock';
import type { Context } from '../../../backend/context';
import { openStore } from '../../../backend/db/open';
import { SCHEMA } from '../../../backend/db/schema';
import type { Store } from '../../../backend/db/store';
import { keepTemplate, restoreTemplate } from '../../../backend/db/template';
import type { Profile } from '../../../backend/profile';
import { readJsonBodies } from '../../../backend/server';
import { xcx } from '../../../backend/xcx';
import { seedXcx } from '../../../backend/xcx/data';
import { contextOver, SEED } from '../context';
import type { Answered, Asked } from '../wire';
import { whileBusy } from '../time';
import type { WorldTime } from '../time';

/** So much of the store's past is kept, ms. */
const PAST_MS = 40 * 86_400_000;

interface House {
  ctx: Context;
  app: FastifyInstance;
  clock: { now: Clock };
  at: number;
}

let house: House | undefined;

function build(first: Clock): House {
  const clock = { now: first };
  const at = first.now();
  const forwarded: Clock = {
    now: () => clock.now.now(),
    after: (ms, run) => clock.now.after(ms, run),
    advance: (ms) => clock.now.advance(ms),
    reset: () => clock.now.reset(),
    waiting: () => clock.now.waiting(),
    stop: () => clock.now.stop(),
  };
  const store = openStore(':memory:');
  for (const script of SCHEMA) store.script(script);
  store.transaction(() => {
    seedXcx(store, SEED, at);
    // What was long ago bears on no task, and every look at a task would count it.
    store.run(
      'DELETE FROM xcx_services WHERE visit_id IN (SELECT visit_id FROM xcx_visits WHERE started_at < ?)',
      at - PAST_MS,
    );
    store.run('DELETE FROM xcx_visits WHERE started_at < ?', at - PAST_MS);
  });
  keepTemplate(store, { seed: SEED, at });
  const ctx = contextOver(store, forwarded, 'documented');
  const app = Fastify();
  readJsonBodies(app);
  // There is no socket behind a request that comes from within.
  app.addHook(
    'onRequest',
    async ({ raw }) => void Object.assign(raw.socket, { setNoDelay: () => raw.socket }),
  );
  app.register(async (scope) => xcx(scope, ctx), { prefix: '/api/xcx' });
  return { ctx, app, clock, at };
}

/** A change that the server made when it was asked. */
export interface Done {
  route: string;
  body: string;
}

export class StaffServer {
  /** What was asked of tasks, notes and the assistant and carried out. */
  readonly done: Done[] = [];

  private constructor(
    private readonly house: House,
    readonly profile: Profile,
  ) {}

  /** The store as it is seeded. @param time of this run, which begins when every other does */
  static begin(time: WorldTime, profile: Profile): StaffServer {
    house ??= build(time.backend);
    house.clock.now = time.backend;
    if (!restoreTemplate(house.ctx.store, { seed: SEED, at: house.at }))
      throw new Error('the store of the staff could not be made anew');
    house.ctx.xcx.clear();
    house.ctx.xcx.profile = profile;
    house.ctx.limiter.clear();
    return new StaffServer(house, profile);
  }

  get store(): Store {
    return this.house.ctx.store;
  }

  ask(asked: Asked, done: (answer: Answered) => void): void {
    whileBusy(this.answer(asked)).then(done, (error: unknown) => {
      // Thrown outside of any promise, so that it ends the run.
      setImmediate(() => {
        throw error;
      });
    });
  }

  /** The next streamed answer breaks off in the middle, and the server keeps nothing of it. */
  breakStream(): void {
    this.house.ctx.xcx.quirks = { ...this.house.ctx.xcx.quirks, stream: 'broken' };
  }

  /** The store's own system finishes a task that is open. */
  complete(task_id: string): void {
    this.store.run(
      "UPDATE xcx_tasks SET status = 'completed', is_pinned = 0 WHERE task_id = ?",
      Number(task_id),
    );
  }

  /** Access tokens made so far are worth a refresh. */
  expireTokens(): void {
    this.store.run('UPDATE xcx_logins SET access_serial = access_serial + 1');
  }

  endSignIns(): void {
    this.store.run('UPDATE xcx_logins SET revoked = 1');
  }

  private async answer(asked: Asked): Promise<Answered> {
    const { method, path, query, headers, body } = asked;
    const isStream = path.endsWith('/chat/stream');
    const { xcx: state } = this.house.ctx;
    // An answer is written at once; the phone's network makes a stream of it.
    const stream = isStream && state.quirks.stream === 'broken' ? 'broken' : 'held';
    state.quirks = { ...state.quirks, stream, stream_pace_ms: 0 };
    const reply = await this.house.app.inject({
      ...{ method: method === 'DELETE' || method === 'POST' || method === 'PUT' ? method : 'GET' },
      ...{ url: path, query, headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    if (isStream) state.quirks = { ...state.quirks, stream: 'held' };
    if (method !== 'GET' && reply.statusCode < 300)
      this.done.push({ route: `${method} ${path}`, body: body ?? '' });
    const type = String(reply.headers['content-type'] ?? '');
    const date = new Date(this.house.ctx.clock.now()).toUTCString();
    return { status: reply.statusCode, body: reply.payload, delay_ms: 0, type, date };
  }
}
