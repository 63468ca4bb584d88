// How fast something is on a machine that others use as well.

const TURNS = 3;

/**
 * The shortest of up to three measurements, ms; the first within the limit is enough. A machine that stalls makes one of them
 * long, what is slow makes all of them so.
 */
export async function quickest(
  limit_ms: number,
  measure: (turn: number) => Promise<number>,
): Promise<number> {
  let least = Infinity;
  for (let turn = 0; turn < TURNS && least >= limit_ms; turn += 1)
    least = Math.min(least, await measure(turn));
  return least;
}
