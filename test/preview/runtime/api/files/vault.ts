// A durable key-value map that can be read synchronously: kept in memory, written behind to IndexedDB, read back at start.

/** One thing kept: plain data that the structured clone can store. */
export type VaultValue = string | StoredFile;

/** A file of the program; `modified` in ms since the epoch. */
export interface StoredFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly modified: number;
}

const TABLE = 'entries';

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
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

  /** @param name database name; where the browser has no IndexedDB the vault lives as long as the page */
  constructor(name: string) {
    this.database = typeof indexedDB === 'undefined' ? null : openDatabase(name);
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

  private write(change: (table: IDBObjectStore) => IDBRequest): void {
    this.database
      ?.then((database) => done(change(database.transaction(TABLE, 'readwrite').objectStore(TABLE))))
      .catch((refused: unknown) => console.error('[preview] a file could not be kept:', refused));
  }
}
