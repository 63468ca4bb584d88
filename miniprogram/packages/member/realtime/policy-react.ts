// What an event does to the socket. Events of another generation than the present one do nothing.
import { longDelay, TIMES } from './delays';
import { afterClose, close, done, ended, failed, hurry, probe, rest } from './policy-link';
import type { Moment, Outcome, Wired } from './policy-link';
import type { Link, PolicyEvent, PolicyState } from './policy-state';
import { isWorthRenewing } from './refusals';
import type { RefusalCode } from './refusals';

type Facts = Exclude<PolicyEvent, { generation: number }>;
type Report = Extract<PolicyEvent, { generation: number }>;

export function react(state: PolicyState, event: PolicyEvent, moment: Moment): Outcome {
  if (!('generation' in event)) return learn(state, event, moment);
  const { link } = state;
  if (link.state === 'resting' || link.generation !== event.generation) return done(state);
  return report(state, link, event, moment);
}

/** The world outside the socket. */
function learn(state: PolicyState, event: Facts, moment: Moment): Outcome {
  const { now } = moment;
  switch (event.type) {
    case 'tick':
      return done(state);
    case 'start':
      return done(hurry({ ...state, started: true }, now));
    case 'stop':
      return done({ ...state, started: false });
    case 'session':
      return done(changeSession(state, event.session, now));
    case 'hidden':
      return done({ ...state, hidden_at: state.hidden_at ?? now });
    case 'shown':
      return shown(state, moment);
    case 'network':
      return networkChanged(state, { connected: event.connected, type: event.network_type }, now);
  }
}

/** A new sign-in starts without the waits and the failures of the one before. */
function changeSession(state: PolicyState, session: number | undefined, now: number): PolicyState {
  if (session === state.session) return state;
  const next: PolicyState = { ...state, session, failures: 0, crowd: undefined };
  if (next.link.state === 'resting') return rest(next, now);
  return hurry(next, now);
}

function shown(before: PolicyState, moment: Moment): Outcome {
  const { hidden_at, link } = before;
  const state = hurry({ ...before, hidden_at: undefined }, moment.now);
  const isStale = hidden_at !== undefined && moment.now >= hidden_at + TIMES.grace;
  // Timers do not run in the background, so the socket was not closed when the grace ended; by now it is dead.
  if (isStale && (link.state === 'open' || link.state === 'opening')) {
    return close(state, link, { type: 'rest', until: moment.now }, moment);
  }
  return probe(state, true, moment.now);
}

function networkChanged(before: PolicyState, network: PolicyState['network'], now: number): Outcome {
  const { connected, type } = before.network;
  if (connected === network.connected && type === network.type) return done(before);
  // The phone's own network explains this loss: other people still have the server, so there is no spread to wait for.
  const crowd = network.connected ? undefined : before.crowd;
  const state = { ...before, network, crowd };
  // Another network has another address: what was open through the old one is most likely dead.
  return network.connected ? probe(hurry(state, now), true, now) : done(state);
}

/** Reacts to a report of the present attempt. */
function report(
  state: PolicyState,
  link: Exclude<Link, { state: 'resting' }>,
  event: Report,
  moment: Moment,
): Outcome {
  switch (event.type) {
    case 'opened':
      return link.state === 'opening' ? done(opened(state, link, moment.now)) : done(state);
    case 'heard':
      if (link.state !== 'open') return done(state);
      return done({ ...state, link: { ...link, probe: undefined, quiet_at: moment.now + TIMES.quiet } });
    case 'refused':
      return isWired(link) ? refused(state, link, event.code, moment) : done(state);
    case 'rejected': {
      if (!isWired(link)) return done(state);
      const not_before = moment.now + longDelay(moment.random);
      return close({ ...state, not_before }, link, { type: 'rest', until: not_before }, moment);
    }
    case 'dismissed':
      return isWired(link) ? dismissed(state, link, moment) : done(state);
    case 'ended':
      return isWired(link) ? lost(state, link, moment) : done(state);
    case 'closed':
      return closed(state, link, moment);
    case 'renewed':
      return link.state === 'renewing' ? done(renewed(state, link, moment)) : done(state);
    case 'not_renewed': {
      if (link.state !== 'renewing') return done(state);
      const after = failed(state, moment);
      return done(rest(after.state, after.until));
    }
  }
}

const isWired = (link: Link): link is Wired => link.state === 'opening' || link.state === 'open';

function opened(state: PolicyState, link: Extract<Link, { state: 'opening' }>, now: number): PolicyState {
  const { generation, session } = link;
  const quiet_at = now + TIMES.quiet;
  return {
    ...state,
    failures: 0,
    crowd: undefined,
    link: { state: 'open', generation, session, quiet_at, probe: undefined },
  };
}

/** Reconnects soon, once: the server's answer shows whether the sign-in is over. */
function dismissed(state: PolicyState, link: Wired, moment: Moment): Outcome {
  const { now, random } = moment;
  if (now - state.dismissed_at < TIMES.dismissed_again) return lost(state, link, moment);
  const next = { ...state, dismissed_at: now, crowd: undefined };
  return close(next, link, { type: 'rest', until: now + random() * TIMES.dismissed }, moment);
}

function lost(state: PolicyState, link: Wired, moment: Moment): Outcome {
  const after = ended(state, link, moment);
  return close(after.state, link, { type: 'rest', until: after.until }, moment);
}

/** Asks the gate, which gives another token to try once, or ends the sign-in. */
function refused(state: PolicyState, link: Wired, code: RefusalCode, moment: Moment): Outcome {
  const before = link.state === 'opening' && link.renewed;
  if (before && isWorthRenewing(code)) {
    return close(state, link, { type: 'rest', until: moment.now + longDelay(moment.random) }, moment);
  }
  return close(state, link, { type: 'renew', session: link.session, code, renewed: before }, moment);
}

/** The wire was closed, by itself or as ordered. */
function closed(state: PolicyState, link: Exclude<Link, { state: 'resting' }>, moment: Moment): Outcome {
  if (link.state === 'closing') return afterClose(state, link, moment);
  if (!isWired(link)) return done(state);
  const after = ended(state, link, moment);
  return done(rest(after.state, after.until));
}

/** Tries the new token at once. If it is the second new one in a row, waits as after any failure. */
function renewed(
  state: PolicyState,
  link: Extract<Link, { state: 'renewing' }>,
  moment: Moment,
): PolicyState {
  if (!link.renewed) return { ...state, link: { state: 'resting', until: moment.now, renewed: true } };
  const after = failed(state, moment);
  return { ...after.state, link: { state: 'resting', until: after.until, renewed: true } };
}
