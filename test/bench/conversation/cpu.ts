// Processor time of this process, and of the part of it that the app spends: what the bench's own phone does is taken off.

let phone_us = 0;
let depth = 0;

function used_us(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Work that is the phone's, not the app's: layout, measuring. What it tells the app is told outside of it. */
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
