// Where the conversation's list scrolls to, tested against a view that is only numbers.
import { ScrollKeeper } from '../../../miniprogram/packages/member/conversation/scroll-keeper';
import type { ScrollHost } from '../../../miniprogram/packages/member/conversation/scroll-keeper';

const ROW = 50;
type Line = [key: string, height: number];
const lines = (count: number, prefix = 'row'): Line[] =>
  Array.from({ length: count }, (_, n) => [`${prefix}${n}`, ROW]);

/** A scroll-view of rows, px; `anchors` as the platform's own anchoring would. */
class View {
  top = 0;
  height = 500;
  anchors = false;
  /** Every `scroll_top` that was set. */
  readonly wanted: number[] = [];
  readonly seen: boolean[] = [];
  near_top = 0;
  /** What the person does once new rows are there, before the page hears of it. */
  meanwhile: () => void = () => undefined;
  readonly keeper: ScrollKeeper;

  constructor(private rows: Line[]) {
    const query = {
      select: () => ({ fields: () => query }),
      selectAll: (selector: string) => ({
        boundingClientRect: () => {
          this.asked.push(selector);
          return query;
        },
      }),
      exec: (tell: (answers: unknown[]) => void) => {
        const answers = this.asked.splice(0).map((selector) => (selector === '.row' ? this.boxes() : []));
        tell([{ top: 0, height: this.height, scrollTop: this.top, scrollHeight: this.content }, ...answers]);
      },
    };
    const host: ScrollHost = {
      setData: (data, done) => {
        const { rows, scroll_top } = data as { rows?: Line[]; scroll_top?: number };
        if (rows !== undefined) {
          this.show(rows);
          this.meanwhile();
        }
        if (scroll_top !== undefined) {
          this.wanted.push(scroll_top);
          this.move(scroll_top);
        }
        done?.();
      },
      createSelectorQuery: () => query as unknown as WechatMiniprogram.SelectorQuery,
    };
    this.keeper = new ScrollKeeper(host, {
      onBottom: (at_bottom) => this.seen.push(at_bottom),
      onNearTop: () => (this.near_top += 1),
    });
    this.keeper.resized();
    this.wanted.length = 0;
  }

  private readonly asked: string[] = [];

  get content(): number {
    return this.rows.reduce((sum, [, height]) => sum + height, 0);
  }
  get rest(): number {
    return this.content - this.height - this.top;
  }
  /** How far below the view's top a row stands. */
  place(key: string): number {
    const box = this.boxes().find(({ dataset }) => dataset.key === key);
    return box?.top ?? NaN;
  }
  /** A move, whoever made it; the platform tells it. */
  move(to: number): void {
    this.scroll(to);
    this.keeper.scrolled({ scrollTop: this.top, scrollHeight: this.content });
  }

  /** The platform tells of a move one frame later. */
  slip(to: number): () => void {
    this.scroll(to);
    return () => this.move(to);
  }

  private scroll(to: number): void {
    this.top = Math.max(0, Math.min(to, this.content - this.height));
  }
  private boxes(): { dataset: { key: string }; top: number; bottom: number }[] {
    let y = -this.top;
    return this.rows.map(([key, height]) => ({ dataset: { key }, top: y, bottom: (y += height) }));
  }
  private show(rows: Line[]): void {
    const kept = this.boxes().find(({ top, bottom }) => bottom > 0 && top < this.height);
    this.rows = rows;
    // No view is scrolled beyond its content.
    this.scroll(this.top);
    if (this.anchors && kept !== undefined) this.scroll(this.top + this.place(kept.dataset.key) - kept.top);
  }
}

const start = lines(40);

describe('ScrollKeeper', () => {
  it('C5 follows what arrives at the end', () => {
    const view = new View(start);
    expect(view.rest).toBe(0);
    view.keeper.setData({ rows: [...start, ...lines(3, 'new')] });
    expect(view.rest).toBe(0);
    expect(view.seen).toEqual([]);
  });

  it('C5 does not pull a person back who moves up while rows arrive, even before the page has heard of the move', () => {
    const view = new View(start);
    let tell = (): void => undefined;
    view.meanwhile = () => (tell = view.slip(900));
    view.keeper.setData({ rows: [...start, ...lines(3, 'new')] });
    expect(view.top).toBe(900);
    expect(view.seen).toEqual([false]);
    tell();
    view.meanwhile = () => undefined;
    view.keeper.setData({ rows: [...start, ...lines(6, 'new')] });
    expect(view.top).toBe(900);
    expect(view.seen).toEqual([false]);
  });

  it('C5 a smaller view, fewer rows or lower rows do not count as a move up', () => {
    const view = new View(start);
    view.height = 200;
    view.keeper.resized();
    view.keeper.setData({ rows: start.slice(0, 30) });
    view.keeper.setData({ rows: [['row0', 10], ...start.slice(1, 30)] });
    expect(view.rest).toBe(0);
    expect(view.seen).toEqual([]);
  });

  it('C5 an arrival while older ones are read moves nothing', () => {
    const view = new View(start);
    view.move(600);
    expect(view.seen).toEqual([false]);
    view.keeper.setData({ rows: [...start, ...lines(3, 'new')] });
    expect(view.top).toBe(600);
    expect(view.wanted).toEqual([]);
  });

  it('C5 stays at the end when the end goes farther before the next scroll event', () => {
    const view = new View(start);
    view.keeper.scrolled({ scrollTop: view.top, scrollHeight: view.content + 200 });
    expect(view.keeper.at_bottom).toBe(true);
  });

  it('C5 makes up for older rows where the platform does not anchor', () => {
    const view = new View(start);
    view.move(20);
    view.keeper.setData({ rows: [...lines(10, 'older'), ...start] });
    expect(view.top).toBe(520);
    expect(view.place('row0')).toBe(-20);
  });

  it('C5 leaves older rows to the platform where it anchors', () => {
    const view = new View(start);
    view.anchors = true;
    view.move(20);
    view.keeper.setData({ rows: [...lines(10, 'older'), ...start] });
    expect(view.place('row0')).toBe(-20);
    expect(view.wanted).toEqual([]);
  });

  it('C5 goes by the rows in sight, not by those above them', () => {
    const view = new View(start);
    view.move(600);
    view.keeper.setData({ rows: [['row0', 90], ...start.slice(1)] });
    expect(view.place('row12')).toBe(0);
  });

  it('C5 the keyboard keeps the end in view, and does not move a person who reads older rows', () => {
    const view = new View(start);
    view.height = 200;
    view.keeper.resized();
    expect(view.rest).toBe(0);

    view.move(600);
    view.wanted.length = 0;
    view.height = 150;
    view.keeper.resized();
    expect(view.top).toBe(600);
    expect(view.wanted).toEqual([]);
  });

  it('C5 goes to the end when the pill is tapped, as often as it is', () => {
    const view = new View(start);
    for (let tap = 0; tap < 2; tap += 1) {
      view.move(600);
      view.keeper.toBottom();
      expect(view.rest).toBe(0);
    }
    // The same value twice would not reach the view.
    expect(new Set(view.wanted).size).toBe(2);
    expect(view.seen).toEqual([false, true, false, true]);
  });

  it('C5 asks for older rows within 1500 px of the start only', () => {
    const view = new View(lines(200));
    const before = view.near_top;
    view.move(1600);
    expect(view.near_top).toBe(before);
    view.move(1400);
    expect(view.near_top).toBe(before + 1);
  });
});
