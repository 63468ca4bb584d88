/** WeChat's own compilers. They weigh 276 MB, so they have a package of their own and come at first use. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = resolve(__dirname, '..');
const PLATFORM = { linux: 'linux', darwin: 'mac', win32: 'windows' } as const;

interface Versions {
  dependencies: Record<string, string>;
}

/**
 * Installs the tools unless the wanted versions are there.
 * @throws Error with npm's words when that fails
 */
export function ensureTools(): void {
  const { dependencies } = JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8')) as Versions;
  if (Object.entries(dependencies).every(([name, version]) => installedVersion(name) === version)) return;
  console.log("Installing WeChat's compilers (once, 276 MB) …");
  const { status, stderr } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci in test/wechat failed:\n${stderr}`);
}

/** Absolute path of an installed tool's folder. */
export function toolFolder(name: string): string {
  return join(FOLDER, 'node_modules', name);
}

/** Runs `wcc` or `wcsc` in `folder` and returns all it said, which is nothing but code when the input is good. */
export function runCompiler(
  tool: 'wcc' | 'wcsc',
  folder: string,
  args: string[],
): { failed: boolean; stdout: string; stderr: string } {
  const platform = PLATFORM[process.platform as keyof typeof PLATFORM];
  const program = join(
    toolFolder('miniprogram-compiler'),
    'bin',
    platform,
    process.platform === 'win32' ? `${tool}.exe` : tool,
  );
  if (process.platform !== 'win32') chmodSync(program, 0o755);
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256e6,
  });
  if (error !== undefined) throw error;
  return { failed: status !== 0, stdout, stderr };
}

function installedVersion(name: string): string | undefined {
  const path = join(toolFolder(name), 'package.json');
  return existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
    : undefined;
}
