// Processor time of this process, and of the app alone: the time of the bench's own phone is subtracted.

let phone_us = 0;
let depth = 0;

function used_us(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Runs work that is the phone's, not the app's (layout, measuring). Callbacks into the app must run outside of it. */
export function asPhone<T>(run: () => T): T {
  const began = used_us();
  depth += 1;
  try {
    return run();
  } finally {
    depth -= 1;
    if (depth === 0) phone_us += used_us() - began;
  }
}

/** µs that the app needed for `run`. */
export async function appTime(run: () => Promise<void>): Promise<number> {
  const [began, phone_began] = [used_us(), phone_us];
  await run();
  return used_us() - began - (phone_us - phone_began);
}
