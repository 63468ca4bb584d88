// A durable key-value map that can be read synchronously: kept in memory, written to IndexedDB behind it, read back at start.
// Who promises that a thing is kept waits for `settled()` first.

/** One thing kept: plain data that the structured clone can store. */
export type VaultValue = string | StoredFile;

/** A file of the program; `modified` in ms since the epoch. */
export interface StoredFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly modified: number;
}

const TABLE = 'entries';
/** How long a page that is left with writes under way stays for them. */
const LINGER_MS = 200;

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
  });
}

/** Commits at once: a page that is left before the request was answered must not take the write with it. */
function committed(
  transaction: IDBTransaction,
  change: (table: IDBObjectStore) => IDBRequest,
): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB refused'));
    change(transaction.objectStore(TABLE));
    transaction.commit();
  });
}

async function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
  return done(request);
}

export class Vault {
  private readonly entries = new Map<string, VaultValue>();
  private readonly database: Promise<IDBDatabase> | null;
  private writing: Promise<void> = Promise.resolve();
  /** Writes on their way. */
  private under_way = 0;

  /** @param name database name; where the browser has no IndexedDB the vault lives as long as the page */
  constructor(name: string) {
    this.database = typeof indexedDB === 'undefined' ? null : openDatabase(name);
    if (this.database !== null) addEventListener('pagehide', () => this.linger());
  }

  /** Read back what was kept. Await it before the first read. */
  async load(): Promise<void> {
    if (!this.database) return;
    const table = (await this.database).transaction(TABLE).objectStore(TABLE);
    const [keys, values] = await Promise.all([
      done(table.getAllKeys()),
      done(table.getAll() as IDBRequest<VaultValue[]>),
    ]);
    keys.forEach((key, index) => {
      const value = values[index];
      if (value !== undefined && typeof key === 'string') this.entries.set(key, value);
    });
  }

  get(key: string): VaultValue | undefined {
    return this.entries.get(key);
  }

  set(key: string, value: VaultValue): void {
    this.entries.set(key, value);
    this.write((table) => table.put(value, key));
  }

  remove(key: string): void {
    if (!this.entries.delete(key)) return;
    this.write((table) => table.delete(key));
  }

  keys(prefix: string): string[] {
    return [...this.entries.keys()].filter((key) => key.startsWith(prefix));
  }

  /** Resolves when every write up to now lies in the database, or was refused and reported. */
  settled(): Promise<void> {
    return this.writing;
  }

  /** What the page has sent the browser takes in beside it; once the page is gone, it drops what it has not finished. */
  private linger(): void {
    if (this.under_way === 0) return;
    const until = performance.now() + LINGER_MS;
    while (performance.now() < until);
  }

  private write(change: (table: IDBObjectStore) => IDBRequest): void {
    if (!this.database) return;
    this.under_way += 1;
    const written = this.database
      .then((database) => committed(database.transaction(TABLE, 'readwrite'), change))
      .catch((refused: unknown) => console.error('[preview] a file could not be kept:', refused))
      .then(() => void (this.under_way -= 1));
    this.writing = Promise.all([this.writing, written]).then(() => undefined);
  }
}
