// Where errors of the mini program's code go: the client's overlay and console, App.onError, wx.onError, the page's error panel.
import { isQuiet, runningSetData } from '../engine/activity';
import { componentOf, onEngineError, onEngineWarning } from '../engine/engine';
import { isLibrarySlotComplaint, judgeWarning } from '../engine/noise';
import { describeFault, errorText } from './fault';
import type { Page } from '../pages/page';
import type { PageHandle, ReportPort } from '../ports/host';

export interface ReportDeps {
  /** Client: maps the stack to the sources and shows it. */
  show(error: unknown, where: string): void;
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

  const report: Report = {
    error(error, where, page) {
      deps.show(error, where);
      deps.tellApp(errorText(error));
      // An error while the page is being built may leave it empty: say so in its place.
      if (page && isPage(page) && !page.ready && !page.fault) page.showFault(describeFault(error, where));
    },
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
      if (verdict === 'debug') console.debug(`[preview] ${path}: ${message}`);
      else if (verdict === 'warn') report.warn(`${path}: ${message}`);
    },
    unknowns: () => [...unknowns.values()],
  };

  onEngineError((error, method = '', component) => {
    if (isQuiet()) return false;
    const path = pathOf(component);
    const message = error instanceof Error ? error.message : String(error);
    if (isLibrarySlotComplaint(message, path)) console.debug(`[preview] ${path}: ${message}`);
    else report.error(error, [path, method].filter(Boolean).join(' '), deps.pageOf(component) ?? undefined);
    return false;
  });
  onEngineWarning((message, component) => {
    if (isQuiet()) return false;
    report.engineWarning(message, pathOf(component) || runningSetData());
    return false;
  });
  window.addEventListener('error', (event) => report.error(event.error ?? event.message, 'uncaught'));
  window.addEventListener('unhandledrejection', ({ reason, promise }) => {
    deps.show(reason, 'unhandled rejection');
    deps.rejected(reason, promise);
  });
  return report;
}

const isPage = (page: PageHandle): page is Page => 'showFault' in page;
const pathOf = (component: unknown): string =>
  typeof component === 'string' ? component : (componentOf(component)?.is ?? '');
