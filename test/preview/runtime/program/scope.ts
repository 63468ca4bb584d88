// What mini program code finds under its global names. In strict mode `globalThis` is an object without the browser in it.
import { LANGUAGE_NAMES } from '../../protocol';
import type { ProgramGlobals } from '../../protocol';
import { guardFunction } from './function-guard';
import type { ScopeTimers } from './timers';

export interface ScopeDeps {
  wx: unknown;
  registration: Record<string, unknown>;
  timers: ScopeTimers;
  strict: boolean;
  appId: string;
}

/** The global object of the program. */
export function createScope({ wx, registration, timers, strict, appId }: ScopeDeps): ProgramGlobals {
  const names = {
    wx,
    ...registration,
    ...timers,
    requirePlugin,
    requireMiniProgram: refuse('requireMiniProgram'),
    console,
    __wxConfig: { envVersion: 'develop', accountInfo: { appId }, platform: 'devtools', debug: false },
  };
  if (!strict) return withBrowser(names);
  const language = LANGUAGE_NAMES.map((name) => [name, browser()[name]] as const);
  const bare: ProgramGlobals = { ...Object.fromEntries(language), ...names };
  Object.assign(bare, { globalThis: bare, global: bare });
  guardFunction(bare);
  return bare;
}

const browser = (): Record<string, unknown> => globalThis as unknown as Record<string, unknown>;

/** These names and everything else that the browser has. */
function withBrowser(names: ProgramGlobals): ProgramGlobals {
  const all: ProgramGlobals = new Proxy(names, {
    has: (target, name) => name in target || name in globalThis,
    get: (target, name) =>
      name in target ? (Reflect.get(target, name) as unknown) : Reflect.get(globalThis, name),
  });
  return Object.assign(all, { globalThis: all, global: all });
}

function requirePlugin(name: string): never {
  throw new Error(`requirePlugin("${name}"): the preview has no plugins`);
}

const refuse = (name: string) => (): never => {
  throw new Error(`${name}: the preview has one mini program`);
};
