// The living pages: the stack, the cached tab pages, and which page a component belongs to.
import { componentOf } from '../engine/engine';
import { hidePage, showPage, unloadPage } from './lifecycle';
import type { AppEvents, EventPort, RouteType } from '../ports/events';
import { pageOfBackend, type Page } from './page';
import { routeEvents, type TellRoute } from './route-events';
import type { Plan, StackState } from './stack-rules';

export interface Opening {
  create(): Page;
  /** Builds document and tree; code of the mini program runs here and may ask for the stack. */
  open(page: Page): void;
}

export class PageStack implements StackState<Page> {
  stack: readonly Page[] = [];
  readonly tabs = new Map<string, Page>();

  constructor(
    private readonly isTab: (route: string) => boolean,
    private readonly events: EventPort<AppEvents>,
  ) {}

  top(): Page | null {
    return this.stack.at(-1) ?? null;
  }

  /** Every page with a tree, visible or not. */
  all(): Page[] {
    return [...new Set([...this.stack, ...this.tabs.values()])];
  }

  of(component: unknown): Page | null {
    return pageOfBackend(componentOf(component)?.getBackendContext() ?? null);
  }

  /**
   * Carries out a plan.
   * @param opening makes the page that the plan lacks; its tree is opened when it stands in the stack
   * @param how the API that asked for it
   */
  apply(plan: Plan<Page>, opening: Opening, how: RouteType): void {
    const tell = routeEvents(this.events, how);
    const page = plan.show ?? opening.create();
    tell('BeforeAppRoute', page);
    for (const closing of plan.close) this.close(closing, tell);
    if (plan.hide) hidePage(plan.hide);
    if (this.isTab(page.route)) this.tabs.set(page.route, page);
    this.stack = [...plan.keep, page];
    if (!plan.show) {
      tell('BeforePageLoad', page);
      opening.open(page);
    }
    showPage(page);
    if (!plan.show) tell('AfterPageLoad', page);
    tell('AppRoute', page);
    page.whenReady(() => tell('AppRouteDone', page));
  }

  private close(page: Page, tell: TellRoute): void {
    tell('BeforePageUnload', page);
    this.tabs.delete(page.route);
    this.stack = this.stack.filter((known) => known !== page);
    unloadPage(page);
    tell('AfterPageUnload', page);
  }
}
