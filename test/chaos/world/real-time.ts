// The machine's time, fifty times as fast: for runs over real sockets.
import { createClock } from '../../backend/clock';
import type { WorldTime } from './time';

const FASTER = 50;

const wake = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms / FASTER);
  return () => clearTimeout(timer);
};

export function createFastTime(start_ms: number): WorldTime {
  const began = Date.now();
  const now = () => start_ms + (Date.now() - began) * FASTER;
  return {
    now,
    after: wake,
    advance: (ms) => new Promise((resolve) => wake(ms, resolve)),
    backend: createClock(now, wake),
  };
}
