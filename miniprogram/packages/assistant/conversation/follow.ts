// Where a conversation is scrolled to while an answer is being written: it follows whoever is at the bottom, until the
// answer's first line has reached the top, so that they can read it from its beginning; and it leaves alone who reads above.

interface View {
  top: number;
  height: number;
  scrollTop: number;
  scrollHeight: number;
}

interface Box {
  top: number;
}

export interface FollowHost {
  setData(data: Record<string, unknown>, done?: () => void): void;
  createSelectorQuery(): WechatMiniprogram.SelectorQuery;
}

export interface FollowEvents {
  /** The end came into sight, or went out of it. */
  onBottom(at_bottom: boolean): void;
  /** An answer is on its way. */
  isBusy(): boolean;
}

/** Nearer to the end than this is at the bottom, px. */
const BOTTOM = 24;
/** Below any content, px. */
const END = 10_000_000;
/** Room above an answer's first line, px. */
const ABOVE = 12;
/** Moves that nobody sees, px. */
const INVISIBLE = 1;

/** The template shows `scroll-view.scroll` with `scroll-top="{{scroll_top}}"`, and `.begins` where an answer begins. */
export class Follow {
  private at_bottom = true;
  private is_following = true;
  /** The person asked for the end: the top of the answer is let go. */
  private is_pinned = false;
  private height = 0;
  private scrollTop = 0;
  private wanted = 0;
  /** Older rows are on their way: where the view was before them. */
  private held: View | undefined;

  constructor(
    private readonly host: FollowHost,
    private readonly events: FollowEvents,
  ) {}

  /** Changes the page's rows. */
  setData(data: Record<string, unknown>): void {
    this.host.setData(data, () => this.settle());
  }

  /** `bindscroll` of the view. */
  scrolled({ scrollTop, scrollHeight }: Pick<View, 'scrollTop' | 'scrollHeight'>): void {
    this.isAt(scrollTop, scrollHeight);
  }

  /** A question was asked: its answer is followed. */
  begin(): void {
    this.is_following = true;
    this.is_pinned = false;
    this.scrollTo(END);
  }

  /** To the end, and along with it from there. */
  toBottom(): void {
    this.is_following = true;
    this.is_pinned = true;
    this.scrollTo(END);
    this.setBottom(true);
  }

  /** The view became another height: keyboard, bars, a longer question below. */
  resized(): void {
    this.settle();
  }

  /** Older rows will come above what is seen. */
  hold(): void {
    this.measure((view) => (this.held = view));
  }

  private settle(): void {
    this.measure((view, begins) => {
      const { held } = this;
      if (held !== undefined) return this.makeUp(held, view);
      const end = Math.max(0, view.scrollHeight - view.height);
      if (!this.is_following) return this.isAt(view.scrollTop, view.scrollHeight);
      const top = begins === undefined ? Infinity : begins.top - view.top + view.scrollTop - ABOVE;
      const isRead = this.events.isBusy() && !this.is_pinned && top < end;
      if (isRead) this.is_following = false;
      this.scrollTo(isRead ? Math.max(0, top) : END);
      this.setBottom(!isRead);
    });
  }

  /** What grew above is scrolled past, where the platform did not do it by itself. */
  private makeUp(held: View, view: View): void {
    const grown = view.scrollHeight - held.scrollHeight;
    if (grown < INVISIBLE) return;
    this.held = undefined;
    if (view.scrollTop - held.scrollTop < grown / 2) this.scrollTo(view.scrollTop + grown);
  }

  /** Only who moves up leaves the end: what is added makes it farther too. */
  private isAt(scrollTop: number, scrollHeight: number): void {
    const isEnd = scrollHeight - scrollTop - this.height < BOTTOM;
    const isUp = scrollTop < this.scrollTop - INVISIBLE;
    this.scrollTop = scrollTop;
    if (isEnd) {
      this.is_following = true;
      this.setBottom(true);
    } else if (isUp) {
      this.is_following = false;
      this.setBottom(false);
    } else if (!this.is_following) this.setBottom(false);
  }

  private setBottom(at_bottom: boolean): void {
    if (at_bottom === this.at_bottom) return;
    this.at_bottom = at_bottom;
    this.events.onBottom(at_bottom);
  }

  /** A property that stays the same moves nothing, though the view has moved since. */
  private scrollTo(px: number): void {
    this.wanted = px === this.wanted ? px + 0.25 : px;
    if (px < END) this.scrollTop = px;
    this.host.setData({ scroll_top: this.wanted });
  }

  private measure(tell: (view: View, begins: Box | undefined) => void): void {
    const query = this.host.createSelectorQuery();
    query.select('.scroll').fields({ rect: true, size: true, scrollOffset: true });
    query.selectAll('.begins').boundingClientRect();
    query.exec((answers: unknown[]) => {
      const [view, boxes] = answers as [View | null, Box[] | null];
      if (view === null) return;
      this.height = view.height;
      tell(view, boxes?.[boxes.length - 1]);
    });
  }
}
