// Where errors of the mini program's code go: the client's overlay and console, App.onError, wx.onError, the page's error panel.
import { isQuiet, runningSetData } from '../engine/activity';
import { componentOf, onEngineError, onEngineWarning } from '../engine/engine';
import { isLibrarySlotComplaint, judgeWarning } from '../engine/noise';
import { describeFault, errorText } from './fault';
import type { Page } from '../pages/page';
import type { PageHandle, ReportPort } from '../ports/host';
import type { DrawnAs } from '../../protocol';

export interface ReportDeps {
  /** Client: maps the stack to the sources and shows it. @returns the mapped stack */
  show(error: unknown, where: string, drawn?: DrawnAs): Promise<string>;
  /** App.onError and wx.onError. */
  tellApp(text: string): void;
  rejected(reason: unknown, promise: Promise<unknown>): void;
  pageOf(component: unknown): Page | null;
}

export interface Unknown {
  kind: 'api' | 'tag' | 'option';
  name: string;
}

export interface Report extends ReportPort {
  /** A warning about the component at `path`; silent, low or loud as `judgeWarning` says. */
  engineWarning(message: string, path: string): void;
  unknowns(): Unknown[];
}

export function createReport(deps: ReportDeps): Report {
  const unknowns = new Map<string, Unknown>();
  const warned = new Set<string>();

  const tell = (error: unknown, where: string, page?: PageHandle, drawn?: DrawnAs): void => {
    const told = deps.show(error, where, drawn);
    deps.tellApp(errorText(error));
    // An error while the page is being built may leave it empty: say so in its place.
    if (!page || !isPage(page) || page.ready || page.fault) return;
    const fault = describeFault(error, where);
    page.showFault(fault);
    void told.then((stack) => {
      if (page.fault === fault && page.state !== 'gone') page.showFault({ ...fault, stack });
    });
  };
  /** What a library does is said once: it does it for each of its components, and each time costs the page. */
  const note = (message: string): void => {
    if (warned.has(message)) return;
    warned.add(message);
    console.debug(`[preview] ${message}`);
  };
  const report: Report = {
    error: (error, where, page) => tell(error, where, page),
    warn(message) {
      if (warned.has(message)) return;
      warned.add(message);
      console.warn(`[preview] ${message}`);
    },
    standIn(name, words) {
      if (warned.has(name)) return;
      warned.add(name);
      console.info(`[preview] ${name}: ${words}`);
    },
    unknown(kind, name) {
      const key = `${kind} ${name}`;
      if (unknowns.has(key)) return;
      unknowns.set(key, { kind, name });
      console.warn(`[preview] unknown ${kind}: ${name}`);
    },
    engineWarning(message, path) {
      const verdict = judgeWarning(message, path);
      if (verdict === 'debug') note(`${path}: ${message}`);
      else if (verdict === 'warn') report.warn(`${path}: ${message}`);
    },
    unknowns: () => [...unknowns.values()],
  };

  onEngineError((error, method = '', component) => {
    if (isQuiet()) return false;
    const path = pathOf(component);
    const message = error instanceof Error ? error.message : String(error);
    if (isLibrarySlotComplaint(message, path)) note(`${path}: ${message}`);
    else {
      const where = [path, method].filter(Boolean).join(' ');
      tell(error, where, deps.pageOf(component) ?? undefined, drawnAs(component));
    }
    return false;
  });
  onEngineWarning((message, component) => {
    if (isQuiet()) return false;
    report.engineWarning(message, pathOf(component) || runningSetData());
    return false;
  });
  window.addEventListener('error', (event) => report.error(event.error ?? event.message, 'uncaught'));
  window.addEventListener('unhandledrejection', ({ reason, promise }) => {
    void deps.show(reason, 'unhandled rejection');
    deps.rejected(reason, promise);
  });
  return report;
}

const isPage = (page: PageHandle): page is Page => 'showFault' in page;
/** Undefined for a page, which no template draws. */
function drawnAs(value: unknown): DrawnAs | undefined {
  const component = componentOf(value);
  const owner = component?.ownerShadowRoot?.getHostNode().is;
  return component && owner !== undefined ? { tag: component.tagName, owner } : undefined;
}

const pathOf = (component: unknown): string =>
  typeof component === 'string' ? component : (componentOf(component)?.is ?? '');
