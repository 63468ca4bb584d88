// Entry of the runtime: what the generated script of a mini program calls, in the order setup, app, add…, start.
import type { PreviewGlobal, PreviewHost, SetupConfig } from '../protocol';
import { createWx, prepareApi } from './api/index';
import { defineBuiltins } from './builtins/index';
import { createCore, type Core } from './wiring/core';
import { pageCss } from './css/index';
import { installReady } from './engine/ready';
import { templateHooks } from './events/hooks';
import { describeFault } from './report/fault';
import { drawBars } from './phone/decor';
import { launchUrl, resourceUrl } from './routing/launch';
import type { PagePlace } from './pages/place';
import { createProject, type Project } from './program/project';
import { publish } from './wiring/publish';
import { FirstRenderings } from './rendering/first-renderings';
import { painted } from './rendering/show';
import { createShell } from './shell/index';
import type { Shell, ShellEvents } from './ports/shell';

installReady();
Object.assign(globalThis, { __wxsHooks: templateHooks });

const scripts = new Map<string, () => void>();
let config: SetupConfig | null = null;
let appScript: (() => void) | null = null;
let core: Core | null = null;

/** Shows the kept rendering of the first page, before any code of the program runs. */
function showEarly(project: Project, shell: Shell, renderings: FirstRenderings): PagePlace | null {
  const { path } = launchUrl(project);
  const place = project.hasPage(path) ? renderings.show(path) : null;
  if (place) drawBars({ project, shell, theme: renderings.theme() }, path, { depth: 1 });
  return place;
}

async function start(setup: SetupConfig): Promise<void> {
  const preview: Partial<PreviewGlobal> = globalThis.__preview;
  const project = createProject(setup);
  let events: ShellEvents | null = null;
  const shell = createShell(
    {
      back: () => events?.back(),
      home: () => events?.home(),
      tab: (index) => events?.tab(index),
      resize: () => events?.resize(),
    },
    (path) => resourceUrl(setup, path, ''),
  );
  const renderings = new FirstRenderings({ config: setup, project, shell, pageStyles: pageCss });
  const early = showEarly(project, shell, renderings);
  if (early) await painted(early.frame);
  // Files that the program wrote last time are read back before its code can ask for them.
  await prepareApi(setup.appId);
  const connect = (given: ShellEvents): void => void (events = given);
  const own = { project, shell, connect, renderings, early, preview };
  core = createCore(setup, { ...own, createWx, defineBuiltins, pageStyles: pageCss });
  publish(core.inspect, preview);
  for (const [path, run] of scripts) core.loader.add(path, run);
  core.start(appScript);
}

function showFailure(error: unknown): void {
  void globalThis.__preview.reportError(error, 'the preview itself');
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
  scope() {
    if (!core) throw new Error('no file runs before the start');
    return core.scope;
  },
};
