// The view that the bench's phone lays out: rows of one height in one scroll-view, and what its observers see.
import type { Chunk } from '../../../miniprogram/format/chunks';
import type { MessageRow } from '../../../miniprogram/packages/member/format/message-row';
import { asPhone } from './cpu';

const ROW = 72;
const VIEW = 640;

interface Box {
  dataset: { key: string };
  top: number;
  bottom: number;
}

/** What an observer is told of a chunk. */
export interface Seen {
  intersectionRatio: number;
  boundingClientRect: { height: number; top: number; bottom: number };
  relativeRect: { top: number; bottom: number };
  dataset: { key: string };
}

const heightOf = ({ rows, height }: Chunk<MessageRow>): number => height ?? rows.length * ROW;

export class Layout {
  scroll_top = 0;
  /** Everything is near, as in a view without end. */
  is_endless = false;

  constructor(private readonly chunks: () => readonly Chunk<MessageRow>[]) {}

  get height(): number {
    return this.chunks().reduce((sum, chunk) => sum + heightOf(chunk), 0);
  }

  /** Scrolls as far as there is content. @returns whether anything moved */
  scrollTo(px: number): boolean {
    const before = this.scroll_top;
    this.scroll_top = Math.max(0, Math.min(px, this.height - VIEW));
    return this.scroll_top !== before;
  }

  /** `scroll-view.scroll`, as a selector query answers. */
  view() {
    return { top: 0, width: 375, height: VIEW, scrollTop: this.scroll_top, scrollHeight: this.height };
  }

  boxes(selector: string): Box[] {
    const boxes: Box[] = [];
    let top = -this.scroll_top;
    for (const chunk of this.chunks()) {
      const height = heightOf(chunk);
      if (height > 0 && selector === '.chunk') {
        boxes.push({ dataset: { key: chunk.key }, top, bottom: top + height });
      }
      if (selector === '.row') {
        chunk.rows.forEach(({ row_key }, at) =>
          boxes.push({ dataset: { key: row_key }, top: top + at * ROW, bottom: top + (at + 1) * ROW }),
        );
      }
      top += height;
    }
    return boxes;
  }
}

/** WeChat's IntersectionObserver over the chunks, with `initialRatio: -1`: each is told of once, then when it changes. */
export class ChunkWatcher {
  private margin = 0;
  private told = new Map<string, boolean>();
  private watched: ReadonlySet<string> = new Set();
  private seen: ((result: Seen) => void) | undefined;

  constructor(private readonly layout: Layout) {}

  relativeTo(_selector: string, { top }: { top: number }): this {
    this.margin = top;
    return this;
  }

  observe(_selector: string, seen: (result: Seen) => void): void {
    this.seen = seen;
    this.watched = asPhone(() => new Set(this.layout.boxes('.chunk').map(({ dataset }) => dataset.key)));
  }

  disconnect(): void {
    this.seen = undefined;
  }

  /** Tells what changed since the last look. */
  look(): void {
    const { seen } = this;
    if (seen !== undefined) asPhone(() => this.changes()).forEach(seen);
  }

  private changes(): Seen[] {
    const changes: Seen[] = [];
    for (const { dataset, top, bottom } of this.layout.boxes('.chunk')) {
      const near = this.layout.is_endless || (bottom > -this.margin && top < VIEW + this.margin);
      if (!this.watched.has(dataset.key) || this.told.get(dataset.key) === near) continue;
      this.told.set(dataset.key, near);
      changes.push({
        intersectionRatio: near ? 1 : 0,
        boundingClientRect: { height: bottom - top, top, bottom },
        relativeRect: { top: -this.margin, bottom: VIEW + this.margin },
        dataset,
      });
    }
    return changes;
  }
}
