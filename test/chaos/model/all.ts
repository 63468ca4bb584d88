// All models, each in a process of its own, so that two cores are at work where nothing else needs them.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { Tally } from '../../support/tally';
import { PLANS } from './models';

/** MB for what is young: each story leaves much of it. */
const ROOM = '--max-semi-space-size=128';

/** As one script: where TypeScript is loaded file by file, naming each function that is made takes a tenth of the time. */
async function programIn(folder: string): Promise<string> {
  const outfile = path.join(folder, 'child.js');
  await build({
    entryPoints: [path.join(__dirname, 'child.ts')],
    ...{ outfile, bundle: true, sourcemap: true, logLevel: 'warning' },
    ...{ platform: 'node', format: 'cjs', target: 'node20' },
  });
  return outfile;
}

/** What a model says is said as a whole. @returns whether no story breaks anything */
function inProcess(program: string, name: string, deeper: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const args = ['--enable-source-maps', ROOM, program, name, String(deeper)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    child.on('error', reject);
    child.on('exit', (code) => {
      process.stdout.write(said);
      resolve(code === 0);
    });
  });
}

/**
 * @param deeper so many events more than in the usual run
 * @param processes how many are explored at once
 */
export async function exploreAll(deeper: number, processes: number): Promise<Tally> {
  const folder = mkdtempSync(path.join(tmpdir(), 'models-'));
  try {
    const program = await programIn(folder);
    const tally = { passed: 0, failed: 0 };
    const left = [...PLANS];
    const work = async (): Promise<void> => {
      for (let plan = left.shift(); plan !== undefined; plan = left.shift()) {
        if (await inProcess(program, plan.model.name, deeper)) tally.passed += 1;
        else tally.failed += 1;
      }
    };
    await Promise.all(Array.from({ length: processes }, work));
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
