// The core as the API modules, built-ins and shell see it.
import type { SetupConfig } from '../../protocol';
import type { ApiInspect } from '../ports/inspection';
import type { App } from '../program/app';
import type { Decor } from '../phone/decor';
import type { AppEvents, EventPort } from '../ports/events';
import type { PageFactory } from '../pages/factory';
import type { PageStack } from '../pages/page-stack';
import { scrollPage } from '../pages/scroll';
import type { DevicePort, HostPorts, NavigationPort, ReportPort } from '../ports/host';
import type { Project } from '../program/project';
import { PageIntersectionObserver } from '../query/intersection';
import { MediaQueryObserver } from '../query/media-query';
import { SelectorQuery } from '../query/selector-query';
import { componentOf } from '../engine/engine';
import { rpxToPx } from '../phone/rpx';
import type { TextSize } from '../phone/text-size';
import type { Shell } from '../ports/shell';
import type { SetDataCounter } from '../instance/set-data';
import { nodesOf } from '../pages/page';

export interface HostPortsDeps {
  config: SetupConfig;
  project: Project;
  app: App;
  navigation: NavigationPort;
  stack: PageStack;
  factory: PageFactory;
  decor: Decor;
  device: DevicePort;
  events: EventPort<AppEvents>;
  report: ReportPort;
  counter: SetDataCounter;
  shell: Shell;
  textSize: TextSize;
  url(source: string, from?: string): string;
  setLazyLoadTimeout(ms: number): void;
  onStorageDump(dump: () => Record<string, unknown>): void;
  onInspection(inspect: ApiInspect): void;
}

export function createHostPorts(deps: HostPortsDeps): HostPorts {
  const { config, project, app, stack, factory, device } = deps;
  const topComponent = () => stack.top()?.component ?? null;
  const topPull = () => {
    const page = stack.top();
    return page ? factory.pullDown(page) : undefined;
  };
  return {
    config,
    app: {
      json: project.app,
      pages: config.pages,
      launchOptions: () => app.launchOptions(),
      enterOptions: () => app.enterOptions(),
      instance: () => app.instance(),
      isForeground: () => app.isForeground(),
      background: () => app.background(),
      foreground: (options) => app.foreground(options),
      setLazyLoadTimeout: deps.setLazyLoadTimeout,
    },
    navigation: deps.navigation,
    pages: {
      top: () => stack.top(),
      stack: () => stack.stack,
      of: (component) => stack.of(component),
      costs: (page) => ({ ...deps.counter.of(page.id), nodes: nodesOf(page) }),
      startPullDownRefresh: () => topPull()?.begin(),
      stopPullDownRefresh: () => topPull()?.finish(),
      scrollTo(target) {
        const page = stack.top();
        if (page) scrollPage(page, target);
      },
    },
    decor: deps.decor,
    device,
    events: deps.events,
    query: {
      createSelectorQuery: (component = null) => new SelectorQuery(component, topComponent),
      createIntersectionObserver(component, options = {}) {
        const start = componentOf(component) ?? topComponent();
        if (!start) throw new Error('createIntersectionObserver: there is no page yet');
        return new PageIntersectionObserver(start, options);
      },
      createMediaQueryObserver: (component = null) =>
        new MediaQueryObserver(() => (stack.of(component) ?? stack.top())?.window ?? null),
    },
    resources: {
      url: deps.url,
      rpx: (value) => rpxToPx(value, device.windowInfo().windowWidth, device.windowInfo().pixelRatio),
    },
    report: deps.report,
    shell: deps.shell,
    textSize: deps.textSize,
    provideStorageDump: deps.onStorageDump,
    provideInspection: deps.onInspection,
  };
}
