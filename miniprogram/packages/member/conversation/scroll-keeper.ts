// Keeps what a person reads where it is while rows come, go and grow around it, and the newest row in sight while they
// are at the bottom. The platform's own anchoring does it where it can; elsewhere (and at offset 0, where nothing
// anchors) the change is measured and made up for.

interface Box {
  dataset: Record<string, unknown>;
  top: number;
  bottom: number;
}

interface View {
  top: number;
  height: number;
  scrollTop: number;
  scrollHeight: number;
}

/** What is in the view, px; `y` of a row is its place in the scrolled content. */
interface Measured {
  view: View;
  places: ReadonlyMap<string, { y: number; visible: boolean }>;
}

export interface ScrollHost {
  setData(data: Record<string, unknown>, done?: () => void): void;
  createSelectorQuery(): WechatMiniprogram.SelectorQuery;
}

/** What a page does about it. */
export interface ScrollEvents {
  /** The bottom was reached or left. */
  onBottom(at_bottom: boolean): void;
  /** The top is less than two screens away: the time for older rows. */
  onNearTop(): void;
}

const PLACES: readonly string[] = ['.row', '.chunk'];
/** Nearer to the end than this is at the bottom, px. */
const BOTTOM = 24;
/** Nearer to the start than this, older rows are wanted, px. */
const NEAR_TOP = 1500;
/** Below any content, px. */
const END = 10_000_000;
/** Moves that nobody sees, px. */
const INVISIBLE = 1;

/** The template shows `scroll-view.scroll` with `scroll-top="{{scroll_top}}"`, `.chunk` and `.row` with `data-key`. */
export class ScrollKeeper {
  at_bottom = true;
  private height = 0;
  private scrollTop = Infinity;
  private wanted = 0;
  private readonly waiting: Record<string, unknown>[] = [];
  private is_busy = false;

  constructor(
    private readonly host: ScrollHost,
    private readonly events: ScrollEvents,
  ) {}

  /** Changes the page's rows. In order; at once where the person is at the bottom. */
  setData(data: Record<string, unknown>): void {
    this.waiting.push(data);
    this.next();
  }

  /** `bindscroll` of the view. */
  scrolled({ scrollTop, scrollHeight }: Pick<View, 'scrollTop' | 'scrollHeight'>): void {
    if (scrollHeight - scrollTop - this.height < BOTTOM) this.setBottom(true);
    this.isAt(scrollTop, scrollHeight);
    this.lookUp();
  }

  /** Goes to the newest row, and follows from there. */
  toBottom(): void {
    this.setBottom(true);
    this.scrollTo(END);
  }

  /** The view became another height: keyboard, bars, a longer text below. */
  resized(): void {
    this.measure((measured) => {
      if (measured === undefined) return;
      const { scrollHeight, scrollTop, height } = measured.view;
      // A view that grew is at its end without having been scrolled.
      if (this.at_bottom || scrollHeight - scrollTop - height < BOTTOM) this.toBottom();
      this.lookUp();
    });
  }

  private next(): void {
    if (this.is_busy) return;
    const data = this.waiting.shift();
    if (data === undefined) return;
    this.is_busy = true;
    if (this.at_bottom) this.host.setData(data, () => this.settle());
    else this.measure((before) => this.host.setData(data, () => this.makeUp(before)));
  }

  private settle(): void {
    // A person who scrolled up meanwhile is not pulled back. Chunks are not measured: their places do not matter here,
    // and there may be hundreds.
    this.measure((measured) => {
      if (this.at_bottom) {
        this.scrollTo(END);
        // The scroll event comes a frame later; until then the distance to the top must not be the old one.
        if (measured !== undefined) this.scrollTop = endOf(measured.view);
      }
      this.done();
    }, []);
  }

  private makeUp(before: Measured | undefined): void {
    this.measure((after) => {
      const shift = before === undefined || after === undefined ? 0 : shiftOf(before, after);
      if (shift !== 0 && after !== undefined) this.scrollTo(after.view.scrollTop + shift);
      this.done();
    });
  }

  private done(): void {
    this.is_busy = false;
    this.next();
    this.lookUp();
  }

  private lookUp(): void {
    if (!this.is_busy && this.scrollTop < NEAR_TOP) this.events.onNearTop();
  }

  /**
   * New rows move the bottom away too, so only a move up counts as leaving it, whether an event or a measurement shows
   * the move.
   */
  private isAt(scrollTop: number, scrollHeight: number): void {
    const is_up = scrollTop < this.scrollTop - INVISIBLE;
    const was_anywhere = this.scrollTop !== Infinity;
    this.scrollTop = scrollTop;
    if (is_up && was_anywhere && scrollHeight - scrollTop - this.height >= BOTTOM) this.setBottom(false);
  }

  private setBottom(at_bottom: boolean): void {
    if (at_bottom === this.at_bottom) return;
    this.at_bottom = at_bottom;
    this.events.onBottom(at_bottom);
  }

  /**
   * Sets `scroll-top`, by a slightly other value where it would stay the same: an unchanged property moves nothing,
   * though the view has moved since.
   */
  private scrollTo(px: number): void {
    this.wanted = px === this.wanted ? px + 0.25 : px;
    if (px < END) this.scrollTop = px;
    this.host.setData({ scroll_top: this.wanted });
  }

  private measure(tell: (measured: Measured | undefined) => void, what = PLACES): void {
    const query = this.host.createSelectorQuery();
    query.select('.scroll').fields({ rect: true, size: true, scrollOffset: true });
    for (const selector of what) query.selectAll(selector).boundingClientRect();
    query.exec((answers: unknown[]) => {
      const [view, ...boxes] = answers as [View | null, ...(Box[] | null)[]];
      if (view === null) return tell(undefined);
      this.height = view.height;
      this.isAt(view.scrollTop, view.scrollHeight);
      tell({
        view,
        places: placesOf(
          view,
          boxes.flatMap((some) => some ?? []),
        ),
      });
    });
  }
}

/** Where a view is scrolled to that shows the end of its content. */
const endOf = ({ scrollHeight, height }: View): number => Math.max(0, scrollHeight - height);

function placesOf(view: View, boxes: readonly Box[]): Measured['places'] {
  const bottom = view.top + view.height;
  return new Map(
    boxes.map((box) => {
      const visible = box.bottom > view.top && box.top < bottom;
      return [String(box.dataset['key']), { y: box.top - view.top + view.scrollTop, visible }];
    }),
  );
}

/** How far the view must still be scrolled so that what was in sight stays where it was, px. */
function shiftOf(before: Measured, after: Measured): number {
  for (const [key, { y, visible }] of before.places) {
    const now = visible ? after.places.get(key) : undefined;
    if (now === undefined) continue;
    const grown = now.y - y;
    const moved = after.view.scrollTop - before.view.scrollTop;
    // Either the platform's anchoring moved the view or a finger did: whichever fits the distance better is taken to be
    // true.
    const is_anchored = Math.abs(moved - grown) <= Math.abs(moved);
    return is_anchored || Math.abs(grown) < INVISIBLE ? 0 : grown;
  }
  return 0;
}
