// Waiting for a condition, never for a time.

/** Asks again every `pause_ms` until the answer is true; throws when it is not within `limit_ms`. */
export async function until(
  ask: () => boolean | Promise<boolean>,
  limit_ms = 45_000,
  pause_ms = 50,
): Promise<void> {
  const deadline = Date.now() + limit_ms;
  while (!(await ask())) {
    if (Date.now() > deadline) throw new Error(`not within ${limit_ms} ms: ${ask.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, pause_ms));
  }
}
