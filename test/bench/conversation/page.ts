// The conversation page itself, its file unchanged, on a plain logic layer: data, `setData`, observers, lifetimes,
// selector queries and intersection observers, and no view. Rendering takes place on another thread of the phone; the
// app's own cost is what runs here, and how many bytes it hands over.
import type { Chunk } from '../../../miniprogram/format/chunks';
import type { MessageRow } from '../../../miniprogram/packages/member/format/message-row';
import { asPhone } from './cpu';
import { Ledger } from './data';
import type { Data } from './data';
import { ChunkWatcher, Layout } from './layout';
import { definitionOf, later } from './phone';
import type { Definition } from './phone';

/** What the page's file defines. It runs once: files are kept. */
const conversation = definitionOf(
  () => import('../../../miniprogram/packages/member/conversation/conversation'),
);

export class BenchPage {
  readonly data: Data & { chunks: Chunk<MessageRow>[] };
  readonly ledger = new Ledger();
  readonly layout: Layout;
  private watcher: ChunkWatcher | undefined;
  private readonly parts: Definition[];

  private constructor(definition: Definition) {
    this.parts = [...(definition.behaviors ?? []), definition];
    this.data = { chunks: [] };
    for (const { data } of this.parts) Object.assign(this.data, structuredClone(data));
    this.layout = new Layout(() => this.data.chunks);
    for (const { methods } of this.parts) Object.assign(this, methods);
  }

  static async create(): Promise<BenchPage> {
    return new BenchPage(await conversation);
  }

  setData(patch: Data, done?: () => void): void {
    this.ledger.take(this.data, patch);
    this.observe(Object.keys(patch));
    if ('scroll_top' in patch) this.scroll(Number(patch['scroll_top']));
    later(() => {
      done?.();
      this.watcher?.look();
    });
  }

  /** The person's finger, or the page itself. */
  scroll(px: number): void {
    const moved = asPhone(() => this.layout.scrollTo(px));
    if (moved) later(() => this.call('onScroll', { detail: asPhone(() => this.layout.view()) }));
  }

  createSelectorQuery() {
    const wanted: string[] = [];
    const chosen = { fields: () => undefined, boundingClientRect: () => undefined };
    const choose = (selector: string) => (wanted.push(selector), chosen);
    return {
      select: choose,
      selectAll: choose,
      exec: (tell: (answers: unknown[]) => void) =>
        later(() =>
          tell(
            asPhone(() =>
              wanted.map((selector) =>
                selector === '.scroll' ? this.layout.view() : this.layout.boxes(selector),
              ),
            ),
          ),
        ),
    };
  }

  createIntersectionObserver(): ChunkWatcher {
    const watcher = new ChunkWatcher(this.layout);
    this.watcher = watcher;
    later(() => watcher.look());
    return watcher;
  }

  triggerEvent(): void {
    throw new Error('a page has nobody to tell');
  }

  begin(session_id: string): void {
    this.live('lifetimes', 'attached');
    this.call('onLoad', { session_id });
    this.live('pageLifetimes', 'show');
  }

  end(): void {
    this.live('lifetimes', 'detached');
  }

  /** Every chunk comes near, as if the view were endless. */
  showAll(): void {
    this.layout.is_endless = true;
    this.watcher?.look();
  }

  private call(method: string, given: unknown): void {
    const found: unknown = Reflect.get(this, method);
    if (typeof found !== 'function') throw new Error(`the page has no ${method}`);
    Reflect.apply(found, this, [given]);
  }

  private live(kind: 'lifetimes' | 'pageLifetimes', name: string): void {
    for (const part of this.parts) part[kind]?.[name]?.call(this);
  }

  private observe(paths: readonly string[]): void {
    const names = new Set(paths.map((path) => path.split(/[.[]/, 1)[0] ?? ''));
    for (const { observers = {} } of this.parts) {
      for (const [fields, run] of Object.entries(observers)) {
        const watched = fields.split(',').map((field) => field.trim());
        if (watched.some((field) => names.has(field))) {
          run.apply(
            this,
            watched.map((field) => this.data[field]),
          );
        }
      }
    }
  }
}
