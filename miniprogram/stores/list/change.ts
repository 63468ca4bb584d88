// Optimistic changes of rows: a change shows at once, is sent, and then the row is what the server says. A refused
// change is undone; if its outcome is not known, the row is read again. Observable (MobX).
import { observable, runInAction } from 'mobx-miniprogram';
import { mayHaveHappened } from '../../api/errors';
import type { Failure } from '../../api/errors';
import { settled } from '../../api/settled';

/** A change of one row. */
export interface Change<Row> {
  /** The row after the change; null if the change removes it. */
  show(row: Row): Row | null;
  /**
   * Sends the change, by the person's client. @returns makes the row as the server has it now from the row as it was
   * known; null where it is gone
   */
  ask(): Promise<(row: Row) => Row | null>;
  /** Whether the row that was read again has the change; null means that it is gone. */
  holds(row: Row | null): boolean;
}

/** To be said once, by whoever asked. */
export type ChangeOutcome =
  | { state: 'done' }
  /** The row is as it was. */
  | { state: 'refused'; failure: Failure }
  /** There was no answer, and the row could not be read either; the list is read again as soon as possible. */
  | { state: 'unknown'; failure: Failure };

export interface ChangesParts<Row> {
  idOf(row: Row): string;
  /** The row as the list has it; `undefined` where it has none. */
  get(id: string): Row | undefined;
  /** Puts what the server says of a row into the list; null takes it out. */
  put(id: string, row: Row | null): void;
  /** Reads one row anew, by the person's client; null where there is none any more. */
  reread(id: string): Promise<Row | null>;
  /** Reads the list again, because the state of a row is not known. */
  refresh(): Promise<void>;
}

export class Changes<Row> {
  /** Changes that the server has not answered yet, by row, in the order asked for. */
  private readonly pending = observable.map<string, readonly Change<Row>[]>({}, { deep: false });
  /** One request a row at a time, so that the person's last change is also the server's last. */
  private readonly lines = new Map<string, Promise<unknown>>();
  /** For each row the number of its last answer; `count` numbers the answers of all rows. */
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
   * The rows of a reading that began at `mark`. If a change of a row was answered since, the reading may be older than
   * the answer: the known row stays, and the list is read once more.
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

  /**
   * Sends a change, after earlier ones of the same row. Never rejects; never settles once the person has signed out.
   */
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
