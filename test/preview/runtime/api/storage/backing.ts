// Where storage lies: the browser's localStorage, and the vault for what does not fit (the browser stops at half of WeChat's 10 MB).

/** A durable map of texts. */
export interface Backing {
  get(key: string): string | undefined;
  set(key: string, text: string): void;
  remove(key: string): void;
  keys(): string[];
  /** Resolves when what was set or removed up to now survives a reload. */
  settled(): Promise<void>;
}

/** Used by tests and by browsers that refuse storage. */
export class MemoryBacking implements Backing {
  private readonly texts = new Map<string, string>();
  get = (key: string): string | undefined => this.texts.get(key);
  set = (key: string, text: string): void => void this.texts.set(key, text);
  remove = (key: string): void => void this.texts.delete(key);
  keys = (): string[] => [...this.texts.keys()];
  settled = (): Promise<void> => Promise.resolve();
}

/** localStorage under a prefix, so that two programs on one origin do not meet. */
export class LocalBacking implements Backing {
  constructor(
    private readonly storage: Storage,
    private readonly prefix: string,
    private readonly spill: Backing,
  ) {}

  get(key: string): string | undefined {
    return this.storage.getItem(this.prefix + key) ?? this.spill.get(key);
  }

  set(key: string, text: string): void {
    try {
      this.storage.setItem(this.prefix + key, text);
      this.spill.remove(key);
    } catch (refused) {
      if (!(refused instanceof DOMException)) throw refused;
      this.storage.removeItem(this.prefix + key);
      this.spill.set(key, text);
    }
  }

  remove(key: string): void {
    this.storage.removeItem(this.prefix + key);
    this.spill.remove(key);
  }

  keys(): string[] {
    const found = new Set(this.spill.keys());
    for (let index = 0; index < this.storage.length; index++) {
      const key = this.storage.key(index);
      if (key?.startsWith(this.prefix)) found.add(key.slice(this.prefix.length));
    }
    return [...found];
  }

  settled(): Promise<void> {
    return this.spill.settled();
  }
}
