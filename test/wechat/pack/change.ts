/** One place in a text of somebody else's that is changed. */
import { PackError } from './error';

export interface TextChange {
  from: RegExp;
  to: string;
}

/** @throws {PackError} when the text has no such place: the package has moved on, and the rule with it has to */
export function changed(path: string, text: string, { from, to }: TextChange): string {
  const result = text.replace(from, to);
  if (result === text) throw new PackError(`${path} has no ${String(from)}`);
  return result;
}
