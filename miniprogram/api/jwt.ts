// Reads when a JWT was made and when it ends. It is not verified: the server does that.
import { fieldOf } from './untyped';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url to one character per byte; the logic layer has no atob. `undefined` when it is not base64url. */
export function decodeBase64Url(text: string): string | undefined {
  let out = '';
  let bits = 0;
  let held = 0;
  for (const character of text.replace(/=+$/, '')) {
    const value = ALPHABET.indexOf(character === '+' ? '-' : character === '/' ? '_' : character);
    if (value < 0) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out += String.fromCharCode((held >> bits) & 0xff);
    }
  }
  return out;
}

/** When the token ends, ms since 1970; `undefined` when it does not say or is no JWT. */
export const expiryOf = (token: string): number | undefined => momentIn(token, 'exp');

/** When the token was made, likewise. */
export const issuedAt = (token: string): number | undefined => momentIn(token, 'iat');

function momentIn(token: string, name: 'exp' | 'iat'): number | undefined {
  const payload = decodeBase64Url(token.split('.')[1] ?? '');
  if (payload === undefined || payload === '') return undefined;
  try {
    // These are plain digits, so the bytes of other (UTF-8) fields may stay undecoded.
    const seconds = fieldOf(JSON.parse(payload) as unknown, name);
    return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds * 1000 : undefined;
  } catch {
    return undefined;
  }
}
