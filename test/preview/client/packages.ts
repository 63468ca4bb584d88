// The subpackages on this phone: fetched once over the simulated network, executed once, when they are first needed.
import type { LoadedCode } from '../protocol';
import type { KeptPackages } from './kept-packages';

/** WeChat's words for a package that did not come. */
export const FETCH_FAILED = 'loadSubpackage: fail';

export interface PackagesSettings {
  /** UTF-8 bytes of each script, by root. */
  bytes: Readonly<Record<string, number>>;
  /** Whether the network lets a package through; answers when it would have come. */
  pass: (root: string) => Promise<boolean>;
  kept: KeptPackages;
}

function execute(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(FETCH_FAILED));
    };
    document.head.append(script);
  });
}

/** Runs a task once and shares it among all callers; after a failure the next caller starts it again. */
class Once {
  private readonly done = new Map<string, Promise<void>>();

  run(key: string, act: () => Promise<void>): Promise<void> {
    const known = this.done.get(key);
    if (known !== undefined) return known;
    const doing = act();
    this.done.set(key, doing);
    doing.catch(() => this.done.delete(key));
    return doing;
  }
}

export class Packages {
  /** In the order in which they came; the main one came with the document. */
  readonly fetched: LoadedCode['fetched'] = [];
  /** How many are on their way to be executed. */
  loading = 0;
  private readonly fetches = new Once();
  private readonly executions = new Once();

  constructor(private readonly settings: PackagesSettings) {
    this.note('');
  }

  /** Brings a package onto the phone without executing it. Rejects with WeChat's words when the network does not let it through. */
  fetch(root: string): Promise<void> {
    return this.fetches.run(root, async () => {
      const { kept, pass } = this.settings;
      if (!kept.has(root) && !(await pass(root))) throw new Error(FETCH_FAILED);
      kept.add(root);
      this.note(root);
    });
  }

  /** Fetches and executes. @param root '' (resolves at once) or the root of a subpackage. */
  load(root: string): Promise<void> {
    if (root === '') return Promise.resolve();
    return this.executions.run(root, async () => {
      this.loading++;
      try {
        await this.fetch(root);
        await execute(`/@build/${root}.js`);
      } finally {
        this.loading--;
      }
    });
  }

  private note(root: string): void {
    this.fetched.push({ root, bytes: this.settings.bytes[root] ?? 0 });
  }
}
