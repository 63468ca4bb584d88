// A mounted component as a test sees it: what a person reads, what they tap, what it tells its page.
import type { RootComponent } from 'miniprogram-simulate';

type Root = RootComponent<Record<string, never>, Record<string, never>, Record<string, never>>;

/** What the simulator's types leave out. */
interface Listening {
  addEventListener(event: string, heard: (fired: { detail: unknown }) => void): void;
}

export class Mounted {
  private readonly place = document.createElement('div');

  constructor(private readonly root: Root) {
    document.body.append(this.place);
    root.attach(this.place);
  }

  get data(): Record<string, unknown> {
    return this.root.data;
  }

  /** What a person reads, in order, one line a piece of text. */
  get text(): string[] {
    const walker = document.createTreeWalker(this.place, NodeFilter.SHOW_TEXT);
    const lines: string[] = [];
    while (walker.nextNode()) lines.push((walker.currentNode.textContent ?? '').trim());
    return lines.filter((line) => line !== '');
  }

  /** How many nodes of the component's own template fit a selector. */
  count(selector: string): number {
    return this.root.querySelectorAll(selector).length;
  }

  set(data: Record<string, unknown>): void {
    this.root.setData(data as Record<string, never>);
  }

  /** Taps what fits the selector. Throws when there is nothing. */
  tap(selector: string): void {
    const target = this.root.querySelector(selector);
    if (target === undefined) throw new Error(`nothing matches ${selector}`);
    target.dispatchEvent('tap');
  }

  /** The one node that fits the selector, to tell whether it is the same one later. Throws when there is nothing. */
  node(selector: string): unknown {
    const found = this.root.querySelector(selector)?.dom;
    if (found === undefined) throw new Error(`nothing matches ${selector}`);
    return found;
  }

  /** All nodes that fit the selector, in order. */
  nodes(selector: string): unknown[] {
    return this.root.querySelectorAll(selector).map(({ dom }) => dom);
  }

  /** Lets a node fire an event of its own, e.g. an image's `error`. */
  fire(selector: string, event: string): void {
    const target = this.root.querySelector(selector);
    if (target === undefined) throw new Error(`nothing matches ${selector}`);
    target.dispatchEvent(event, { bubbles: false });
  }

  /** Calls a method as the template of a child component would. */
  call(method: string, ...given: unknown[]): void {
    const { instance } = this.root as unknown as { instance: Record<string, unknown> };
    const found = instance[method];
    if (typeof found !== 'function') throw new Error(`no method ${method}`);
    found.call(instance, ...given);
  }

  /** Collects the details of an event that the component fires. */
  heard(event: string): unknown[] {
    const details: unknown[] = [];
    const listening = this.root as unknown as Listening;
    listening.addEventListener(event, ({ detail }) => details.push(detail));
    return details;
  }

  /** Lets events, which the simulator fires later, and timers of 0 ms happen. */
  settle(): Promise<void> {
    return new Promise((done) => setTimeout(done, 0));
  }

  destroy(): void {
    this.root.detach();
    this.place.remove();
  }
}
