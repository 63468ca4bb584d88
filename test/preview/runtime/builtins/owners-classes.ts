// Classes that a program names in a property (`placeholder-class`): they are defined where the property is written.
import { asText } from '../engine/text';

/** Classes of the owner's template (`^`) and of the app (`~`). */
export const ownersClasses = (names: unknown): string =>
  asText(names)
    .split(/\s+/)
    .filter((name) => name !== '')
    .map((name) => `^${name} ~${name}`)
    .join(' ');
