// The same run, translated as for an old phone: `async` becomes generators over a Promise that is slow.
import { buildSync } from 'esbuild';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runInThisContext } from 'node:vm';
import type { Profile } from '../../backend/profile';
import type { Report } from '../run';
import { slowReactions, SlowPromise } from './promise';

type Run = (seed: number, profile: Profile) => PromiseLike<Report>;

const entry = path.resolve(__dirname, '../run.ts');

let loaded: Run | undefined;

/** `run` of `run.ts`, in a world of slow Promises. */
export const loadSlow = (): Run => (loaded ??= load());

function load(): Run {
  const built = buildSync({
    entryPoints: [entry],
    ...{
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'es2016',
      packages: 'external',
      write: false,
    },
    supported: { bigint: true },
  });
  const code = built.outputFiles[0]?.text ?? '';
  const wrapped = runInThisContext(`(function (require, module, exports, __dirname, Promise) {${code}\n})`, {
    filename: 'chaos-slow.js',
  }) as (...given: unknown[]) => void;
  globalThis.slowReactions = slowReactions;
  const module: { exports: { run?: Run } } = { exports: {} };
  wrapped(createRequire(entry), module, module.exports, path.dirname(entry), SlowPromise);
  const { run } = module.exports;
  if (run === undefined) throw new Error('run.ts exports no run');
  return run;
}
