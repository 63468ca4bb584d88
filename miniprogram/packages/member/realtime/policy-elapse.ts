// What the mere passing of time does to the socket: deadlines that are over, however late that is noticed.
import { afterClose, close, done, ended, failed, probe, rest } from './policy-link';
import type { Moment, Outcome } from './policy-link';
import type { PolicyState } from './policy-state';

export function elapse(state: PolicyState, moment: Moment): Outcome {
  const { link } = state;
  const { now } = moment;
  switch (link.state) {
    case 'resting':
      return done(state);
    case 'opening': {
      if (now < link.deadline) return done(state);
      const after = ended(state, link, moment);
      return close(after.state, link, { type: 'rest', until: after.until }, moment);
    }
    case 'open': {
      if (link.probe === undefined) return now < link.quiet_at ? done(state) : probe(state, false, now);
      if (now < link.probe.deadline) return done(state);
      const after = link.probe.at_once ? { state, until: now } : ended(state, link, moment);
      return close(after.state, link, { type: 'rest', until: after.until }, moment);
    }
    case 'closing':
      return now < link.deadline ? done(state) : afterClose(state, link, moment);
    case 'renewing': {
      if (now < link.deadline) return done(state);
      const after = failed(state, moment);
      return done(rest(after.state, after.until));
    }
  }
}
