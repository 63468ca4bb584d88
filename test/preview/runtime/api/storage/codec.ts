// Storage keeps a value's type the way WeChat does: the text and the name of the type, side by side.
import { kindOf } from '../check';

/** The stored form: `type:text`. */
export function encodeValue(value: unknown): string {
  return `${kindOf(value)}:${textOf(value)}`;
}

function textOf(value: unknown): string {
  if (value instanceof Date) return String(value.getTime());
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return String(value);
}

/** The value a stored form stands for. */
export function decodeValue(stored: string): unknown {
  const colon = stored.indexOf(':');
  const written = stored.slice(colon + 1);
  switch (stored.slice(0, colon)) {
    case 'String':
      return written;
    case 'Number':
      return Number(written);
    case 'Boolean':
      return written === 'true';
    case 'Date':
      return new Date(Number(written));
    case 'Undefined':
      return undefined;
    case 'Null':
      return null;
    default:
      return JSON.parse(written);
  }
}

/** Size in bytes of UTF-8, which is what the limits count. */
export function byteSize(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    // A surrogate pair is four bytes for two units.
    else if (unit >= 0xd800 && unit <= 0xdfff) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
