// Memory that something holds on to: the heap after a collection, before and after it was made.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function held(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

/** Makes something. @returns it, and how many MB of heap it holds */
export async function heapOf<T>(make: () => Promise<T>): Promise<{ made: T; mb: number }> {
  const before = held();
  const made = await make();
  return { made, mb: (held() - before) / 2 ** 20 };
}
