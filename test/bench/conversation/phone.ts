// What the mini program finds where WeChat runs it: `Component`, `Behavior`, `getApp`, a little of `wx`, and time that
// moves only when the bench says so. Import it before any page.
import type { Core } from '../../../miniprogram/compose/core';
import type { Clock, Timers } from '../../../miniprogram/platform/ports';

type Method = (...given: unknown[]) => unknown;

/** What a page file or a behavior hands to the framework. */
export interface Definition {
  behaviors?: Definition[];
  data?: Record<string, unknown>;
  observers?: Record<string, Method>;
  lifetimes?: Record<string, Method>;
  pageLifetimes?: Record<string, Method>;
  methods?: Record<string, Method>;
}

const ticks: (() => void)[] = [];
let defined: Definition | undefined;
let core: Core | undefined;

Object.assign(globalThis, {
  Behavior: (definition: Definition) => definition,
  Component: (definition: Definition) => void (defined = definition),
  getApp: () => ({ core }),
  wx: {
    nextTick: (run: () => void) => void ticks.push(run),
    canIUse: () => true,
    getAppBaseInfo: () => ({ theme: 'light' }),
    onThemeChange: () => undefined,
    offThemeChange: () => undefined,
    setNavigationBarTitle: () => Promise.resolve(),
  },
});

/** The app that pages find from now on. */
export const useCore = (present: Core): void => void (core = present);

/** What a file defines while it is loaded; its own components come before it. Throws when it defines nothing. */
export async function definitionOf(load: () => Promise<unknown>): Promise<Definition> {
  defined = undefined;
  await load();
  if (defined === undefined) throw new Error('no component was defined');
  return defined;
}

/** Something the phone does after the present script. */
export const later = (run: () => void): void => void ticks.push(run);

/** Runs what was put off, and what that puts off. */
export function runTicks(): void {
  for (let next = ticks.shift(); next !== undefined; next = ticks.shift()) next();
}

export interface Time extends Clock, Timers {
  /** Moves on, running what falls due in order; nothing is awaited in between. */
  advance(ms: number): void;
}

export function createTime(start_ms: number): Time {
  let now = start_ms;
  const due = new Set<{ at: number; run: () => void }>();
  return {
    now: () => now,
    after(ms, run) {
      const entry = { at: now + Math.max(0, ms), run };
      due.add(entry);
      return () => void due.delete(entry);
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = [...due].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
        if (next === undefined) break;
        due.delete(next);
        now = Math.max(now, next.at);
        next.run();
        runTicks();
      }
      now = end;
    },
  };
}
