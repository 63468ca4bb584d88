// Puts the parts of the runtime together for one page load.
import {
  DASHED_BUILTINS,
  type PackageViews,
  type PreviewGlobal,
  type ProgramGlobals,
  type SetupConfig,
} from '../../protocol';
import type { ApiInspect } from '../ports/inspection';
import { createApp } from '../program/app';
import { isBuiltin } from '../builtins/define';
import { createViews } from '../program/code-space';
import { createDecor } from '../phone/decor';
import { createDevice } from '../phone/device';
import { readyQueued } from '../engine/ready';
import type { BackendPorts } from '../engine/backend';
import { createEventBus } from './event-bus';
import type { AppEvents } from '../ports/events';
import { keyboard } from '../phone/keyboard';
import { describeFault, errorText } from '../report/fault';
import type { HostInspect } from './inspect';
import { installInstanceApi } from '../instance/instance-api';
import { createLaunch, launchOptions, resourceUrl } from '../routing/launch';
import { createLoader, type Loader } from '../program/loader';
import { makeInspect } from './make-inspect';
import { mayLeave } from './may-leave';
import { createNavigation } from '../routing/navigation';
import { markTheme } from '../pages/document';
import { createPageFactory } from '../pages/factory';
import { hidePage, showPage } from '../pages/lifecycle';
import { PageStack } from '../pages/page-stack';
import { TextSize } from '../phone/text-size';
import { createHostPorts } from './host-ports';
import type { CreateWx, DefineBuiltins } from '../ports/host';
import { createLate } from '../program/late';
import type { Project } from '../program/project';
import { createRegistry } from '../registration/registry';
import type { PagePlace } from '../pages/place';
import type { FirstRenderings } from '../rendering/first-renderings';
import { createReport } from '../report/report';
import { createRouter } from '../routing/router';
import { createScope } from '../program/scope';
import { createSetDataCounter } from '../instance/set-data';
import { watchResize } from '../phone/resize';
import type { Shell, ShellEvents } from '../ports/shell';
import { createTimers } from '../program/timers';

// The build rewrites WXSS selectors by this list, so the DOM must follow it.
const DASHED: ReadonlySet<string> = new Set(DASHED_BUILTINS);

/** The parts that the core is given. */
export interface CoreParts {
  project: Project;
  shell: Shell;
  /** Hands over what the shell is to call. */
  connect(events: ShellEvents): void;
  renderings: FirstRenderings;
  /** What is shown of the first page, before the program has started. */
  early: PagePlace | null;
  createWx: CreateWx;
  defineBuiltins: DefineBuiltins;
  pageStyles: string;
  preview: Partial<PreviewGlobal>;
}

export interface Core {
  loader: Loader;
  inspect: HostInspect;
  scope: ProgramGlobals;
  /** A subpackage came. */
  addViews(root: string, views: PackageViews): void;
  /** Runs app.js and opens the first page. */
  start(appScript: (() => void) | null): void;
}

