// What a page shows of a long list: chunks of rows, those far from view emptied to a height, and the difference to what
// the page already has. Conversation, tasks and records use it as the backpack does.
import type { Chunk, Row } from '../../format/chunks';
import { chunkKeys, rechunk } from '../../format/chunks';
import { commonHead, commonTail } from '../../format/common-ends';
import { patchOf } from '../../format/list-patch';
import type { Patch } from '../../format/list-patch';

const sameRows = <R extends Row>(one: Chunk<R>, other: Chunk<R> | undefined): boolean =>
  other !== undefined &&
  one.rows.length === other.rows.length &&
  one.rows.every((row, index) => row.row_key === other.rows[index]?.row_key);

const NO_CHUNKS = { chunks: 0, rows: 0 };

/**
 * How many chunks at the start stay as they are when only rows after the first `count` change. The last chunk that lies
 * within these rows is not counted: new rows may fill it, or a neighbour may be joined to it.
 */
function wholeWithin<R extends Row>(
  chunks: readonly Chunk<R>[],
  count: number,
): { chunks: number; rows: number } {
  let [whole, rows, last] = [0, 0, 0];
  for (const chunk of chunks) {
    if (rows + chunk.rows.length > count) break;
    whole += 1;
    last = chunk.rows.length;
    rows += last;
  }
  return { chunks: Math.max(0, whole - 1), rows: rows - last };
}

export class ListView<R extends Row> {
  private readonly nextKey = chunkKeys();
  private rows: readonly R[] = [];
  private chunks: readonly Chunk<R>[] = [];
  private readonly known = new Set<string>();
  /** The chunks as the page has them: those far from view without rows, with a height. */
  private shown: readonly Chunk<R>[] = [];
  private sent: readonly Chunk<R>[] = [];
  /** For each chunk that is far from view, the empty one with its height that is shown in its place. */
  private readonly far = new Map<string, Chunk<R>>();
  private readonly spares: Chunk<R>[] = [];

  /** Another number whenever a chunk came, went or moved. */
  layout = 0;

  /** Empty chunks before the first: older pages take their places from the last on, so that no index shifts. */
  private spare: number;

  /**
   * @param path where the page's data holds the chunks, e.g. `chunks`
   * @param reserve spare places at the front, for a list that grows there; the page renders none of them
   */
  constructor(
    private readonly path: string,
    private readonly reserve = 0,
  ) {
    this.spare = reserve;
  }

  /**
   * Costs what changed: rows that stayed the same objects are not looked into.
   * @param rows all of them, in the order shown; no `row_key` twice
   */
  setRows(rows: readonly R[]): void {
    const old = this.chunks;
    const { from, to, part } = this.touched(rows);
    const gone = old.slice(from, to);
    const made = rechunk(gone, part, this.nextKey);
    this.rows = rows;
    this.chunks = old.slice(0, from).concat(made, old.slice(to));
    const { shown } = this;
    const isMoved = made.length !== gone.length || made.some(({ key }, at) => key !== gone[at]?.key);
    if (isMoved) this.layout += 1;
    // The spare places change only if the first chunk does.
    if (isMoved && from === 0) this.spare = this.spareFor(old);
    gone.forEach(({ key }) => this.known.delete(key));
    made.forEach(({ key }) => this.known.add(key));
    // A chunk whose rows moved has another height now: show it again, and measure it anew when it leaves.
    const now = new Map(made.map((chunk) => [chunk.key, chunk]));
    for (const chunk of gone) if (!sameRows(chunk, now.get(chunk.key))) this.far.delete(chunk.key);
    const filled = made.map((chunk) => this.far.get(chunk.key) ?? chunk);
    this.shown = shown.slice(0, from).concat(filled, shown.slice(to));
  }

  /** Whether a chunk is shown without its rows. */
  isFar(key: string): boolean {
    return this.far.has(key);
  }

  /** A chunk came near the view. */
  near(key: string): void {
    if (this.far.delete(key)) this.show(key);
  }

  /** A chunk went far from the view. @param height px it had; without one it stays */
  leave(key: string, height: number): void {
    if (!this.known.has(key) || height <= 0 || this.far.get(key)?.height === height) return;
    this.far.set(key, { key, rows: [], height });
    this.show(key);
  }

  /** How many chunks the page shows. */
  get size(): number {
    return this.chunks.length;
  }

  /** What the page's data should hold. */
  snapshot(): readonly Chunk<R>[] {
    for (let at = this.spares.length; at < this.spare; at += 1) this.spares.push({ key: `s${at}`, rows: [] });
    return this.spares.slice(0, this.spare).concat(this.shown);
  }

  private show(key: string): void {
    this.shown = this.shown.map((before, at) => {
      if (before.key !== key) return before;
      return this.far.get(key) ?? this.chunks[at] ?? before;
    });
  }

  /** Which chunks a change touches (`from` to before `to`), and the new rows for them: only these are cut again. */
  private touched(rows: readonly R[]): { from: number; to: number; part: readonly R[] } {
    const head = commonHead(this.rows, rows);
    const tail = commonTail(this.rows, rows, head);
    const first = wholeWithin(this.chunks, head);
    const last = tail === 0 ? NO_CHUNKS : wholeWithin([...this.chunks].reverse(), tail);
    const part = rows.slice(first.rows, rows.length - last.rows);
    return { from: first.chunks, to: this.chunks.length - last.chunks, part };
  }

  /**
   * How many spare places are left at the front if the first chunk that stayed keeps its index; all of them again when
   * none is left, and then every index shifts.
   */
  private spareFor(before: readonly Chunk<R>[]): number {
    const places = new Map(before.map(({ key }, at) => [key, at]));
    const stayed = this.chunks.findIndex(({ key }) => places.has(key));
    const place = places.get(this.chunks[stayed]?.key ?? '');
    if (this.reserve === 0 || place === undefined) return this.reserve;
    const spare = this.spare + place - stayed;
    return spare < 0 ? this.reserve : spare;
  }

  /** The `setData` that brings the page from what it was last given to `snapshot()`; empty when it is there. */
  take(): Patch {
    const wanted = this.snapshot();
    const patch = patchOf(this.path, this.sent, wanted);
    this.sent = wanted;
    return patch;
  }
}
