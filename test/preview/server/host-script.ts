// Bundles the host itself (client + runtime) for the browser. Changes only when the host's own sources do.
import { context } from 'esbuild';
import type { BuildContext, BuildResult } from 'esbuild';
import path from 'node:path';

export interface HostScript {
  code: string;
  map: string;
}

export class HostBundle {
  private building: Promise<BuildContext<{ write: false }>> | null = null;
  private last: HostScript | null = null;

  /** Rejects with esbuild's own message when the host does not compile: a fault of the host, not of the mini program. */
  async build(): Promise<HostScript> {
    this.building ??= context({
      entryPoints: [path.join(__dirname, '../client/entry.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
      sourcemap: 'external',
      outfile: 'host.js',
      loader: { '.css': 'text' },
      define: { 'process.env.NODE_ENV': '"development"' },
      logLevel: 'silent',
    });
    const result: BuildResult<{ write: false }> = await (await this.building).rebuild();
    const text = (end: string): string =>
      result.outputFiles.find((file) => file.path.endsWith(end))?.text ?? '';
    this.last = { code: `${text('.js')}\n//# sourceMappingURL=host.js.map\n`, map: text('.map') };
    return this.last;
  }

  async current(): Promise<HostScript> {
    return this.last ?? this.build();
  }

  async dispose(): Promise<void> {
    await (await this.building)?.dispose();
  }
}
