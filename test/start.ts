// `npm start`: the reference backend and the browser preview with demo data, until Ctrl-C.
import path from 'node:path';
import { startBackend } from './backend';
import { ACCOUNTS, CODE, hintsFor } from './hints';
import { startPreview } from './preview';

const root = path.resolve(__dirname, '..');

/** A port from the environment, or its usual number; a word that is no port is refused by name. */
function portOf(name: string, usual: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return usual;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${name} is not a port: ${text}`);
  return port;
}

/** Says what to do when a port is taken, instead of a stack trace. */
function explain(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    const port = 'port' in error ? ` ${String(error.port)}` : '';
    return `Port${port} is taken: choose others, as in \`PORT=8910 BACKEND_PORT=8911 npm start\`.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function greeting(preview_url: string, backend_url: string): string {
  const [first, ...others] = ACCOUNTS.map(({ mobile, en }) => `${mobile}  ${en}`);
  return [
    '',
    `  Mini program   ${preview_url}`,
    `  Backend        ${backend_url}/api/v4`,
    `  Dev panel      ${backend_url}/dev`,
    `  Agents' desk   ${backend_url}/desk`,
    '',
    `  Demo accounts  ${first}`,
    ...others.map((line) => `                 ${line}`),
    `  Code           ${CODE}`,
    '',
    '  Edits under miniprogram/ show at once. Ctrl-C ends it.',
    '',
  ].join('\n');
}

async function main(): Promise<void> {
  const backend = await startBackend({
    port: portOf('BACKEND_PORT', 8901),
    scriptedAgent: true,
    file: process.env['BACKEND_FILE'] ?? path.join(root, 'test/backend/data/store.sqlite'),
  });
  const preview = await startPreview({
    root: path.join(root, 'miniprogram'),
    port: portOf('PORT', 8900),
    backendUrl: backend.url,
    watch: true,
    hints: hintsFor(backend.url),
  });
  process.stdout.write(greeting(preview.url, backend.url));
  const end = (): void => {
    void Promise.allSettled([preview.close(), backend.close()]).then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
