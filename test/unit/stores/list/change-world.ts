// A server that does each step when the test says so, and the list of a person who changes its rows.
import { ApiError } from '../../../../miniprogram/api/errors';
import type { Failure } from '../../../../miniprogram/api/errors';
import { createAbort } from '../../../../miniprogram/platform/abort';
import { answerFor, never } from '../../../../miniprogram/platform/standing';
import { Changes } from '../../../../miniprogram/stores/list/change';
import type { ChangeOutcome } from '../../../../miniprogram/stores/list/change';
import { PagedList } from '../../../../miniprogram/stores/list/paged-list';
import type { Pages } from '../../../../miniprogram/stores/list/paged-list';
import { settle } from '../../../support/fake-time';

interface Row {
  id: string;
  value: number;
}
interface Loaded extends Pages {
  rows: readonly Row[];
}

export const lost: Failure = { kind: 'network' };
export const no: Failure = { kind: 'api', status: 409, code: '409', message: '不行' };

/** How a request goes: carried out and answered, refused, or broken off before or after it was carried out. */
export type Fate = 'fine' | 'refused' | 'lost_before' | 'lost_after';

/** A request on its way: first the server acts on it, then its answer arrives. */
interface Request {
  act: () => unknown;
  resolve(value: unknown): void;
  reject(failure: Failure): void;
  answer?: () => void;
}

export class World {
  server = new Map([1, 2].map((id) => [String(id), 0]));
  readonly requests: Request[] = [];
  readonly outcomes: { id: string; value: number; told: ChangeOutcome[] }[] = [];
  readonly applied: number[] = [];
  private readonly left = createAbort();
  /** What had been told when the person left. */
  told_before: readonly number[] = [];
  private values = 0;

  readonly changes = new Changes<Row>({
    idOf: ({ id }) => id,
    get: (id) => this.list.loaded?.rows.find((row) => row.id === id),
    put: (id, row) => {
      const { loaded } = this.list;
      if (loaded === null) return;
      const rows = loaded.rows.flatMap((one) => (one.id !== id ? [one] : row === null ? [] : [row]));
      this.list.set({ ...loaded, rows });
    },
    reread: (id) => this.ask(() => this.rowOf(id)),
    refresh: () => this.list.refresh(),
  });

  readonly list: PagedList<{ rows: readonly Row[]; mark: number }, Loaded> = new PagedList({
    ask: async () => {
      const mark = this.changes.mark();
      return { mark, rows: await this.ask(() => [...this.server].map(([id, value]) => ({ id, value }))) };
    },
    first: (_old, { rows, mark }) => ({ rows: this.changes.kept(rows, mark), next_page: null }),
    further: (old) => old,
  });

  get present(): boolean {
    return !this.left.signal.aborted;
  }

  get shown(): readonly Row[] {
    return this.changes.shown(this.list.loaded?.rows ?? []);
  }

  change(id: string): void {
    const value = (this.values += 1);
    const told: ChangeOutcome[] = [];
    this.outcomes.push({ id, value, told });
    const change = {
      show: (row: Row) => ({ ...row, value }),
      holds: (row: Row | null) => row?.value === value,
      ask: async () => {
        await this.ask(() => {
          this.server.set(id, value);
          this.applied.push(value);
          return null;
        });
        return (row: Row) => ({ ...row, value });
      },
    };
    void this.changes.run(id, change).then((outcome) => told.push(outcome));
  }

  /** The next steps of the n-th request that waits for one. */
  serve(at: number, fate: Fate): void {
    const waiting = this.requests.filter((request) => request.answer === undefined);
    const request = waiting[at % Math.max(1, waiting.length)];
    if (request === undefined) return;
    const result = fate === 'fine' || fate === 'lost_after' ? request.act() : undefined;
    request.answer = () => {
      if (fate === 'fine') request.resolve(result);
      else request.reject(fate === 'refused' ? no : lost);
    };
  }

  leave(): void {
    this.left.abort();
    this.told_before = this.outcomes.map(({ told }) => told.length);
  }

  deliver(at: number): void {
    const answered = this.requests.filter((request) => request.answer !== undefined);
    const request = answered[at % Math.max(1, answered.length)];
    if (request === undefined) return;
    this.requests.splice(this.requests.indexOf(request), 1);
    request.answer?.();
  }

  /** Everything is carried out and answered, however much follows from it. */
  async settle(): Promise<void> {
    for (let round = 0; round < 50; round += 1) {
      await settle();
      if (this.requests.length === 0) return;
      while (this.requests.length > 0) {
        this.serve(0, 'fine');
        this.deliver(0);
      }
    }
    throw new Error('it never ends');
  }

  private rowOf(id: string): Row | null {
    const value = this.server.get(id);
    return value === undefined ? null : { id, value };
  }

  /** As the person's own client does: nothing is asked, or answered, once they have left. */
  private ask<T>(act: () => T): Promise<T> {
    if (this.left.signal.aborted) return never();
    const asked = new Promise<T>((resolve, reject) => {
      this.requests.push({
        act,
        resolve: (value) => resolve(value as T),
        reject: (failure) => reject(new ApiError(failure)),
      });
    });
    return answerFor(this.left.signal, asked, () => true);
  }
}
