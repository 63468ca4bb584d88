// Keeps a page's chunked list equal to rows computed from stores: one setData at most per 50 ms (20 a second is the
// platform's budget), and on long lists only the chunks near the view have their rows.
import { reaction } from 'mobx-miniprogram';
import type { Row } from '../../format/chunks';
import type { Clock, Off, Timers } from '../../platform/ports';
import { ListView } from '../../stores/list/list-view';
import type { Bindable } from './page';

const FLUSH_MS = 50;
const WHOLE_PAGE: ListOptions = {};
/** Rows of the first frame, about a screen; the others follow. */
const FIRST_ROWS = 8;
/** How long after a page's nodes are there its pixels are, ms. */
const PAINT_MS = 50;
/** Up to so many chunks all keep their rows; only longer lists are watched. */
const WHOLE_CHUNKS = 3;
/** How far beyond the screen rows are kept, px. */
const MARGIN_PX = 1200;
/** Chunks that get their rows in one update: three of tasks are 38 KB, and a page takes 32 at ease. */
const MOST_FILLED = 2;

interface Margins {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A component whose template shows `<view class="chunk" data-key="{{chunk.key}}">`. */
export interface ListHost extends Bindable {
  createIntersectionObserver(options: { observeAll: boolean; initialRatio: number }): Watcher;
}

/** The part of WeChat's IntersectionObserver in use. */
interface Watcher {
  relativeToViewport(margins: Margins): Watcher;
  relativeTo(selector: string, margins: Margins): Watcher;
  observe(selector: string, seen: (result: ChunkSeen) => void): void;
  disconnect(): void;
}

interface ChunkSeen {
  intersectionRatio: number;
  boundingClientRect: { height: number; top: number; bottom: number };
  /** The view with its margins. */
  relativeRect: { top: number; bottom: number };
  dataset?: Record<string, unknown>;
}

export interface ListOptions {
  /** Spare places for chunks that come before the first (a conversation's older pages); the template shows nothing for a
   * chunk without rows and height. */
  reserve?: number;
  /** Selector of the scroll-view that holds the chunks: it cuts off what the viewport's margins would see. */
  scroller?: string;
  /** Rows of the first frame; all of them where the last ones are what is seen first. */
  first_rows?: number;
  /** How far beyond the screen rows are kept, px; less than 1,200 where they hold many nodes. */
  margin_px?: number;
  /** Longer than 50 for a page that sets more data with each change of its list. */
  flush_ms?: number;
}

const middle = ({ top, bottom }: { top: number; bottom: number }): number => (top + bottom) / 2;

/**
 * Binds in `attached`. The first rows are set at once, before the first frame.
 * @param path where `host.data` holds the chunks
 * @param rows computed from observables; no `row_key` twice
 * @returns call it in `detached`
 */
export function bindList<R extends Row>(
  host: ListHost,
  path: string,
  rows: () => readonly R[],
  phone: { timers: Timers; clock: Clock },
  {
    reserve = 0,
    scroller = '',
    first_rows = FIRST_ROWS,
    margin_px = MARGIN_PX,
    flush_ms = FLUSH_MS,
  } = WHOLE_PAGE,
): Off {
  const view = new ListView<R>(path, reserve);
  const margins: Margins = { top: margin_px, bottom: margin_px, left: 0, right: 0 };
  let pending: Off | undefined;
  let watcher: Watcher | undefined;
  let watched = 0;
  let flushed_at = 0;
  let present: readonly R[] = [];
  let is_painted = false;
  let paint: Off = () => undefined;

  /** Chunks that came near and have no rows yet, with the way from their middle to that of the view, px. */
  const coming = new Map<string, number>();
  const heed = ({ intersectionRatio, boundingClientRect: place, relativeRect, dataset }: ChunkSeen): void => {
    const key = dataset?.['key'];
    if (typeof key !== 'string') return;
    coming.delete(key);
    if (intersectionRatio === 0) view.leave(key, place.height);
    else if (view.isFar(key)) coming.set(key, Math.abs(middle(place) - middle(relativeRect)));
    schedule();
  };
  const fill = (): void => {
    const nearest = [...coming].sort(([, one], [, other]) => one - other).slice(0, MOST_FILLED);
    for (const [key] of nearest) {
      coming.delete(key);
      view.near(key);
    }
  };

  /** Starts the observer anew: one knows only the nodes that existed when it began. */
  const watch = (): void => {
    const wanted = view.size > WHOLE_CHUNKS ? view.layout : 0;
    if (wanted === watched) return;
    watched = wanted;
    watcher?.disconnect();
    watcher = undefined;
    if (wanted === 0) return;
    // No real ratio equals -1, so chunks that are out of view at the start are reported too.
    watcher = host.createIntersectionObserver({ observeAll: true, initialRatio: -1 });
    if (scroller === '') watcher.relativeToViewport(margins);
    else watcher.relativeTo(scroller, margins);
    watcher.observe('.chunk', heed);
  };

  const flush = (): void => {
    pending?.();
    pending = undefined;
    flushed_at = phone.clock.now();
    fill();
    const patch = view.take();
    if (Object.keys(patch).length > 0) host.setData(patch);
    watch();
    if (coming.size > 0) schedule();
  };
  const schedule = (): void => {
    const wait_ms = Math.max(0, flushed_at + flush_ms - phone.clock.now());
    pending ??= phone.timers.after(Math.min(wait_ms, flush_ms), flush);
  };

  const show = (): void => view.setRows(is_painted ? present : present.slice(0, first_rows));
  /** The first rows come alone, and the others when those have been painted. */
  const begin = (): void => {
    paint();
    is_painted = false;
    // They are laid out in the task that this runs in.
    paint = phone.timers.after(0, () => {
      paint = phone.timers.after(PAINT_MS, () => {
        is_painted = true;
        if (present.length <= first_rows) return;
        show();
        schedule();
      });
    });
  };
  const unwatch = reaction(
    rows,
    (now) => {
      const isFirst = present.length === 0 && now.length > 0;
      present = now;
      if (isFirst) begin();
      show();
      // The page is about to say that its content is there.
      if (isFirst) flush();
      else schedule();
    },
    { fireImmediately: true },
  );
  flush();
  return () => {
    unwatch();
    pending?.();
    paint();
    watcher?.disconnect();
  };
}
