// What a page shows of a long list: chunks of rows, those far from view emptied to a height, and the difference to what
// the page already has. Conversation, tasks and records use it as the backpack does.
import type { Chunk, Row } from '../format/chunks';
import { chunkKeys, rechunk } from '../format/chunks';
import { patchOf } from '../format/list-patch';
import type { Patch } from '../format/list-patch';

const sameRows = <R extends Row>(one: Chunk<R>, other: Chunk<R> | undefined): boolean =>
  other !== undefined &&
  one.rows.length === other.rows.length &&
  one.rows.every((row, index) => row.row_key === other.rows[index]?.row_key);

export class ListView<R extends Row> {
  private readonly nextKey = chunkKeys();
  private chunks: Chunk<R>[] = [];
  private sent: Chunk<R>[] = [];
  /** Height in px of each chunk that is far from view. */
  private readonly far = new Map<string, number>();

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

  /** @param rows all of them, in the order shown; no `row_key` twice */
  setRows(rows: readonly R[]): void {
    const before = new Map(this.chunks.map((chunk) => [chunk.key, chunk]));
    this.chunks = rechunk(this.chunks, rows, this.nextKey);
    this.spare = this.spareFor(before);
    const kept = new Set(
      this.chunks.filter((chunk) => sameRows(chunk, before.get(chunk.key))).map(({ key }) => key),
    );
    // A chunk whose rows moved has another height now: show it again, and measure it anew when it leaves.
    for (const key of this.far.keys()) if (!kept.has(key)) this.far.delete(key);
  }

  /** A chunk came near the view. */
  near(key: string): void {
    this.far.delete(key);
  }

  /** A chunk went far from the view. @param height px it had; without one it stays */
  leave(key: string, height: number): void {
    const known = this.chunks.some((chunk) => chunk.key === key);
    if (known && height > 0) this.far.set(key, height);
  }

  /** Of the chunks that the page shows, in order. */
  keys(): string[] {
    return this.chunks.map(({ key }) => key);
  }

  /** What the page's data should hold. */
  snapshot(): Chunk<R>[] {
    const spares = Array.from({ length: this.spare }, (_, index): Chunk<R> => ({
      key: `s${index}`,
      rows: [],
    }));
    const chunks = this.chunks.map((chunk) => {
      const height = this.far.get(chunk.key);
      return height === undefined ? chunk : { key: chunk.key, rows: [], height };
    });
    return [...spares, ...chunks];
  }

  /** Places left at the front when the first chunk that stayed keeps its index; anew when they are used up. */
  private spareFor(before: ReadonlyMap<string, Chunk<R>>): number {
    const old = [...before.keys()];
    const stayed = this.chunks.findIndex(({ key }) => before.has(key));
    const key = this.chunks[stayed]?.key;
    if (this.reserve === 0 || key === undefined) return this.reserve;
    const spare = this.spare + old.indexOf(key) - stayed;
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
