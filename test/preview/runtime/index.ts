// Entry of the runtime: what the generated script of a mini program calls, in the order setup, app, add…, start.
import type { PreviewGlobal, PreviewHost, SetupConfig } from '../protocol';
import { createWx, prepareApi } from './api/index';
import { defineBuiltins } from './builtins/index';
import { createCore, type Core } from './core';
import { pageCss } from './css/index';
import { installReady } from './engine/ready';
import { templateHooks } from './events/hooks';
import { describeFault } from './fault';
import { publish } from './publish';
import { createShell } from './shell/index';

installReady();
Object.assign(globalThis, { __wxsHooks: templateHooks });

const scripts = new Map<string, () => void>();
let config: SetupConfig | null = null;
let appScript: (() => void) | null = null;
let core: Core | null = null;

/** Files that the program wrote last time are read back before its code can ask for them. */
async function start(setup: SetupConfig): Promise<void> {
  const preview: Partial<PreviewGlobal> = globalThis.__preview;
  await prepareApi(setup.appId);
  core = createCore(setup, { createShell, createWx, defineBuiltins, pageStyles: pageCss, preview });
  publish(core.inspect, preview);
  for (const [path, run] of scripts) core.loader.add(path, run);
  core.start(appScript);
}

function showFailure(error: unknown): void {
  globalThis.__preview.reportError(error, 'the preview itself');
  const { message, stack } = describeFault(error, 'preview');
  const text = document.createElement('pre');
  text.textContent = `${message}\n${stack}`;
  document.body.append(text);
}

export const host: PreviewHost = {
  setup(given) {
    config = given;
  },
  app(run) {
    appScript = run;
  },
  views(root, views) {
    if (!core) throw new Error('a subpackage comes after the start');
    core.addViews(root, views);
  },
  add(path, run) {
    // A subpackage adds its components while the program runs.
    if (core) core.loader.add(path, run);
    else scripts.set(path, run);
  },
  start() {
    if (!config) throw new Error('host.setup() comes first');
    start(config).catch(showFailure);
  },
  scope: () => core?.scope ?? {},
};
