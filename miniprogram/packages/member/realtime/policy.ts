// When to be connected, as a pure machine: an event and the time in, the next state and commands out. Connected =
// started ∧ signed in ∧ network ∧ in front (15 s grace). It owns no timer: `wakeAt` says when to send a `tick`, and
// deadlines are compared with the clock, because timers that WeChat suspends fire late.
import type { Random } from '../../../platform/ports';
import { TIMES } from './delays';
import { elapse } from './policy-elapse';
import { close, done, rest } from './policy-link';
import type { Moment, Outcome } from './policy-link';
import { react } from './policy-react';
import type { Link, PolicyEvent, PolicyState } from './policy-state';

/**
 * One step of the policy.
 * @param now ms, never less than at the step before
 */
export function step(state: PolicyState, event: PolicyEvent, now: number, random: Random): Outcome {
  const moment: Moment = { now, random };
  const reacted = react(state, event, moment);
  const elapsed = elapse(reacted.state, moment);
  const fitted = fit(elapsed.state, moment);
  const missing = mayOpen(fitted.state, now) && fitted.state.link.state !== 'open';
  const missing_since = missing ? (fitted.state.missing_since ?? now) : undefined;
  const commands = [...reacted.commands, ...elapsed.commands, ...fitted.commands];
  return done({ ...fitted.state, missing_since }, commands);
}

/** Whether a connection should be there now. */
export function isWanted(state: PolicyState, now: number): boolean {
  const present = state.hidden_at === undefined || now < state.hidden_at + TIMES.grace;
  return state.started && state.session !== undefined && state.network.connected && present;
}

/** Whether an attempt may begin. None begins in the background, where WeChat would cut it off. */
const mayOpen = (state: PolicyState, now: number): boolean =>
  isWanted(state, now) && state.hidden_at === undefined;

/** Makes the socket fit what is wanted, as far as it can be done now. */
function fit(state: PolicyState, moment: Moment): Outcome {
  const { link, session } = state;
  const { now } = moment;
  switch (link.state) {
    case 'opening':
    case 'open':
      if (isWanted(state, now) && link.session === session) return done(state);
      return close(state, link, { type: 'rest', until: now }, moment);
    case 'renewing':
      return link.session === session ? done(state) : fit(rest(state, now), moment);
    case 'closing':
      return done(state);
    case 'resting':
      if (session === undefined || !mayOpen(state, now) || dueAt(state, link) > now) return done(state);
      return open(state, session, link.renewed, now);
  }
}

function open(state: PolicyState, session: number, renewed: boolean, now: number): Outcome {
  const generation = state.generation + 1;
  const link: Link = { state: 'opening', generation, session, deadline: now + TIMES.open, renewed };
  return done({ ...state, generation, opened_at: now, link }, [{ type: 'open', generation }]);
}

const dueAt = (state: PolicyState, { until }: Extract<Link, { state: 'resting' }>): number =>
  Math.max(until, state.not_before);

/** When the next `tick` is due; nothing when only an event can change anything. */
export function wakeAt(state: PolicyState, now: number): number | undefined {
  const banner = (state.missing_since ?? -Infinity) + TIMES.banner;
  const times = now < banner ? [...linkTimes(state, now), banner] : linkTimes(state, now);
  return times.length === 0 ? undefined : Math.min(...times);
}

function linkTimes(state: PolicyState, now: number): number[] {
  const { link, hidden_at } = state;
  const grace = hidden_at === undefined ? [] : [hidden_at + TIMES.grace];
  switch (link.state) {
    case 'resting':
      return mayOpen(state, now) ? [dueAt(state, link)] : [];
    case 'opening':
      return [link.deadline, ...grace];
    case 'open':
      return [link.probe?.deadline ?? link.quiet_at, ...grace];
    case 'closing':
    case 'renewing':
      return [link.deadline];
  }
}
