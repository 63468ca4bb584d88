// The parts of the bench that run in the browser, each as one script.
import path from 'node:path';
import { build } from 'esbuild';

const made = new Map<string, Promise<string>>();

async function make(entry: string): Promise<string> {
  const built = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return built.outputFiles[0]?.text ?? '';
}

/** @param entry below `test/bench` */
export function insideScript(entry: string): Promise<string> {
  const script = made.get(entry) ?? make(path.join(__dirname, entry));
  made.set(entry, script);
  return script;
}
