// wx.createIntersectionObserver, with WeChat's options and results (ids and datasets of the node, `observeAll`, `initialRatio`).
import { builtinAt } from '../builtins/handle';
import type { TreeComponent, TreeElement } from '../engine/types';
import { domOf } from './fields';
import { selectNodes } from './selector-query';

type Margins = Partial<Record<'left' | 'top' | 'right' | 'bottom', number>>;
export interface IntersectionOptions {
  thresholds?: number[];
  initialRatio?: number;
  observeAll?: boolean;
}
type Listener = (result: Record<string, unknown>) => void;

export class PageIntersectionObserver {
  private root: { selector: string | null; margin: string } | null = null;
  private observers: IntersectionObserver[] = [];

  constructor(
    private readonly component: TreeComponent,
    private readonly options: IntersectionOptions,
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    this.root = { selector, margin: marginText(margins) };
    return this;
  }
  relativeToViewport(margins: Margins = {}): this {
    this.root = { selector: null, margin: marginText(margins) };
    return this;
  }
  disconnect(): void {
    for (const observer of this.observers) observer.disconnect();
    this.observers = [];
  }

  observe(selector: string, listener: Listener): void {
    const found = selectNodes(this.component, selector);
    for (const node of this.options.observeAll ? found : found.slice(0, 1)) this.watch(node, listener);
  }

  private watch(node: TreeElement, listener: Listener): void {
    const target = domOf(node);
    const view = target?.ownerDocument.defaultView;
    if (!target || !view) return;
    const { selector, margin } = this.root ?? { selector: null, margin: '0px' };
    const relative = selector === null ? null : selectNodes(this.component, selector)[0];
    const box = relative ? domOf(relative) : null;
    const root = box ? (builtinAt(box)?.hooks.scroller ?? box) : view.document;
    const thresholds = this.options.thresholds ?? [0];
    let last = this.options.initialRatio ?? 0;
    let first = true;
    const observer = new view.IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const ratio = entry.intersectionRatio;
          // The browser always reports at first; WeChat only when a threshold lies between `initialRatio` and the ratio.
          const quiet =
            ratio === last || (first && !thresholds.some((edge) => (last - edge) * (ratio - edge) <= 0));
          first = false;
          last = ratio;
          if (quiet) continue;
          listener(resultOf(node, entry));
        }
      },
      { root, rootMargin: margin, threshold: thresholds },
    );
    observer.observe(target);
    this.observers.push(observer);
  }
}

function resultOf(node: TreeElement, entry: IntersectionObserverEntry): Record<string, unknown> {
  return {
    id: node.id,
    dataset: node.dataset,
    intersectionRatio: entry.intersectionRatio,
    intersectionRect: sides(entry.intersectionRect),
    boundingClientRect: sides(entry.boundingClientRect),
    relativeRect: entry.rootBounds ? sides(entry.rootBounds) : null,
    time: Date.now(),
  };
}

const sides = ({ left, top, right, bottom, width, height }: DOMRectReadOnly) => ({
  left,
  top,
  right,
  bottom,
  width,
  height,
});
const marginText = ({ top = 0, right = 0, bottom = 0, left = 0 }: Margins): string =>
  `${top}px ${right}px ${bottom}px ${left}px`;
