// Which subpackages this phone has from earlier runs: they open without a network, until the program's code changes.

const KEY = 'preview-packages';

interface Kept {
  version: string;
  roots: string[];
}

export class KeptPackages {
  private roots: Set<string> | null = null;

  /** @param version names the program's code */
  constructor(
    private readonly storage: Storage,
    private readonly version: string,
  ) {}

  has(root: string): boolean {
    return this.known().has(root);
  }

  add(root: string): void {
    const roots = this.known();
    if (roots.has(root)) return;
    roots.add(root);
    const kept: Kept = { version: this.version, roots: [...roots] };
    this.storage.setItem(KEY, JSON.stringify(kept));
  }

  /** Read at the first question: most starts need no subpackage. */
  private known(): Set<string> {
    if (this.roots === null) {
      const text = this.storage.getItem(KEY);
      const kept = text === null ? null : (JSON.parse(text) as Kept);
      this.roots = new Set(kept?.version === this.version ? kept.roots : []);
    }
    return this.roots;
  }
}
