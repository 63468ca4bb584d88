// The token gate against a server that knows which token is good: it rotates refresh tokens, and ends a sign-in whose old one is
// shown again.
import { ApiError, failureOf } from '../../../miniprogram/api/errors';
import type { Failure, SignedOutReason } from '../../../miniprogram/api/errors';
import { createGate } from '../../../miniprogram/api/gate';
import type { Gate, GateParts, Tokens } from '../../../miniprogram/api/gate';
import { createServerClock } from '../../../miniprogram/api/server-clock';
import { v4RefusalRules } from '../../../miniprogram/api/v4/refresh';
import { settle } from '../../support/fake-time';
import type { Model, Walk } from './explore';

const EXPIRED: Failure = { kind: 'api', status: 401, code: 'TOKEN_EXPIRED', message: '' };
const REVOKED: Failure = { kind: 'api', status: 401, code: 'SESSION_REVOKED', message: '' };

interface Session {
  good: string;
  refresh: string;
  is_over: boolean;
}

interface Refreshing {
  session: number;
  answer(how: 'fine' | 'lost' | 'refused'): void;
}

class World {
  readonly problems: string[] = [];
  private readonly sessions = new Map<number, Session>();
  private held: { tokens: Tokens; session: number } | undefined;
  private made = 0;
  private last = 0;
  readonly refreshings: Refreshing[] = [];
  readonly requests: { session: number; settled: string }[] = [];
  private readonly ended: SignedOutReason[] = [];
  private readonly gate: Gate;
  private isFine = false;

  constructor(make: (parts: GateParts) => Gate) {
    this.gate = make({
      backend: 'v4',
      rules: v4RefusalRules,
      server_clock: createServerClock({ now: () => 0 }),
      skew_ms: 60_000,
      tokens: {
        read: () => this.held,
        replace: (tokens) => {
          if (this.held !== undefined) this.held = { ...this.held, tokens };
        },
        clear: (reason) => {
          const session = this.sessions.get(this.held?.session ?? 0);
          if (session?.is_over !== true)
            this.problems.push(`signed out (${reason}) though the server did not end it`);
          this.ended.push(reason);
          this.held = undefined;
        },
      },
      refresh: (tokens) => this.refresh(tokens),
    });
    this.come();
  }

  private token(kind: string): string {
    return `${kind}${(this.made += 1)}`;
  }

  /** Somebody signs in. */
  come(): void {
    this.last += 1;
    const session = { good: this.token('a'), refresh: this.token('r'), is_over: false };
    this.sessions.set(this.last, session);
    const { good: access_token, refresh: refresh_token } = session;
    this.held = { session: this.last, tokens: { access_token, refresh_token } };
  }

  leave(): void {
    this.held = undefined;
  }

  /** The access tokens of all sign-ins are over. */
  expire(): void {
    for (const session of this.sessions.values()) session.good = '';
  }

  /** The server ends the present sign-in. */
  revoke(): void {
    const session = this.sessions.get(this.held?.session ?? 0);
    if (session !== undefined) Object.assign(session, { is_over: true, good: '' });
  }

  private ownerOf(access_token: string): number | undefined {
    return [...this.sessions].find(([, { good }]) => good !== '' && good === access_token)?.[0];
  }

  private refresh(tokens: Tokens): Promise<Tokens> {
    const found = [...this.sessions].find(([, { refresh }]) => refresh === tokens.refresh_token);
    if (found === undefined) {
      this.problems.push('an old refresh token was shown again');
      return Promise.reject(new ApiError(REVOKED));
    }
    const [id, session] = found;
    if (this.refreshings.some((one) => one.session === id)) this.problems.push('two refreshes at once');
    return new Promise((resolve, reject) => {
      const refreshing: Refreshing = {
        session: id,
        answer: (how) => {
          this.refreshings.splice(this.refreshings.indexOf(refreshing), 1);
          if (how === 'lost') return reject(new ApiError({ kind: 'network' }));
          if (how === 'refused' || session.is_over) {
            session.is_over = true;
            return reject(new ApiError(REVOKED));
          }
          Object.assign(session, { good: this.token('a'), refresh: this.token('r') });
          return resolve({ access_token: session.good, refresh_token: session.refresh });
        },
      };
      this.refreshings.push(refreshing);
      if (this.isFine) refreshing.answer('fine');
    });
  }

