// `component({…})` registers every page and component of the app: a method that answers a tap runs once for it.
//
// Phones deliver one tap twice (a bubbling copy, a slow screen), and people tap twice. So, for each method whose name begins
// with `on`: the copy of a tap, less than 100 ms after it on the same thing, is dropped; and while what the method does is
// still under way (it returned a promise), another tap on the same thing is dropped. Moves and choosers have a turn of their
// own besides: `bind/go`, `bind/dialogs`.

import { isRunning, runTap } from './taps';

/** Nobody lifts a finger and taps again sooner, ms. */
const COPY_MS = 100;

/** Events that are a tap, or mean one: what they carry beside their dataset (places on the screen) tells nothing apart. */
const TAPS = new Set(['tap', 'longpress', 'click', 'confirm']);

interface Told {
  type: string;
  timeStamp?: number;
  currentTarget?: { dataset?: unknown };
  detail?: unknown;
}

interface LastTap {
  last: string;
  last_ms: number;
}
const lastTaps = new WeakMap<object, LastTap>();

type Method = (this: object, ...given: unknown[]) => unknown;

const isTold = (given: unknown): given is Told =>
  typeof given === 'object' && given !== null && typeof (given as Partial<Told>).type === 'string';

const isPromise = (result: unknown): result is Promise<unknown> =>
  typeof result === 'object' &&
  result !== null &&
  typeof (result as Partial<Promise<unknown>>).then === 'function';

function stateOf(component: object): LastTap {
  const known = lastTaps.get(component) ?? { last: '', last_ms: 0 };
  lastTaps.set(component, known);
  return known;
}

/** What was tapped, in text: two rows of one list are two things. */
function thingOf(name: string, { type, currentTarget, detail }: Told): string {
  return JSON.stringify([name, currentTarget?.dataset ?? {}, TAPS.has(type) ? null : detail]);
}

function oncePerTap(name: string, method: Method): Method {
  return function (...given) {
    const event = given[0];
    if (!isTold(event)) return method.apply(this, given);
    const state = stateOf(this);
    const thing = thingOf(name, event);
    if (TAPS.has(event.type)) {
      const { last, last_ms } = state;
      state.last = thing;
      state.last_ms = event.timeStamp ?? NaN;
      if (last === thing && Math.abs(state.last_ms - last_ms) < COPY_MS) return undefined;
    } else {
      // Something else happened in between (a picture failed, a letter was typed): the next tap is no copy.
      state.last = '';
    }
    if (isRunning(this, thing)) return undefined;
    const result = method.apply(this, given);
    if (isPromise(result)) runTap(this, thing, result);
    return result;
  };
}

interface Definition {
  methods?: Record<string, Method>;
}

function guarded({ methods = {}, ...rest }: Definition): Definition {
  const pairs = Object.entries(methods).map(([name, method]) => [
    name,
    /^on[A-Z]/.test(name) ? oncePerTap(name, method) : method,
  ]);
  return { ...rest, methods: Object.fromEntries(pairs) as Record<string, Method> };
}

/** WeChat's `Component`, with taps as above. */
export const component = ((definition: Definition) =>
  (Component as unknown as (definition: Definition) => string)(
    guarded(definition),
  )) as unknown as WechatMiniprogram.Component.Constructor;
