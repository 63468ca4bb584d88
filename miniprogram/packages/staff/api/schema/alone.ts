// A module of a detail that fails alone: a broken one is empty and marked, and the rest of the reply is shown.
import type { Schema } from '../../../../api/schema';
import { BROKEN, isDictionary, readOf, valueOf } from '../../../../api/schema-run';
import type { Read } from '../../../../api/schema-run';

/** Beside the modules instead of in them, so that they keep their type. */
const broken = new WeakSet<object>();
const foreign = new WeakSet<object>();

/** What stands there is no module but its stand-in: the reply's own could not be read. */
export const isBroken = (module: object): boolean => broken.has(module);

/**
 * An object came, and none of the fields that are known: it is another program's (once another assistant's results came for
 * weeks, and the card was empty). To be shown as absent, and to be logged.
 */
export const isForeign = (module: object): boolean => foreign.has(module);

/**
 * @param module takes what is missing as empty already
 * @param empty what stands in for a broken one; a new one each time
 */
export function alone<T extends object>(module: Schema<T>, empty: () => T): Schema<T> {
  const read = readOf(module) as Read<T>;
  return valueOf(module.expects, (value) => {
    const decoded = read(value);
    if (decoded === BROKEN) {
      const stand_in = empty();
      broken.add(stand_in);
      return stand_in;
    }
    if (!isDictionary(value)) return decoded;
    const names = Object.keys(value);
    if (names.length === 0 || names.some((name) => name in decoded)) return decoded;
    // A copy: what decodes to itself is the reply's own.
    const marked = { ...decoded };
    foreign.add(marked);
    return marked;
  });
}
