// The optimistic action on rows: shown at once, asked for, and then what the server says. Refused, it is undone; where nobody
// knows what became of it, the row is read again. Observable (MobX).
import { observable, runInAction } from 'mobx-miniprogram';
import { mayHaveHappened } from '../../api/errors';
import type { Failure } from '../../api/errors';
import { settled } from '../../api/settled';

/** What is done to one row. */
export interface Change<Row> {
  /** The row as it will be; null where it goes. */
  show(row: Row): Row | null;
  /** Asks for it, by the person's client. @returns the row as the server then has it, made of the row as it was known; null where it is gone */
  ask(): Promise<(row: Row) => Row | null>;
  /** Whether the row, read again, is as it was wanted; null: it is not there any more. */
  holds(row: Row | null): boolean;
}

/** To be said once, by whoever asked. */
export type ChangeOutcome =
  | { state: 'done' }
  /** The row is as it was. */
  | { state: 'refused'; failure: Failure }
  /** Neither the answer nor the row could be had; the list is read again when it can be. */
  | { state: 'unknown'; failure: Failure };

export interface ChangesParts<Row> {
  idOf(row: Row): string;
  /** The row as the list has it; `undefined` where it has none. */
  get(id: string): Row | undefined;
  /** Puts what the server says of a row into the list; null takes it out. */
  put(id: string, row: Row | null): void;
  /** Reads one row anew, by the person's client; null where there is none any more. */
  reread(id: string): Promise<Row | null>;
  /** Reads the list again: something about it is not known. */
  refresh(): Promise<void>;
}

export class Changes<Row> {
  /** Changes that are not decided yet, by row, in the order asked for. */
  private readonly pending = observable.map<string, readonly Change<Row>[]>({}, { deep: false });
  /** One request a row at a time, so that the server ends where the person did. */
  private readonly lines = new Map<string, Promise<unknown>>();
  /** When each row was last decided, on a counter that each decision moves. */
  private readonly decided = new Map<string, number>();
  private count = 0;

  constructor(private readonly parts: ChangesParts<Row>) {}

  /** Rows as they are to be shown (observable). */
  shown(rows: readonly Row[]): readonly Row[] {
    if (this.pending.size === 0) return rows;
    return rows.flatMap((row) => {
      const now = this.shownRow(row);
      return now === null ? [] : [now];
    });
  }

  /** One row as it is to be shown (observable). */
  shownRow(row: Row): Row | null {
    let now: Row | null = row;
    for (const change of this.pending.get(this.parts.idOf(row)) ?? []) {
      if (now === null) return null;
      now = change.show(now);
    }
    return now;
  }

  /** Take it when a reading begins, and give it to `kept` with what the reading brought. */
  mark(): number {
    return this.count;
  }

  /**
   * Rows of a reading that began at `mark`. Of a row that was decided since, the reading may be older than the decision: what
   * is known stays, and the list is read once more.
   */
  kept(rows: readonly Row[], mark: number): readonly Row[] {
    const overtaken = [...this.decided].filter(([, at]) => at > mark).map(([id]) => id);
    if (overtaken.length === 0) return rows;
    void this.parts.refresh();
    return rows.flatMap((row) => {
      const id = this.parts.idOf(row);
      if (!overtaken.includes(id)) return [row];
      const known = this.parts.get(id);
      return known === undefined ? [] : [known];
    });
  }

  /** Does it, after what was asked of the same row before. Never rejects; to whoever has left it tells nothing. */
  async run(id: string, change: Change<Row>): Promise<ChangeOutcome> {
    runInAction(() => this.pending.set(id, [...(this.pending.get(id) ?? []), change]));
    const before = this.lines.get(id);
    const mine = (before ?? Promise.resolve()).then(() => this.decide(id, change));
    this.lines.set(id, mine);
    try {
      return await mine;
    } finally {
      if (this.lines.get(id) === mine) this.lines.delete(id);
    }
  }

  private async decide(id: string, change: Change<Row>): Promise<ChangeOutcome> {
    const { parts } = this;
    const asked = await settled(change.ask());
    if (asked.ok) {
      const row = parts.get(id);
      this.end(id, change, row === undefined ? undefined : asked.value(row));
      return { state: 'done' };
    }
    const { failure } = asked;
    if (!mayHaveHappened(failure)) {
      this.end(id, change, undefined);
      return { state: 'refused', failure };
    }
    const read = await settled(parts.reread(id));
    if (!read.ok) {
      this.end(id, change, undefined);
      void parts.refresh();
      return { state: 'unknown', failure };
    }
    this.end(id, change, read.value);
    return change.holds(read.value) ? { state: 'done' } : { state: 'refused', failure };
  }

  /** @param row what the server says of it; `undefined` where it says nothing */
  private end(id: string, change: Change<Row>, row: Row | null | undefined): void {
    runInAction(() => {
      const left = (this.pending.get(id) ?? []).filter((one) => one !== change);
      if (left.length === 0) this.pending.delete(id);
      else this.pending.set(id, left);
      if (row === undefined) return;
      this.decided.set(id, (this.count += 1));
      this.parts.put(id, row);
    });
  }
}
