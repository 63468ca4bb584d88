// What a page binds of a view that is made as a whole.
import { computed } from 'mobx-miniprogram';

/**
 * A function for each field of a view, which is made once for all of them whenever what it read changes.
 * @param blank has every field
 */
export function eachField<T extends object>(blank: T, read: () => T): { [Name in keyof T]: () => T[Name] } {
  const made = computed(read);
  const names = Object.keys(blank) as (keyof T)[];
  return Object.fromEntries(names.map((name) => [name, () => made.get()[name]])) as {
    [Name in keyof T]: () => T[Name];
  };
}
