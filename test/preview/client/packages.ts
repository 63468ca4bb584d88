// Fetches the script of a subpackage once, when it is first needed.
import type { LoadedCode } from '../protocol';

function fetchScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`${url} could not be loaded`));
    };
    document.head.append(script);
  });
}

export class Packages {
  /** In the order in which they came; the main one came with the document. */
  readonly fetched: LoadedCode['fetched'] = [];
  private readonly scripts = new Map<string, Promise<void>>();

  /** @param bytes UTF-8 bytes of each script, by root */
  constructor(private readonly bytes: Readonly<Record<string, number>>) {
    this.note('');
  }

  /** @param root '' (resolves at once) or the root of a subpackage. A failure is not remembered. */
  load(root: string): Promise<void> {
    if (root === '') return Promise.resolve();
    const known = this.scripts.get(root);
    if (known !== undefined) return known;
    const loading = fetchScript(`/@build/${root}.js`).then(() => this.note(root));
    this.scripts.set(root, loading);
    loading.catch(() => this.scripts.delete(root));
    return loading;
  }

  private note(root: string): void {
    this.fetched.push({ root, bytes: this.bytes[root] ?? 0 });
  }
}
