// A key of storage whose value is checked by a schema when it is read back.
import * as v from 'valibot';
import type { StorageKey, StorageKind } from './storage-types';

/** @param version raise it when the shape changes */
export function keyFor<T>(
  name: string,
  kind: StorageKind,
  schema: v.GenericSchema<unknown, T>,
  version = 1,
): StorageKey<T> {
  return {
    name,
    kind,
    version,
    decode(value) {
      const read = v.safeParse(schema, value);
      return read.success ? read.output : undefined;
    },
  };
}
