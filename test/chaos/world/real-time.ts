// The machine's time, fifty times as fast, for runs over real sockets. A machine that stalls moves it by a second at
// most: otherwise a busy one would make the server slower than it ever is.
import { createWorldTime } from './time';
import type { WorldTime } from './time';

const FASTER = 50;
/** Between two looks at the machine's clock, ms of it. */
const TICK_MS = 1;
/** A look that comes later than this is a stall, ms of the machine's clock. */
const LONGEST_MS = 20;

/** Runs until its `backend` is stopped. */
export function createFastTime(start_ms: number): WorldTime {
  const world = createWorldTime(start_ms);
  let seen = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let is_stopped = false;

  async function tick(): Promise<void> {
    const passed = performance.now() - seen;
    seen += passed;
    await world.advance(Math.round(Math.min(passed, LONGEST_MS) * FASTER));
    if (!is_stopped) timer = setTimeout(() => void tick(), TICK_MS);
  }
  void tick();

  return {
    now: world.now,
    after: world.after,
    advance: (ms) => new Promise((resolve) => world.after(ms, resolve)),
    backend: {
      ...world.backend,
      stop() {
        is_stopped = true;
        clearTimeout(timer);
      },
    },
  };
}
