// What a SelectorQuery can ask about one node, and the answers.
import { kebab } from '../engine/text';
import { builtinAt } from '../builtins/handle';
import { scrollerOf } from '../engine/backend';
import { componentApi } from '../engine/engine';
import type { TreeElement } from '../engine/types';

export interface Fields {
  id?: boolean;
  dataset?: boolean;
  mark?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  properties?: string[];
  computedStyle?: string[];
  context?: boolean;
  node?: boolean;
  ref?: boolean;
}
export type Answer = Record<string, unknown>;

/** Answers for a node of the tree. */
export function describeNode(element: TreeElement, fields: Fields): Answer {
  const dom = domOf(element);
  const answer: Answer = {};
  if (fields.id) answer['id'] = element.id;
  if (fields.dataset) answer['dataset'] = element.dataset;
  if (fields.mark) answer['mark'] = element.collectMarks();
  const { left, top, right, bottom, width, height } = dom?.getBoundingClientRect() ?? nowhere;
  if (fields.rect) Object.assign(answer, { left, top, right, bottom });
  if (fields.size) Object.assign(answer, { width, height });
  if (fields.scrollOffset && dom) {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = scrollerOf(dom);
    Object.assign(answer, { scrollLeft, scrollTop, scrollWidth, scrollHeight });
  }
  if (fields.properties && componentApi.isComponent(element)) {
    for (const name of fields.properties) {
      if (componentApi.hasProperty(element, name)) answer[name] = element.data[name];
    }
  }
  const view = dom?.ownerDocument.defaultView;
  if (fields.computedStyle && dom && view) {
    const computed = view.getComputedStyle(dom);
    for (const name of fields.computedStyle) answer[name] = computed.getPropertyValue(kebab(name));
  }
  const hooks = dom ? builtinAt(dom)?.hooks : undefined;
  if (fields.node) answer['node'] = hooks?.node?.() ?? null;
  if (fields.context) answer['context'] = hooks?.context?.() ?? null;
  if (fields.ref) answer['ref'] = element;
  return answer;
}

/** Answers for `selectViewport()`. */
export function describeViewport(view: Window, fields: Fields): Answer {
  const root = view.document.documentElement;
  const answer: Answer = {};
  const { innerWidth: width, innerHeight: height } = view;
  if (fields.id) answer['id'] = '';
  if (fields.dataset) answer['dataset'] = {};
  if (fields.mark) answer['mark'] = {};
  if (fields.rect) Object.assign(answer, { left: 0, top: 0, right: width, bottom: height });
  if (fields.size) Object.assign(answer, { width, height });
  if (fields.scrollOffset) {
    const { scrollWidth, scrollHeight } = root;
    Object.assign(answer, { scrollLeft: view.scrollX, scrollTop: view.scrollY, scrollWidth, scrollHeight });
  }
  return answer;
}

/** The node's own DOM element; for a virtual host the first real element inside it. */
export function domOf(element: TreeElement): HTMLElement | null {
  if (element.$$ && 'getBoundingClientRect' in element.$$) return element.$$;
  const inside = componentApi.isComponent(element) ? element.getShadowRoot() : element;
  for (const child of inside?.childNodes ?? []) {
    const childElement = child.asElement();
    const found = childElement ? domOf(childElement) : null;
    if (found) return found;
  }
  return null;
}

const nowhere = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 };
