// Builds `__host` from the parts of the core.
import { builtinFacts } from '../builtins/define';
import { OFFICIAL } from '../builtins/official';
import type { HostInspect, InspectedPage } from './inspect';
import { nodesOf, type Page } from '../pages/page';
import type { PageStack } from '../pages/page-stack';
import type { AppPort, DevicePort, NavigationPort, TextSizePort } from '../ports/host';
import type { AppEvents, EventPort } from '../ports/events';
import { keyboard } from '../phone/keyboard';
import { selectNodes } from '../query/selector-query';
import { componentApi } from '../engine/engine';
import type { TreeElement } from '../engine/types';
import type { Report } from '../report/report';
import type { SetDataCounter } from '../instance/set-data';

export interface InspectDeps {
  stack: PageStack;
  navigation: NavigationPort;
  app: Pick<AppPort, 'background' | 'foreground' | 'instance'>;
  device: DevicePort;
  textSize: TextSizePort;
  events: EventPort<AppEvents>;
  report: Report;
  counter: SetDataCounter;
  idle(): boolean;
  storage(): Record<string, unknown>;
}

export function makeInspect(deps: InspectDeps): HostInspect {
  const { stack, navigation, app, device, events, report, counter } = deps;
  return {
    pages: () => stack.stack.map(describe),
    data(selector) {
      const component = stack.top()?.component;
      if (!component) return undefined;
      if (selector === undefined) return copy(component.data);
      const [found] = selectNodes(component, selector);
      return found && componentApi.isComponent(found) ? copy(found.data) : undefined;
    },
    elements(selector) {
      const component = stack.top()?.component;
      return component ? selectNodes(component, selector).flatMap(domOf) : [];
    },
    call: async (method, ...args) => copy(await stack.top()?.call(method, ...args)),
    app: () => app.instance(),
    navigation,
    idle: deps.idle,
    background: () => app.background(),
    foreground: (options) => app.foreground(options),
    setTheme: (theme) => device.setTheme(theme),
    setTextSize(factor) {
      deps.textSize.factor = factor;
    },
    setNetwork: (type) => device.setNetwork(type),
    setKeyboard: (px) => keyboard.setHeight(px),
    notify: (event, ...args) => events.notify(event, ...args),
    stats: () => ({
      total: counter.total(),
      pages: counter.all(),
      nodes: Object.fromEntries(stack.stack.map((page) => [page.id, nodesOf(page)])),
    }),
    resetStats: () => counter.reset(),
    unknown: () => report.unknowns(),
    storage: deps.storage,
    builtins,
  };
}

function builtins(): ReturnType<HostInspect['builtins']> {
  const known = builtinFacts();
  return Object.fromEntries(
    OFFICIAL.map((name) => {
      const facts = known.get(name);
      const kind = facts === undefined ? 'absent' : facts.standIn ? 'stand-in' : 'done';
      return [name, { kind, ignored: [...(facts?.ignored ?? [])] }];
    }),
  );
}

/** A component with a virtual host has no element of its own: its content stands for it. */
function domOf(node: TreeElement): Element[] {
  if (node.$$) return [node.$$];
  const inside = componentApi.isComponent(node) ? node.getShadowRoot() : node;
  return (inside?.childNodes ?? []).flatMap((child) => {
    const element = child.asElement();
    return element ? domOf(element) : [];
  });
}

function describe({ id, route, query, ready, state, frame, fault }: Page): InspectedPage {
  return { id, route, query: { ...query }, ready, state, frame: frame.name, fault };
}

/** Data crosses to the test as JSON: functions and undefined are left out. */
const copy = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
