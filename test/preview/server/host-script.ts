// The host itself (client and runtime), bundled for the browser: one for all previews of a process.
import { build } from 'esbuild';
import path from 'node:path';

export interface HostScript {
  code: string;
  map: string;
}

let made: Promise<HostScript> | null = null;

/**
 * @param isChanged its sources are others now
 * @throws esbuild's own message where it does not compile: a fault of the host, not of the mini program
 */
export async function hostScript(isChanged: boolean): Promise<HostScript> {
  if (isChanged) made = null;
  const mine = (made ??= bundled());
  try {
    return await mine;
  } catch (error) {
    // The next one tries again.
    if (made === mine) made = null;
    throw error;
  }
}

async function bundled(): Promise<HostScript> {
  const { outputFiles } = await build({
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
  const text = (end: string): string => outputFiles.find((file) => file.path.endsWith(end))?.text ?? '';
  return { code: `${text('.js')}\n//# sourceMappingURL=host.js.map\n`, map: text('.map') };
}
