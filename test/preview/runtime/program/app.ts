// The App instance and its life: launch, foreground and background, with the options it was entered by.
import { safeCallback } from '../engine/engine';
import type { AppEvents, EventPort } from '../ports/events';
import type { LaunchOptions } from '../ports/values';
import { isFunction, type Bag } from '../registration/definition';

/** After this long in background the JavaScript of a mini program stands still. */
export const SUSPEND_AFTER_MS = 5000;
/** After this long WeChat destroys it: who comes back starts it anew. */
export const DESTROY_AFTER_MS = 30 * 60 * 1000;

export interface AppDeps {
  /** What the program is started with. */
  launchOptions(): LaunchOptions;
  events: EventPort<AppEvents>;
  hidePage(): void;
  showPage(): void;
  suspend(): void;
  resume(): void;
  /** Starts the program anew, at this page or at its first one. */
  restart(options: Partial<LaunchOptions>): void;
  /** Entering by another page than the one on top. */
  reLaunch(options: LaunchOptions): void;
}

export interface App {
  /** `App(definition)`: launches at once, before any file of a page or component runs. */
  define(definition: Bag): void;
  getApp(options?: { allowDefault?: boolean }): Bag | undefined;
  instance(): Bag | null;
  /** For a program that has not called `App()` by the time its first page opens. */
  ensureLaunched(): LaunchOptions;
  launchOptions(): LaunchOptions;
  enterOptions(): LaunchOptions;
  isForeground(): boolean;
  background(): void;
  foreground(options?: Partial<LaunchOptions>): void;
  /** Calls a method of the App when it has one. */
  call(name: string, ...args: unknown[]): void;
}

export const emptyLaunch: LaunchOptions = {
  path: '',
  query: {},
  scene: 1001,
  referrerInfo: {},
  mode: 'default',
  apiCategory: 'default',
};

export function createApp(deps: AppDeps): App {
  const { events } = deps;
  let instance: Bag | null = null;
  let fallback: Bag | undefined;
  let launched: LaunchOptions | null = null;
  let entered = emptyLaunch;
  let foreground = true;
  let suspension: number | undefined;
  let hiddenAt = 0;

  const call = (name: string, ...args: unknown[]): void => {
    const method = instance?.[name];
    if (isFunction(method)) safeCallback(`App ${name}`, method, instance, args);
  };

  const launch = (): LaunchOptions => {
    const options = deps.launchOptions();
    launched = options;
    entered = options;
    call('onLaunch', options);
    call('onShow', options);
    events.notify('AppShow', options);
    return options;
  };

  return {
    define(definition) {
      instance = Object.assign(fallback ?? {}, definition);
      if (!launched) launch();
    },
    ensureLaunched: () => launched ?? launch(),
    getApp: ({ allowDefault = false } = {}) => instance ?? (allowDefault ? (fallback ??= {}) : undefined),
    instance: () => instance,
    launchOptions: () => launched ?? emptyLaunch,
    enterOptions: () => entered,
    isForeground: () => foreground,
    background() {
      if (!foreground) return;
      foreground = false;
      hiddenAt = Date.now();
      deps.hidePage();
      call('onHide');
      events.notify('AppHide');
      suspension = window.setTimeout(() => deps.suspend(), SUSPEND_AFTER_MS);
    },
    foreground(options = {}) {
      if (foreground) return;
      if (Date.now() - hiddenAt >= DESTROY_AFTER_MS) return deps.restart(options);
      foreground = true;
      window.clearTimeout(suspension);
      deps.resume();
      entered = { ...entered, ...options };
      call('onShow', entered);
      events.notify('AppShow', entered);
      if (options.path === undefined) deps.showPage();
      else deps.reLaunch(entered);
    },
    call,
  };
}