export function createCore(config: SetupConfig, parts: CoreParts): Core {
  const { preview, project, shell, renderings } = parts;
  const counter = createSetDataCounter();
  const rules = { isTab: (route: string) => project.tabIndex(route) >= 0, hasPage: project.hasPage };
  const events = createEventBus<AppEvents>((error, name) => report.error(error, `listener of ${name}`));
  const stack = new PageStack(rules.isTab, events);
  keyboard.onHeight((height) => events.notify('KeyboardHeightChange', { height, duration: 0 }));
  const timers = createTimers(window, (error) => report.error(error, 'timer'));
  const url = (source: string, from = ''): string => resourceUrl(config, source, from);

  const report = createReport({
    show: (error, where, drawn) =>
      preview.reportError?.(error, where, drawn) ?? Promise.resolve(errorText(error)),
    tellApp(text) {
      app.call('onError', text);
      events.notify('Error', text);
    },
    rejected(reason, promise) {
      app.call('onUnhandledRejection', { reason, promise });
      events.notify('UnhandledRejection', { reason, promise });
    },
    pageOf: (component) => stack.of(component),
  });
  const app = createApp({
    launchOptions: () => launchOptions(project),
    events,
    hidePage: () => withTop(hidePageKeepingIt),
    showPage: () => withTop(showPage),
    suspend: () => timers.suspend(),
    resume: () => timers.resume(),
    reLaunch: (options) => launch.open(options),
    restart: (options) => launch.restart(options),
  });
  const withTop = (act: (page: NonNullable<ReturnType<PageStack['top']>>) => void): void => {
    const page = stack.top();
    if (page) act(page);
  };
  const hidePageKeepingIt: typeof hidePage = (page) => {
    hidePage(page);
    page.slot.setActive(true); // behind the home screen it still stands there
  };

  parts.connect({
    back: () => void navigation.back(),
    home: () => void navigation.reLaunch(`/${project.entryPage()}`),
    tab: (index) => launch.tapTab(index),
    resize: () => resized(),
  });
  const device = createDevice({
    shell,
    stack,
    net: config.net,
    events,
    darkMode: project.app.darkmode === true,
    theme: config.launch.theme,
    onTheme() {
      for (const page of stack.all()) {
        markTheme(page.window, device.theme());
        page.backend?.sheets.refresh();
      }
      decor.refresh();
    },
  });
  const textSize = new TextSize(config.launch.fontScale);
  textSize.onChange(() => {
    for (const page of stack.all()) page.backend?.sheets.refresh();
  });
  const decor = createDecor({ project, shell, stack, theme: () => device.theme() });

  const registry = createRegistry({
    json: (path) => views.json(path),
    onApp: (definition) => app.define(definition),
    getApp: (options) => app.getApp(options),
    getCurrentPages: () => stack.stack.flatMap((page) => page.caller ?? []),
  });
  const loader = createLoader({
    config,
    registry,
    network: () => device.network(),
    onFault: ({ path, error }) => report.error(error, `${path}.js`),
    onFaultDrawn: ({ path, error }, instance) =>
      stack.of(instance)?.showFault(describeFault(error, `${path}.js`)),
  });
  const backend: BackendPorts = {
    cssOf: (path) => views.cssOf(path),
    isBuiltin: (tag) => isBuiltin(tag) || DASHED.has(tag),
    theme: () => device.theme(),
    textZoom: () => textSize.factor,
    unknownTag: (tag, owner) => report.unknown('tag', `<${tag}> in ${owner}.wxml`),
  };
  const factory = createPageFactory({
    project,
    loader,
    shell,
    report,
    backend,
    pageStyles: parts.pageStyles,
    theme: () => device.theme(),
    layout: (page) => decor.layout(page),
    renderings,
    early: parts.early,
    announce: (route) => decor.announce(route),
  });
  const navigation = createNavigation({
    stack,
    rules,
    factory,
    onChange: () => launch.stackChanged(),
    // The program goes back where it draws the button itself.
    mayLeave: (page, by) =>
      mayLeave(
        shell.overlay,
        page,
        by === 'bar' || !project.layout(page.route, device.theme()).belowNavigationBar,
      ),
  });
  const launch = createLaunch({ project, stack, navigation, decor, app, events, report });
  const resized = watchResize({ stack, decor, device, events });

  installInstanceApi({
    pageOf: (caller) => stack.of(caller),
    topComponent: () => stack.top()?.component ?? null,
    counter,
    warn: (message) => report.warn(message),
    engineWarning: (message, path) => report.engineWarning(message, path),
    fail: (error, where, page) => report.error(error, where, page ?? undefined),
    router: (from) => createRouter(navigation, from),
    keepRendering: (page, data) => renderings.set(page, data),
  });
  let apiInspect: Partial<ApiInspect> = {};
  let dumpStorage = (): Record<string, unknown> => ({});
  const ports = createHostPorts({
    textSize,
    config,
    project,
    app,
    navigation,
    stack,
    factory,
    decor,
    device,
    events,
    report,
    counter,
    shell,
    url,
    onStorageDump(dump) {
      dumpStorage = dump;
    },
    setLazyLoadTimeout: (ms) => late.setTimeout(ms),
    onInspection(added) {
      apiInspect = added;
    },
  });
  const wx = parts.createWx(ports);
  parts.defineBuiltins(ports);
  const views = createViews(config);
  renderings.start({
    backend,
    definition: (path) => registry.definition(path),
    fill: views.fill,
    cssOf: views.cssOf,
    theme: () => device.theme(),
    warn: (message) => report.warn(message),
  });
  const late = createLate({ config, loader, stack, events, report });

  const idle = (): boolean =>
    !navigation.busy() &&
    !config.loadingPackage() &&
    !late.busy() &&
    !readyQueued() &&
    (stack.top()?.ready ?? false);
  return {
    loader,
    addViews: (root, added) => views.add(root, added),
    inspect: Object.assign(
      makeInspect({
        stack,
        navigation,
        app,
        device,
        textSize,
        events,
        report,
        counter,
        idle,
        storage: () => dumpStorage(),
      }),
      apiInspect,
    ),
    scope: createScope({
      wx,
      registration: registry.globals,
      timers: timers.timers,
      strict: config.launch.strict,
      appId: config.appId,
    }),
    start(appScript) {
      try {
        appScript?.();
      } catch (error) {
        report.error(error, 'app.js');
        shell.showAppFault(describeFault(error, 'app.js'));
      }
      if (!config.lazy) loader.runAll();
      launch.start();
    },
  };
}
