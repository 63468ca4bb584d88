// wx.createSelectorQuery: the adapter's own lacks node, ref, computedStyle and `>>>`.
import { componentApi, componentOf } from '../engine/engine';
import type { TreeComponent, TreeElement } from '../engine/types';
import { describeNode, describeViewport, type Answer, type Fields } from './fields';

type Callback = (answer: unknown) => void;
interface Request {
  component: unknown;
  /** null: the viewport. */
  selector: string | null;
  single: boolean;
  fields: Fields;
  callback: Callback | undefined;
}

/** Nodes inside a component; `a >>> b` looks for `b` inside the components that `a` finds. */
export function selectNodes(component: TreeComponent, selector: string): TreeElement[] {
  const [first = '', ...deeper] = selector.split('>>>').map((part) => part.trim());
  let found = component.getShadowRoot()?.querySelectorAll(first) ?? [];
  for (const part of deeper) {
    found = found.flatMap((node) =>
      componentApi.isComponent(node) ? (node.getShadowRoot()?.querySelectorAll(part) ?? []) : [],
    );
  }
  return found;
}

export class NodesRef {
  constructor(
    private readonly query: SelectorQuery,
    private readonly ask: (fields: Fields, callback?: Callback) => void,
  ) {}

  fields(fields: Fields, callback?: Callback): SelectorQuery {
    this.ask(fields, callback);
    return this.query;
  }
  boundingClientRect(callback?: Callback): SelectorQuery {
    return this.fields({ id: true, dataset: true, rect: true, size: true }, callback);
  }
  scrollOffset(callback?: Callback): SelectorQuery {
    return this.fields({ id: true, dataset: true, scrollOffset: true }, callback);
  }
  context(callback?: Callback): SelectorQuery {
    return this.fields({ context: true }, callback);
  }
  node(callback?: Callback): SelectorQuery {
    return this.fields({ node: true }, callback);
  }
  ref(callback?: Callback): SelectorQuery {
    return this.fields({ ref: true }, callback);
  }
}

export class SelectorQuery {
  private readonly requests: Request[] = [];

  /**
   * @param component caller that the query starts in; null for the top page at the time of `exec`
   * @param topComponent finds that page
   */
  constructor(
    private component: unknown,
    private readonly topComponent: () => TreeComponent | null,
  ) {}

  in(component: unknown): this {
    this.component = component;
    return this;
  }
  select(selector: string): NodesRef {
    return this.ref(selector, true);
  }
  selectAll(selector: string): NodesRef {
    return this.ref(selector, false);
  }
  selectViewport(): NodesRef {
    return this.ref(null, true);
  }

  /** Answers after the current turn, in the order the questions were asked. */
  exec(callback?: (answers: unknown[]) => void): this {
    const requests = [...this.requests];
    const self = this.component;
    setTimeout(() => {
      const answers = requests.map((request) => this.answer(request));
      requests.forEach((request, at) => request.callback?.call(self, answers[at]));
      callback?.call(self, answers);
    }, 0);
    return this;
  }

  private ref(selector: string | null, single: boolean): NodesRef {
    const { component } = this;
    return new NodesRef(this, (fields, callback) => {
      this.requests.push({ component, selector, single, fields, callback });
    });
  }

  private answer({ component, selector, single, fields }: Request): Answer | Answer[] | null {
    const start = componentOf(component) ?? this.topComponent();
    if (!start) return single ? null : [];
    if (selector === null) {
      const view = start.$$?.ownerDocument.defaultView ?? viewAround(start);
      return view ? describeViewport(view, fields) : null;
    }
    const found = selectNodes(start, selector);
    if (!single) return found.map((node) => describeNode(node, fields));
    return found[0] ? describeNode(found[0], fields) : null;
  }
}

/** A virtual host has no element of its own. */
function viewAround(component: TreeComponent): Window | null {
  for (let at: TreeElement | null = component; at; at = at.getComposedParent()) {
    const view = at.$$?.ownerDocument?.defaultView;
    if (view) return view;
  }
  return null;
}
