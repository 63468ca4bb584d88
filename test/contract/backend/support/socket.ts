// A Socket.IO client for tests: it keeps every event it hears, and waits for the ones a test asks for.
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { field } from '../../../backend/http/input';

export interface Heard {
  event: string;
  payload: unknown;
}

/** For what never comes, not for a machine that is slow. */
const PATIENCE_MS = 20_000;

export class Listener {
  readonly heard: Heard[] = [];
  /** What came after the connection was made, as text. */
  readonly frames: string[] = [];
  /** Of the WebSocket, once it is closed. */
  closeCode: unknown;
  private readonly watchers = new Set<() => void>();
  private readonly socket: Socket;

  constructor(url: string, auth: Record<string, unknown>, options: Record<string, unknown> = {}) {
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth,
      ...options,
    });
    this.socket.onAny((event: string, payload: unknown) => this.note(event, payload));
    this.socket.on('connect', () => {
      this.socket.io.engine.on('data', (data) => this.frames.push(String(data)));
      this.note('connect', undefined);
    });
    this.socket.on('disconnect', (reason, details) => {
      const context = field(details, 'context');
      this.closeCode = context instanceof Object && 'code' in context ? context.code : undefined;
      this.note('disconnect', reason);
    });
    this.socket.on('connect_error', ({ message }) => this.note('connect_error', message));
  }

  private note(event: string, payload: unknown): void {
    this.heard.push({ event, payload });
    for (const look of this.watchers) look();
  }

  emit(event: string, ...args: unknown[]): void {
    this.socket.emit(event, ...args);
  }

  /** Sends with an acknowledgement callback that gives up after `ms`; true when it was called. */
  isAcknowledged(event: string, payload: unknown, ms: number): Promise<boolean> {
    return new Promise((resolve) =>
      this.socket.timeout(ms).emit(event, payload, (error: unknown) => resolve(error === null)),
    );
  }

  get connected(): boolean {
    return this.socket.connected;
  }

  /** Payloads of one event so far. */
  of(event: string): unknown[] {
    return this.heard.filter((one) => one.event === event).map(({ payload }) => payload);
  }

  /** Waits until the event was heard `count` times and gives the last of these. Rejects after a few seconds. */
  async wait(event: string, count = 1): Promise<unknown> {
    await this.until(() => this.of(event).length >= count, `${count} ${event}`);
    return this.of(event)[count - 1];
  }

  private until(isDone: () => boolean, what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const told = () => {
        if (!isDone()) return;
        clearTimeout(timer);
        this.watchers.delete(told);
        resolve();
      };
      const timer = setTimeout(() => {
        this.watchers.delete(told);
        reject(new Error(`never heard ${what}, only ${JSON.stringify(this.heard)}`));
      }, PATIENCE_MS);
      this.watchers.add(told);
      told();
    });
  }

  close(): void {
    this.socket.close();
  }
}

/** Connects and waits until it is so. */
export async function listen(url: string, token: string): Promise<Listener> {
  const listener = new Listener(url, { token });
  await listener.wait('connect');
  return listener;
}

export const names = (listener: Listener): string[] => listener.heard.map(({ event }) => event);
export const valueOf = (payload: unknown, name: string): unknown => field(payload, name);
