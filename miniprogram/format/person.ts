// How a person is shown to themselves and to others: never with the whole phone number.
import { firstGrapheme } from './unicode';

/** `138****0031`; already masked numbers stay, anything else keeps its last two digits at most. */
export function maskedMobile(mobile: string): string {
  if (/^\d{3}\*{4}\d{4}$/.test(mobile)) return mobile;
  if (/^\d{11}$/.test(mobile)) return `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;
  return mobile === '' ? '' : `****${mobile.replace(/\D/g, '').slice(-2)}`;
}

/** The sign for somebody without a picture: the first one of the name, whole whatever it is made of. */
export function avatarLetter(name: string): string {
  const first = firstGrapheme(name);
  if (first === '') return '·';
  // `ß` would become two letters.
  const large = first.toUpperCase();
  return large.length === first.length ? large : first;
}
