// Unpacks the Chromium inside @sparticuz/chromium once, and never leaves a part of it: tests start browsers at the same
// time, and a file that is still being written cannot be run (ETXTBSY), nor one whose unpacking was killed.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const PACKAGE = '@sparticuz/chromium';
/** What helps where there is no browser. */
export const INSTALL = 'Install Chrome, or set PREVIEW_CHROMIUM to the path of a Chromium.';

const run = promisify(execFile);
const CACHE = path.resolve(__dirname, '../../.cache');

/**
 * Makes the folder `place`: calls `fill` with an empty folder beside it, then renames that. If two processes do so at
 * once, both use the first one's. Throws what `fill` throws; then there is no folder.
 */
export async function madeWhole(place: string, fill: (folder: string) => Promise<void>): Promise<void> {
  if (existsSync(place)) return;
  mkdirSync(path.dirname(place), { recursive: true });
  const apart = mkdtempSync(`${place}.`);
  try {
    await fill(apart);
    renameSync(apart, place);
  } catch (error) {
    // Another process was faster: a rename does not replace a folder that is not empty.
    if (!existsSync(place)) throw error;
  } finally {
    rmSync(apart, { recursive: true, force: true });
  }
}

function version(): string {
  const file = path.resolve(__dirname, '../../../node_modules', PACKAGE, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** How a browser is started. */
export interface Executable {
  path: string;
  /** On top of this process's own. */
  env: Record<string, string>;
}

/** Rejects with the loader's own words when a library is missing. */
async function tryOut({ path: file, env }: Executable): Promise<void> {
  await run(file, ['--version'], { env: { ...process.env, ...env } });
}

/**
 * The browser, unpacked; Linux on x64 only. Where the system lacks its libraries (NSS), those of the package stand in:
 * only there, since they would be taken before the system's own.
 * Rejects with what to do when it does not run all the same.
 */
export async function packedChromium(): Promise<Executable> {
  const place = path.join(CACHE, `chromium-${version()}`);
  await madeWhole(place, async (folder) => {
    // In a process of its own, because the package always unpacks into the system's folder for temporary files. The
    // variables make it unpack the libraries too.
    const unpack = `import('${PACKAGE}').then((made) => made.default.executablePath())`;
    const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
    await run(process.execPath, ['-e', unpack], { cwd: __dirname, env });
  });
  const own: Executable = { path: path.join(place, 'chromium'), env: {} };
  const lent: Executable = { ...own, env: { LD_LIBRARY_PATH: path.join(place, 'al2023', 'lib') } };
  try {
    await tryOut(own);
    return own;
  } catch {
    try {
      await tryOut(lent);
      return lent;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`The packed Chromium does not run here. ${INSTALL}\n${why}`, { cause: error });
    }
  }
}
