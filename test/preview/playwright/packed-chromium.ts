// The Chromium inside @sparticuz/chromium, unpacked once and only ever whole: tests start browsers side by side, and one
// that is still being written to cannot be run (ETXTBSY), nor one whose unpacking was killed.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const PACKAGE = '@sparticuz/chromium';
const CACHE = path.resolve(__dirname, '../../.cache');

/**
 * Makes the folder `place` by `fill`, which is given an empty folder beside it. Whoever is second finds the first one's.
 * Throws what `fill` throws; then there is no folder.
 */
export async function madeWhole(place: string, fill: (folder: string) => Promise<void>): Promise<void> {
  if (existsSync(place)) return;
  mkdirSync(path.dirname(place), { recursive: true });
  const apart = mkdtempSync(`${place}.`);
  try {
    await fill(apart);
    renameSync(apart, place);
  } catch (error) {
    // Somebody else was faster: a folder with something in it is not replaced.
    if (!existsSync(place)) throw error;
  } finally {
    rmSync(apart, { recursive: true, force: true });
  }
}

function version(): string {
  const file = path.resolve(__dirname, '../../../node_modules', PACKAGE, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Path of the browser; Linux only. */
export async function packedChromium(): Promise<string> {
  const place = path.join(CACHE, `chromium-${version()}`);
  await madeWhole(place, async (folder) => {
    // In a process of its own: the package unpacks to the folder for temporary files and nowhere else.
    const unpack = `import('${PACKAGE}').then((made) => made.default.executablePath())`;
    await promisify(execFile)(process.execPath, ['-e', unpack], {
      cwd: __dirname,
      env: { ...process.env, TMPDIR: folder },
    });
  });
  return path.join(place, 'chromium');
}