  /** As the client asks: with a pass, and once more with a renewed one. */
  async ask(): Promise<void> {
    const request = { session: this.held?.session ?? 0, settled: '' };
    this.requests.push(request);
    try {
      const pass = await this.gate.pass();
      const answer = this.send(request.session, pass.access_token);
      if (answer === undefined) return void (request.settled = 'fine');
      const again = await this.gate.renew(pass, answer);
      const second = this.send(request.session, again.access_token);
      if (second !== undefined) throw this.gate.refused(again, new ApiError(second));
      request.settled = 'fine';
    } catch (error) {
      request.settled = failureOf(error)?.kind ?? 'bug';
      if (request.settled === 'bug') this.problems.push(String(error));
    }
  }

  private send(session: number, access_token: string): Failure | undefined {
    const owner = this.ownerOf(access_token);
    if (owner !== undefined && owner !== session) this.problems.push('one person’s request went as another');
    if (owner !== undefined) return undefined;
    return this.sessions.get(session)?.is_over === true ? REVOKED : EXPIRED;
  }

  get key(): string {
    const names = new Map<string, number>();
    const short = (token: string | undefined) => {
      if (token === undefined || token === '') return token;
      if (!names.has(token)) names.set(token, names.size);
      return names.get(token);
    };
    const { held } = this;
    const sessions = [...this.sessions].map(([id, one]) => [
      id,
      short(one.good),
      short(one.refresh),
      one.is_over,
    ]);
    const waiting = this.requests.filter(({ settled }) => settled === '').map(({ session }) => session);
    return JSON.stringify([
      [held?.session, short(held?.tokens.access_token), short(held?.tokens.refresh_token)],
      ...[sessions, waiting, this.refreshings.map(({ session }) => session)],
    ]);
  }

  /** From here on all goes well: whoever is signed in must be served, and nobody may wait for ever. */
  async end(): Promise<void> {
    this.isFine = true;
    for (const one of [...this.refreshings]) one.answer('fine');
    await settle();
    if (this.held === undefined) this.come();
    const session = this.sessions.get(this.held?.session ?? 0);
    const is_over = session?.is_over === true;
    await this.ask();
    await settle();
    const last = this.requests.at(-1)?.settled;
    if (last !== (is_over ? 'signed_out' : 'fine')) this.problems.push(`asked when all is well: ${last}`);
    if (this.requests.some(({ settled }) => settled === '')) this.problems.push('a request waits for ever');
  }
}

const EVENTS: Record<string, (world: World) => unknown> = {
  ask: (world) => void world.ask(),
  token_expires: (world) => world.expire(),
  refresh_answered: (world) => world.refreshings[0]?.answer('fine'),
  refresh_lost: (world) => world.refreshings[0]?.answer('lost'),
  refresh_refused: (world) => world.refreshings[0]?.answer('refused'),
  later_refresh_answered: (world) => world.refreshings[1]?.answer('fine'),
  server_ends_sign_in: (world) => world.revoke(),
  leaves: (world) => world.leave(),
  another_comes: (world) => world.come(),
};

/** @param make the gate under test */
export const gateModel = (make: (parts: GateParts) => Gate = createGate): Model => ({
  name: 'gate',
  events: Object.keys(EVENTS),
  few: ['ask', 'token_expires', 'refresh_answered', 'refresh_lost', 'another_comes'],
  async play(story): Promise<Walk> {
    const world = new World(make);
    for (const event of story) {
      EVENTS[event]?.(world);
      await settle();
    }
    const { key, problems } = world;
    return {
      ...{ key, problems },
      async end() {
        await world.end();
        return problems;
      },
    };
  },
});
