// Starts the preview from a terminal: `PORT` (0 = any), `BACKEND_PORT`, optional argument: the mini program's folder.
import path from 'node:path';
import { startPreview } from './index';

async function main(): Promise<void> {
  const { PORT = '5199', BACKEND_PORT } = process.env;
  const root = path.resolve(process.argv[2] ?? path.join(__dirname, '../../miniprogram'));
  const preview = await startPreview({
    root,
    port: Number(PORT),
    watch: true,
    ...(BACKEND_PORT === undefined ? {} : { backendUrl: `http://127.0.0.1:${BACKEND_PORT}` }),
  });
  process.stdout.write(`preview: ${preview.url}\n`);
  const stop = (): void => void preview.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
