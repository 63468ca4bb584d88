// wx.navigateTo and its kin: one navigation at a time, by WeChat's stack rules.
import { createChannel } from './channel';
import type { PageFactory } from '../pages/factory';
import type { PageStack } from '../pages/page-stack';
import type { Page } from '../pages/page';
import {
  NavigationError,
  planNavigateBack,
  planNavigateTo,
  planReLaunch,
  planRedirectTo,
  planSwitchTab,
  type Plan,
  type Rules,
  type StackState,
} from '../pages/stack-rules';
import type { RouteType } from '../ports/events';
import type { EventChannel, NavigationPort } from '../ports/host';
import { parsePageUrl, type PageUrl } from './url';

type Planner = (state: StackState<Page>, route: string, rules: Rules) => Plan<Page>;

/** By the API that asks. */
const PLANNERS = {
  appLaunch: planReLaunch,
  navigateTo: planNavigateTo,
  redirectTo: planRedirectTo,
  switchTab: planSwitchTab,
  reLaunch: planReLaunch,
} satisfies Partial<Record<RouteType, Planner>>;
type Forward = keyof typeof PLANNERS;

/** The button of the navigation bar, or wx.navigateBack. */
export type GoingBack = 'bar' | 'program';

export interface NavigationDeps {
  stack: PageStack;
  rules: Rules;
  factory: PageFactory;
  /** The stack has changed: bars, address. */
  onChange(): void;
  /** Asks the person what wx.enableAlertBeforeUnload wants asked. @returns whether the page may be left */
  mayLeave(page: Page, by: GoingBack): Promise<boolean>;
}

export interface Navigation extends NavigationPort {
  /** As a tap on the button of the navigation bar. */
  back(): Promise<void>;
  /** Opens the first page. What the program asked for before follows. */
  first(url: string): Promise<void>;
  busy(): boolean;
}

export function createNavigation({ stack, rules, factory, onChange, mayLeave }: NavigationDeps): Navigation {
  let begin = (): void => undefined;
  let queue: Promise<unknown> = new Promise<void>((resolve) => (begin = resolve));
  let waiting = 0;

  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    waiting++;
    const result = queue.then(task).finally(() => waiting--);
    queue = result.catch(() => undefined); // the next navigation does not fail with this one
    return result;
  };
  const move = async (how: Forward, to: PageUrl, channel: EventChannel | null): Promise<void> => {
    const planner: Planner = PLANNERS[how];
    const { show } = planner(stack, to.path, rules); // refuses before anything is loaded
    const opening = await factory.prepare(to, channel, show === null);
    stack.apply(planner(stack, to.path, rules), opening, how);
    onChange();
  };
  const go = (how: Forward, target: () => PageUrl, channel: EventChannel | null = null): Promise<void> =>
    inTurn(() => move(how, target(), channel));
  const at = (url: string, from: string | undefined) => (): PageUrl =>
    parsePageUrl(url, from ?? stack.top()?.route ?? '');

  // An open page-container is what is left first, and not asked about.
  const leave = async (by: GoingBack): Promise<boolean> => {
    const top = stack.top();
    return (
      top === null || top.leaving.hasContainer() || stack.stack.length === 1 || (await mayLeave(top, by))
    );
  };
  const goBack = (delta: number): Promise<void> =>
    inTurn(async () => {
      const plan = planNavigateBack(stack, delta);
      const page = plan.show;
      if (!page || stack.top()?.leaving.closedContainer() === true) return;
      stack.apply(plan, { create: () => page, open: () => undefined }, 'navigateBack');
      onChange();
    });

  return {
    first(url) {
      waiting++;
      return move('appLaunch', at(url, undefined)(), null).finally(() => {
        waiting--;
        begin();
      });
    },
    async navigateTo(url, { from, events = {} } = {}) {
      const { opener, opened } = createChannel();
      for (const [name, listener] of Object.entries(events)) opener.on(name, listener);
      await go('navigateTo', at(url, from), opened);
      return { eventChannel: opener };
    },
    redirectTo: (url, options) => go('redirectTo', at(url, options?.from)),
    // WeChat takes no query to a tab page
    switchTab: (url, options) =>
      go('switchTab', () => ({ ...at(url, options?.from)(), query: {}, search: '' })),
    reLaunch: (url, options) => go('reLaunch', at(url, options?.from)),
    navigateBack: async (delta = 1) => {
      if (!(await leave('program'))) throw new NavigationError('cancel');
      await goBack(delta);
    },
    async back() {
      if (await leave('bar')) await goBack(1);
    },
    busy: () => waiting > 0,
  };
}
