// A gate with a scripted backend behind it and a sign-in that a test can change at will.
import { ApiError } from '../../../miniprogram/api/errors';
import type { Failure, SignedOutReason } from '../../../miniprogram/api/errors';
import { createGate } from '../../../miniprogram/api/gate';
import type { RefusalRules, Tokens } from '../../../miniprogram/api/gate';
import { createServerClock } from '../../../miniprogram/api/server-clock';
import { v4RefusalRules } from '../../../miniprogram/api/v4/refresh';
import { createFakeTime } from '../../support/fake-time';

export const EXPIRED: Failure = { kind: 'api', status: 401, code: 'TOKEN_EXPIRED', message: '' };
export const refusal = (code: string, status = 401): Failure => ({ kind: 'api', status, code, message: '' });

/** A JWT that ends at `exp_ms`. */
export function jwt(name: string, exp_ms: number): string {
  const payload = Buffer.from(JSON.stringify({ name, exp: Math.floor(exp_ms / 1000) })).toString('base64url');
  return `e30.${payload}.sig`;
}

export function gateKit(options: { rules?: RefusalRules; refresh_ms?: number } = {}) {
  const time = createFakeTime();
  const server_clock = createServerClock(time);
  server_clock.learn(time.now(), time.now());
  let held: { tokens: Tokens; session: number } | undefined;
  const kit = {
    time,
    server_clock,
    refreshes: [] as string[],
    cleared: [] as SignedOutReason[],
    /** What the next refreshes answer; by default a new token each. */
    script: [] as Failure[],
    signIn(session: number, access_token: string) {
      held = { tokens: { access_token, refresh_token: `r-${access_token}` }, session };
    },
    signOut() {
      held = undefined;
    },
    token: () => held?.tokens.access_token,
    hour: (name: string) => jwt(name, time.now() + 3_600_000),
  };
  const gate = createGate({
    backend: 'v4',
    server_clock,
    skew_ms: 60_000,
    rules: options.rules ?? v4RefusalRules,
    tokens: {
      read: () => held,
      replace(tokens) {
        if (held !== undefined) held = { ...held, tokens };
      },
      clear(reason) {
        held = undefined;
        kit.cleared.push(reason);
      },
    },
    refresh(tokens) {
      kit.refreshes.push(tokens.access_token);
      return new Promise<Tokens>((resolve, reject) => {
        time.after(options.refresh_ms ?? 100, () => {
          const failure = kit.script.shift();
          if (failure !== undefined) return reject(new ApiError(failure));
          const access_token = jwt(`new-${kit.refreshes.length}`, time.now() + 3_600_000);
          return resolve({ access_token, refresh_token: 'r-new' });
        });
      });
    },
  });
  return { ...kit, gate, kit };
}
