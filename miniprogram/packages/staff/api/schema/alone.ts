// One module of a detail, decoded apart: a broken one becomes empty and is marked, and the rest of the reply is still
// shown.
import type { Schema } from '../../../../api/schema';
import { BROKEN, isDictionary, readOf, valueOf } from '../../../../api/schema-run';
import type { Read } from '../../../../api/schema-run';

/** Which modules are substitutes. Kept beside the modules, not in them, so that their type stays the same. */
const broken = new WeakSet<object>();
const foreign = new WeakSet<object>();

/** Whether the module is a substitute, because the reply's own could not be read. */
export const isBroken = (module: object): boolean => broken.has(module);

/**
 * Whether an object came that has none of the known fields, so that it is not meant for this module (for weeks the
 * results of another assistant came, and the card was empty). Show it as absent, and log it.
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
    // Marks a copy, because a module that decodes to itself is the reply's own object.
    const marked = { ...decoded };
    foreign.add(marked);
    return marked;
  });
}
