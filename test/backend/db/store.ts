// The one place that talks to the SQLite library: typed rows, integers as BigInt so that no id is ever rounded.
import Database from 'libsql';

export type Cell = string | number | bigint | Uint8Array | null;
export type Row = Readonly<Record<string, Cell>>;

/** The library adds its measurements to a single row. */
interface Found extends Row {
  readonly _metadata: never;
}

/** The tables that a statement writes to, wherever in it; words that only look like it do no harm. */
const WRITES =
  /\b(?:INSERT(?: OR \w+)? INTO|REPLACE INTO|UPDATE(?: OR \w+)?|DELETE FROM)\s+(?:main\.)?"?(\w+)/gi;

interface Prepared {
  readonly statement: Database.Statement;
  /** Names of tables. */
  readonly writes: readonly string[];
}

/** A database connection. Reads and writes are synchronous, so a transaction never interleaves with another request. */
export class Store {
  /** Names of the tables written to by single statements, for who clears it. */
  readonly written = new Set<string>();
  private readonly opened: Database.Database;
  /** To prepare one takes longer than to run it. */
  private readonly statements = new Map<string, Prepared>();

  /** @param file a path, or `:memory:` */
  constructor(file: string) {
    this.opened = new Database(file);
    this.opened.defaultSafeIntegers(true);
    this.opened.pragma('foreign_keys = ON');
  }

  /** Asked once it is closed, the library itself would take the whole process down. */
  private get connection(): Database.Database {
    if (!this.opened.open) throw new Error('the database is closed');
    return this.opened;
  }

  all(sql: string, ...params: Cell[]): Row[] {
    return this.prepared(sql).all(...params) as Row[];
  }

  first(sql: string, ...params: Cell[]): Row | undefined {
    const row = this.prepared(sql).get(...params) as Found | undefined;
    if (row === undefined) return undefined;
    const { _metadata, ...cells } = row;
    return cells;
  }

  /** The first row of a query that always has one (`COUNT`, `RETURNING`). */
  one(sql: string, ...params: Cell[]): Row {
    const row = this.first(sql, ...params);
    if (row === undefined) throw new Error(`no row: ${sql}`);
    return row;
  }

  /** Runs a statement and returns how many rows it changed. */
  run(sql: string, ...params: Cell[]): number {
    return this.prepared(sql).run(...params).changes;
  }

  private prepared(sql: string): Database.Statement {
    const { connection } = this;
    const known = this.statements.get(sql) ?? {
      statement: connection.prepare(sql),
      writes: [...sql.matchAll(WRITES)].map(([, table = '']) => table),
    };
    this.statements.set(sql, known);
    for (const table of known.writes) this.written.add(table);
    return known.statement;
  }

  script(sql: string): void {
    this.statements.clear();
    this.connection.exec(sql);
  }

  /** All of `work` or nothing of it. */
  transaction<T>(work: () => T): T {
    const { connection } = this;
    if (connection.inTransaction) return work();
    let result: { value: T } | undefined;
    connection
      .transaction(() => {
        result = { value: work() };
      })
      .immediate();
    if (result === undefined) throw new Error('the transaction did not run');
    return result.value;
  }

  close(): void {
    this.opened.close();
  }
}

function cell(row: Row, column: string): Cell {
  const value = row[column];
  if (value === undefined) throw new Error(`no column ${column}`);
  return value;
}

export function text(row: Row, column: string): string {
  const value = cell(row, column);
  if (typeof value !== 'string') throw new Error(`${column} is not text`);
  return value;
}

export function maybeText(row: Row, column: string): string | null {
  return cell(row, column) === null ? null : text(row, column);
}

/** An integer that fits a JavaScript number: a count, a flag, a time in ms. */
export function int(row: Row, column: string): number {
  const value = cell(row, column);
  const number = typeof value === 'number' || typeof value === 'bigint' ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw new Error(`${column} is not a safe integer`);
  return number;
}

export function maybeInt(row: Row, column: string): number | null {
  return cell(row, column) === null ? null : int(row, column);
}

/** A BLOB. */
export function bytes(row: Row, column: string): Uint8Array {
  const value = cell(row, column);
  if (!(value instanceof Uint8Array)) throw new Error(`${column} is not bytes`);
  return value;
}

/** A BIGINT id. */
export function id(row: Row, column: string): bigint {
  const value = cell(row, column);
  if (typeof value !== 'bigint') throw new Error(`${column} is not an id`);
  return value;
}
