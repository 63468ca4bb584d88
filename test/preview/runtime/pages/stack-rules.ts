// WeChat's rules of the page stack: what each navigation closes, hides, opens, and the text with which it fails.

/** WeChat's limit of pages in the stack. */
export const MAX_PAGES = 10;

/** The message is WeChat's text after `<api>:fail `. */
export class NavigationError extends Error {
  override name = 'NavigationError';
}

interface Routed {
  readonly route: string;
}

export interface StackState<P extends Routed> {
  /** Bottom to top. */
  readonly stack: readonly P[];
  /** Tab pages that are alive, shown or not. */
  readonly tabs: ReadonlyMap<string, P>;
}

export interface Rules {
  isTab(route: string): boolean;
  hasPage(route: string): boolean;
}

export interface Plan<P> {
  /** In this order, before anything opens. */
  close: readonly P[];
  hide: P | null;
  /** What lies under the shown page afterwards. */
  keep: readonly P[];
  /** A page that comes back; null means that a new one opens. */
  show: P | null;
}

const fromTop = <P>(pages: readonly P[]): P[] => [...pages].reverse();

function known(route: string, rules: Rules): void {
  if (!rules.hasPage(route)) throw new NavigationError(`page "${route}" is not found`);
}

export function planNavigateTo<P extends Routed>(state: StackState<P>, route: string, rules: Rules): Plan<P> {
  known(route, rules);
  if (rules.isTab(route)) throw new NavigationError('can not navigateTo a tabbar page');
  if (state.stack.length >= MAX_PAGES) throw new NavigationError('webview count limit exceed');
  return { close: [], hide: state.stack.at(-1) ?? null, keep: state.stack, show: null };
}

export function planRedirectTo<P extends Routed>(state: StackState<P>, route: string, rules: Rules): Plan<P> {
  known(route, rules);
  if (rules.isTab(route)) throw new NavigationError('can not redirectTo a tabbar page');
  return { close: state.stack.slice(-1), hide: null, keep: state.stack.slice(0, -1), show: null };
}

/** Other tab pages stay alive; everything above the current one closes. */
export function planSwitchTab<P extends Routed>(state: StackState<P>, route: string, rules: Rules): Plan<P> {
  known(route, rules);
  if (!rules.isTab(route)) throw new NavigationError('can not switch to no-tabBar page');
  const target = state.tabs.get(route) ?? null;
  const base = state.stack[0];
  const keptTab = base && rules.isTab(base.route) ? base : null;
  return {
    close: fromTop(state.stack).filter((page) => page !== keptTab),
    hide: keptTab !== target ? keptTab : null,
    keep: [],
    show: target,
  };
}

export function planReLaunch<P extends Routed>(state: StackState<P>, route: string, rules: Rules): Plan<P> {
  known(route, rules);
  const hiddenTabs = [...state.tabs.values()].filter((page) => !state.stack.includes(page));
  return { close: [...fromTop(state.stack), ...hiddenTabs], hide: null, keep: [], show: null };
}

export function planNavigateBack<P extends Routed>(state: StackState<P>, delta: number): Plan<P> {
  if (state.stack.length <= 1) throw new NavigationError('cannot navigate back at first page');
  const count = Math.min(Math.max(1, Math.trunc(delta) || 1), state.stack.length - 1);
  const rest = state.stack.slice(0, -count);
  return {
    close: fromTop(state.stack.slice(-count)),
    hide: null,
    keep: rest.slice(0, -1),
    show: rest.at(-1) ?? null,
  };
}
