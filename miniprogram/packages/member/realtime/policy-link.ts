// The moves that the socket's policy is made of: each gives the next state and what to order.
import type { Random } from '../../../platform/ports';
import { backOff, nextSpread, TIMES } from './delays';
import type { Link, Next, PolicyCommand, PolicyState } from './policy-state';

export interface Moment {
  now: number;
  random: Random;
}

export interface Outcome {
  state: PolicyState;
  commands: readonly PolicyCommand[];
}

export const done = (state: PolicyState, commands: readonly PolicyCommand[] = []): Outcome => ({
  state,
  commands,
});

/** A link that has, or may have, a wire. */
export type Wired = Extract<Link, { state: 'opening' | 'open' }>;

/** Orders the wire to close; `next` is done when it is closed. */
export function close(state: PolicyState, { generation }: Wired, next: Next, { now }: Moment): Outcome {
  const link: Link = { state: 'closing', generation, deadline: now + TIMES.close, next };
  return done({ ...state, link }, [{ type: 'close', generation }]);
}

export const rest = (state: PolicyState, until: number): PolicyState => ({
  ...state,
  link: { state: 'resting', until, renewed: false },
});

/** One more attempt failed: the state that counts it, and when to try again. */
export function failed(state: PolicyState, { now, random }: Moment): { state: PolicyState; until: number } {
  const failures = state.failures + 1;
  if (state.crowd !== undefined) return inTurn({ ...state, failures }, { now, random });
  return { state: { ...state, failures }, until: now + backOff(failures, random) };
}

/**
 * An attempt failed, or an open connection broke. A failed attempt waits longer each time; after a break everybody
 * reconnects within a spread.
 */
export function ended(
  state: PolicyState,
  link: Wired,
  moment: Moment,
): { state: PolicyState; until: number } {
  return link.state === 'opening' ? failed(state, moment) : inTurn({ ...state, crowd: undefined }, moment);
}

/** Waits for a random moment in the next spread, as everybody who lost the server does. */
function inTurn(state: PolicyState, { now, random }: Moment): { state: PolicyState; until: number } {
  const [crowd, until] = nextSpread(state.crowd, now, random);
  return { state: { ...state, crowd }, until };
}

/** The wire is closed: does what was to follow. */
export function afterClose(
  state: PolicyState,
  { generation, next }: Extract<Link, { state: 'closing' }>,
  { now }: Moment,
): Outcome {
  if (next.type === 'rest') return done(rest(state, next.until));
  // The person whose token it was has signed out meanwhile.
  if (next.session !== state.session) return done(rest(state, now));
  const { session, code, renewed } = next;
  const link: Link = { state: 'renewing', generation, session, deadline: now + TIMES.renew, renewed };
  return done({ ...state, link }, [{ type: 'renew', generation, code }]);
}

/**
 * Call it when network, foreground or sign-in came back: the next attempt is due at once, or a second after the last
 * one.
 */
export function hurry(state: PolicyState, now: number): PolicyState {
  const soon = Math.max(now, state.opened_at + TIMES.base);
  const { link } = state;
  if (link.state === 'resting') return { ...state, link: { ...link, until: Math.min(link.until, soon) } };
  if (link.state !== 'closing' || link.next.type !== 'rest') return state;
  return { ...state, link: { ...link, next: { type: 'rest', until: Math.min(link.next.until, soon) } } };
}

/** Asks an open connection for a sign of life; an answer that does not come ends it. */
export function probe(state: PolicyState, at_once: boolean, now: number): Outcome {
  const { link } = state;
  if (link.state !== 'open') return done(state);
  if (link.probe !== undefined) {
    const sooner = { ...link.probe, at_once: link.probe.at_once || at_once };
    return done({ ...state, link: { ...link, probe: sooner } });
  }
  const asked = { deadline: now + TIMES.probe, at_once };
  return done({ ...state, link: { ...link, probe: asked } }, [
    { type: 'probe', generation: link.generation },
  ]);
}
