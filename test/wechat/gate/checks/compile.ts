/** The compile that an upload does, by WeChat's own tool, without key or network. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { copyOf, type Check, type Compiled } from '../check';
import type { Finding } from '../finding';
import { filesBelow } from '../files';

const LIMIT_MS = 150_000;

export const compile: Check = {
  title: "miniprogram-ci compiles the upload's copy",
  reads: 'copy',
  async run(work) {
    const project = dirname(copyOf(work));
    const folder = mkdtempSync(join(tmpdir(), 'store-compiled-'));
    const failure = await runWorker(project, folder);
    if (failure !== undefined) {
      rmSync(folder, { recursive: true });
      return [failure];
    }
    work.compiled = readCompiled(join(folder, 'emitted'));
    return [];
  },
};

/** Removes what the compile check left for the checks after it. */
export function dropCompiled(compiled: Compiled | undefined): void {
  if (compiled !== undefined) rmSync(join(compiled.folder, '..'), { recursive: true, force: true });
}

function readCompiled(folder: string): Compiled {
  return {
    folder,
    sizes: new Map(filesBelow(folder, '').map((path) => [path, statSync(join(folder, path)).size])),
  };
}

/** The compiler leaves a process of its own behind, so it runs in a group that can be ended whole. */
async function runWorker(project: string, folder: string): Promise<Finding | undefined> {
  const tsx = createRequire(__filename).resolve('tsx/cli');
  const result = join(folder, 'failure.json');
  const worker = spawn(
    process.execPath,
    [tsx, join(__dirname, '../compile-worker.ts'), project, join(folder, 'emitted'), result],
    // The compiler leaves empty folders where it stands.
    { cwd: folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let words = '';
  worker.stderr.setEncoding('utf8').on('data', (text: string) => (words += text));
  const limit = setTimeout(() => endGroup(worker.pid), LIMIT_MS);
  const status = await new Promise<number | null>((resolve, reject) =>
    worker.on('error', reject).on('exit', resolve),
  );
  clearTimeout(limit);
  endGroup(worker.pid);
  if (status === 0) return undefined;
  if (existsSync(result)) return JSON.parse(readFileSync(result, 'utf8')) as Finding;
  return {
    at: 'miniprogram',
    message: status === null ? `no result within ${LIMIT_MS / 1000} s` : words.trim(),
  };
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
