// `npm run preview -- <folder>`: any native mini program, without a backend of ours. `PORT` (0: any free one), `BACKEND_PORT`.
import path from 'node:path';
import { locate } from './build/located';
import { startPreview } from './index';

async function main(): Promise<void> {
  // npm runs a script in the project's folder, and tells where it was called.
  const { PORT = '5199', BACKEND_PORT, INIT_CWD = process.cwd() } = process.env;
  const { root, appId, npm, missing } = locate(
    path.resolve(INIT_CWD, process.argv[2] ?? path.join(__dirname, '../..')),
  );
  const preview = await startPreview({
    root,
    npm,
    port: Number(PORT),
    watch: true,
    ...(appId === null ? {} : { appId }),
    ...(BACKEND_PORT === undefined ? {} : { backendUrl: `http://127.0.0.1:${BACKEND_PORT}` }),
  });
  process.stdout.write(`preview: ${preview.url}\n`);
  if (missing.length > 0) process.stdout.write(`missing: ${missing.join(' · ')}\n`);
  const stop = (): void => void preview.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
