// How persisted things are named, versioned and grouped by the person they belong to.

/** Whose data: the app's own, one customer's, one staff member's. */
export type Owner = 'app' | `customer:${string}` | `staff:${string}`;

/** A `cache` may be evicted when the phone is full; what is `kept` (tokens, drafts, outbox, codes) never is. */
export type StorageKind = 'cache' | 'kept';

/** One thing that is persisted. */
export interface StorageKey<T> {
  /** Unique within an owner; may hold an id (`draft.2220`). */
  name: string;
  kind: StorageKind;
  /** Raise it when the shape changes. */
  version: number;
  /** Checks what was read; `undefined` drops it. */
  decode: (value: unknown) => T | undefined;
  /** Turns an older version into the present one; without it (or on `undefined`) an older version is dropped. */
  migrate?: (value: unknown, version: number) => T | undefined;
}

/** What was read, and when it was written (ms, the phone's clock). */
export interface Stored<T> {
  value: T;
  saved_at: number;
}

/** One owner's shelf. No method throws. */
export interface StorageArea {
  readonly owner: Owner;
  read<T>(key: StorageKey<T>): T | undefined;
  readStored<T>(key: StorageKey<T>): Stored<T> | undefined;
  /** False when it could not be written, even after old caches made room. */
  write<T>(key: StorageKey<T>, value: T): boolean;
  /** False when the phone refused. */
  remove(key: { name: string; kind: StorageKind }): boolean;
  /** Names of one kind that start so (`draft.`), without reading them. */
  names(kind: StorageKind, prefix: string): string[];
}

export type StorageProblem = {
  kind: 'write' | 'read' | 'remove';
  owner: Owner;
  name: string;
  reason: string;
};

/** All shelves of this phone. */
export interface Store {
  area(owner: Owner): StorageArea;
  /** Removes everything of that owner: tokens, caches, codes, drafts; or only its things of one kind. */
  wipe(owner: Owner, kind?: StorageKind): void;
  /** Owners that have anything stored. */
  owners(): Owner[];
  /**
   * Told about each thing that could not be read or written; never holds a value. The first to listen hears what came
   * before too: the app reads and writes while it starts.
   */
  onProblem(listener: (problem: StorageProblem) => void): () => void;
}
