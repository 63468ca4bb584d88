// Every script that the given ones reach, compiled; what did not change since the last build is not compiled again.
import type { PackageEntry } from '../../protocol';
import type { Files } from '../files';
import type { CompiledScript } from './compile';
import { compileScript } from './compile';

interface Kept {
  version: string;
  script: CompiledScript;
}

export class ScriptGraph {
  private readonly kept = new Map<string, Kept>();
  private layout = '';

  constructor(private readonly files: Files) {}

  /** Compiled scripts by file, in the order in which they were reached. */
  async reach(
    entries: readonly string[],
    packages: readonly PackageEntry[],
  ): Promise<Map<string, CompiledScript>> {
    const layout = JSON.stringify(packages);
    // Which file may require which depends on the packages.
    if (layout !== this.layout) this.kept.clear();
    this.layout = layout;
    const reached = new Map<string, CompiledScript>();
    let wave = [...new Set(entries)];
    while (wave.length > 0) {
      const scripts = await Promise.all(wave.map((file) => this.compile(file, packages)));
      for (const script of scripts) reached.set(script.file, script);
      const next = scripts.flatMap((script) => [...script.requires, ...Object.values(script.asyncRequires)]);
      wave = [...new Set(next)].filter((file) => !reached.has(file));
    }
    return reached;
  }

  private async compile(file: string, packages: readonly PackageEntry[]): Promise<CompiledScript> {
    const version = this.files.version(file) ?? '';
    const kept = this.kept.get(file);
    if (kept?.version === version && this.holds(kept.script)) return kept.script;
    const script = await compileScript(this.files, packages, file);
    this.kept.set(file, { version, script });
    return script;
  }

  /** A fault may be cured, and a resolution undone, by another file coming or going. */
  private holds(script: CompiledScript): boolean {
    const { fault, lacksAsync, requires, asyncRequires } = script;
    const all = [...requires, ...Object.values(asyncRequires)];
    return fault === null && !lacksAsync && all.every((file) => this.files.exists(file));
  }
}
