// Every script that the given ones reach, compiled; what did not change since the last build is not compiled again.
import type { Files } from '../files';
import type { CompiledScript } from './compile';
import { compileScript } from './compile';
import type { Layout } from './resolve';

interface Kept {
  version: string;
  script: CompiledScript;
}

export class ScriptGraph {
  private readonly kept = new Map<string, Kept>();
  private layout = '';

  constructor(private readonly files: Files) {}

  /**
   * Compiled scripts by file, in the order in which they were reached.
   * @param all every script there is: one that works out at run time what it requires may want any of them
   */
  async reach(
    entries: readonly string[],
    layout: Layout,
    all: () => readonly string[],
  ): Promise<Map<string, CompiledScript>> {
    const key = JSON.stringify(layout);
    // With other packages, other files may be required from a file, so everything is compiled again.
    if (key !== this.layout) this.kept.clear();
    this.layout = key;
    const reached = new Map<string, CompiledScript>();
    let wave = [...new Set(entries)];
    while (wave.length > 0) {
      const scripts = await Promise.all(wave.map((file) => this.compile(file, layout)));
      for (const script of scripts) reached.set(script.file, script);
      const next = scripts.flatMap(({ requires, later }) => [
        ...Object.values(requires),
        ...Object.values(later),
      ]);
      if (scripts.some(({ computes }) => computes)) next.push(...all());
      wave = [...new Set(next)].filter((file) => !reached.has(file));
    }
    return reached;
  }

  private async compile(file: string, layout: Layout): Promise<CompiledScript> {
    const version = this.files.version(file) ?? '';
    const kept = this.kept.get(file);
    if (kept?.version === version && this.holds(kept.script)) return kept.script;
    const script = await compileScript(this.files, layout, file);
    this.kept.set(file, { version, script });
    return script;
  }

  /**
   * Whether a compiled script is still right. A file that was added or removed may cure a fault, or change which file a
   * name means.
   */
  private holds({ fault, refused, lacksLater, requires, later }: CompiledScript): boolean {
    const all = [...Object.values(requires), ...Object.values(later)];
    const sound = fault === null && !lacksLater && Object.keys(refused).length === 0;
    return sound && all.every((file) => this.files.exists(file));
  }
}
