// The living pages: the stack, the cached tab pages, and which page a component belongs to.
import { componentOf } from '../engine/engine';
import { hidePage, showPage, unloadPage } from './lifecycle';
import { pageOfBackend, type Page } from './page';
import type { Plan, StackState } from './stack-rules';

export interface Opening {
  create(): Page;
  /** Builds document and tree; code of the mini program runs here and may ask for the stack. */
  open(page: Page): void;
}

export class PageStack implements StackState<Page> {
  stack: readonly Page[] = [];
  readonly tabs = new Map<string, Page>();

  constructor(private readonly isTab: (route: string) => boolean) {}

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

  /** Carries out a plan. @param opening makes the page that the plan lacks; its tree is opened when it stands in the stack */
  apply(plan: Plan<Page>, opening: Opening): void {
    for (const page of plan.close) {
      this.tabs.delete(page.route);
      this.stack = this.stack.filter((known) => known !== page);
      unloadPage(page);
    }
    if (plan.hide) hidePage(plan.hide);
    const page = plan.show ?? opening.create();
    if (this.isTab(page.route)) this.tabs.set(page.route, page);
    this.stack = [...plan.keep, page];
    if (!plan.show) opening.open(page);
    showPage(page);
  }
}
