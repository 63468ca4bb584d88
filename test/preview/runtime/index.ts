// Entry of the runtime: what the generated script of a mini program calls, in the order setup, app, add…, start.
import type { PreviewHost } from '../protocol';
import { createWx } from './api/index';
import { defineBuiltins } from './builtins/index';
import { createCore, type Core } from './core';
import { pageCss } from './css/index';
import { installReady } from './engine/ready';
import { templateHooks } from './events/hooks';
import { publish } from './publish';
import { createShell } from './shell/index';

installReady();
Object.assign(globalThis, { __wxsHooks: templateHooks });

let core: Core | null = null;
let appScript: (() => void) | null = null;

function ready(): Core {
  if (!core) throw new Error('host.setup() comes first');
  return core;
}

export const host: PreviewHost = {
  setup(config) {
    const preview = globalThis.__preview ?? {};
    core = createCore(config, { createShell, createWx, defineBuiltins, pageStyles: pageCss, preview });
    publish(core.inspect, preview);
  },
  app(run) {
    appScript = run;
  },
  add: (path, run) => ready().loader.add(path, run),
  start: () => ready().start(appScript),
  scope: () => ready().scope,
};
