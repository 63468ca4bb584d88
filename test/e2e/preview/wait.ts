// Waiting for a state in tests that run a browser.

/** Long enough for a machine that stalls. */
const LIMIT_MS = 30_000;
const PAUSE_MS = 10;

/** Asks again until the answer is the expected one; after 30 s the last answer is what the test shows. */
export async function reaches(ask: () => Promise<unknown>, expected: unknown): Promise<void> {
  const deadline = Date.now() + LIMIT_MS;
  for (;;) {
    const answer = await ask();
    let met = true;
    try {
      expect(answer).toEqual(expected);
    } catch (difference) {
      met = false;
      if (Date.now() > deadline) throw difference;
    }
    if (met) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
