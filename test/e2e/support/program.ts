// A command of this project as a person runs it in a terminal: its output, its end, and Ctrl-C.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import net from 'node:net';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

export interface Program {
  /** Everything printed so far. */
  output(): string;
  /** Exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  /** As Ctrl-C in a terminal: the whole foreground group is told. */
  interrupt(): void;
}

/** Starts `npm <args>`; the caller ends it. */
export function runNpm(args: readonly string[], env: Record<string, string>): Program {
  const child = spawn('npm', args, {
    cwd: root,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  let over = false;
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      over = true;
      resolve(code);
    });
  });
  return {
    output: () => text,
    ended,
    interrupt() {
      if (!over && child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    },
  };
}

/**
 * So many ports that nobody listens on now. Not of those that the system gives to who asks for any: tests beside this one do
 * all the time.
 */
export async function freePorts(count: number): Promise<number[]> {
  const held: Awaited<ReturnType<typeof holdPort>>[] = [];
  while (held.length < count) {
    const one = await holdPort(randomInt(20_000, 30_000)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return null;
      throw error;
    });
    if (one !== null) held.push(one);
  }
  await Promise.all(held.map(({ release }) => release()));
  return held.map(({ port }) => port);
}

/** Listens on a port until `release`; on any when none is named. */
export function holdPort(wanted = 0): Promise<{ port: number; release: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({ port, release: () => new Promise((done) => server.close(() => done())) });
    });
  });
}

/** True while somebody listens on a port of this machine. */
export function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
