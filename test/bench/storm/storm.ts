// A server is lost with 100,000 people on it: how evenly do they come back? Every one of them runs the app's own policy in
// virtual time; the server lets in so many a second and refuses the rest.
import { step, wakeAt } from '../../../miniprogram/packages/member/realtime/policy';
import { INITIAL } from '../../../miniprogram/packages/member/realtime/policy-state';
import type { PolicyEvent, PolicyState } from '../../../miniprogram/packages/member/realtime/policy-state';
import { Agenda } from './agenda';

export interface Storm {
  /** Attempts in each second after the loss. */
  arrivals: number[];
  /** Seconds until 99 % were back. */
  seconds: number;
  /** Highest second over the mean, until 99 % were back. */
  peak_over_mean: number;
  /** Attempts that it took in all, per person. */
  attempts_each: number;
}

export interface StormOptions {
  people: number;
  /** Whom the server lets in, per second. */
  per_second: number;
}

/** How long the server takes to answer, ms. */
const ANSWER_MS = 50;
const LONGEST_S = 900;

/** One who comes back in a way of their own. */
export interface Comer {
  /** When the next attempt is made, ms after the loss. */
  next(): number;
  /** What became of the attempt made at `now`. */
  told(let_in: boolean, now: number): void;
}

/** The app's policy, on the way back. */
export function policyComer(random: () => number): Comer {
  let state: PolicyState = INITIAL;
  const tell = (event: PolicyEvent, now: number) => {
    state = step(state, event, now, random).state;
  };
  const { generation } = INITIAL;
  tell({ type: 'session', session: 1 }, -1);
  tell({ type: 'start' }, -1);
  tell({ type: 'opened', generation: generation + 1 }, -1);
  tell({ type: 'closed', generation: generation + 1 }, 0);
  return {
    next() {
      for (;;) {
        const at = wakeAt(state, 0);
        if (at === undefined) throw new Error('it never comes back');
        const { link } = state;
        if (link.state === 'resting') return Math.max(link.until, state.not_before);
        tell({ type: 'tick' }, at);
      }
    },
    told(let_in, now) {
      tell({ type: 'tick' }, now);
      const { generation: mine } = state;
      tell({ type: let_in ? 'opened' : 'closed', generation: mine }, now + ANSWER_MS);
    },
  };
}

/** What most apps do: again every `interval_ms`, from the moment of the loss. */
export function fixedComer(interval_ms: number): Comer {
  let at = interval_ms;
  return {
    next: () => at,
    told(_let_in, now) {
      at = now + ANSWER_MS + interval_ms;
    },
  };
}

/** Plays one storm. The server's places of a second are gone when they are taken. */
export function play(options: StormOptions, makeComer: () => Comer): Storm {
  const { people, per_second } = options;
  const agenda = new Agenda<Comer>();
  for (let person = 0; person < people; person += 1) {
    const comer = makeComer();
    agenda.add(comer.next(), comer);
  }
  const arrivals: number[] = [];
  const taken: number[] = [];
  let back = 0;
  for (let due = agenda.take(); due !== undefined && back < people * 0.99; due = agenda.take()) {
    const second = Math.floor(due.at / 1000);
    if (second > LONGEST_S) break;
    arrivals[second] = (arrivals[second] ?? 0) + 1;
    const let_in = (taken[second] ?? 0) < per_second;
    due.what.told(let_in, due.at);
    if (let_in) {
      taken[second] = (taken[second] ?? 0) + 1;
      back += 1;
    } else {
      agenda.add(due.what.next(), due.what);
    }
  }
  return describe(
    Array.from(arrivals, (count) => count ?? 0),
    people,
  );
}

function describe(arrivals: number[], people: number): Storm {
  const total = arrivals.reduce((sum, count) => sum + count, 0);
  const mean = total / arrivals.length;
  const peak = arrivals.reduce((most, count) => Math.max(most, count), 0);
  return {
    arrivals,
    seconds: arrivals.length,
    peak_over_mean: Math.round((peak / mean) * 100) / 100,
    attempts_each: Math.round((total / people) * 100) / 100,
  };
}
