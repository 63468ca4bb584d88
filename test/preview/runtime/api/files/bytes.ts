// Bytes and texts: the encodings of the file system API, and base64.
import { ApiFailure } from '../failure';

/** btoa takes no more characters at once than the call stack can carry. */
const CHUNK = 0x8000;

function toBinary(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return text;
}

function fromBinary(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (unit) => unit.charCodeAt(0) & 0xff);
}

export const toBase64 = (bytes: Uint8Array): string => btoa(toBinary(bytes));
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => fromBinary(atob(text));

const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));

function utf16(bytes: Uint8Array): string {
  return new TextDecoder('utf-16le').decode(bytes);
}

function fromUtf16(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer);
}

/** Without an encoding WeChat returns the bytes. */
export function decodeBytes(
  bytes: Uint8Array<ArrayBuffer>,
  encoding: string | undefined,
): string | ArrayBuffer {
  switch (encoding) {
    case undefined:
    case '':
      return bytes.slice().buffer;
    case 'utf8':
    case 'utf-8':
      return new TextDecoder().decode(bytes);
    case 'base64':
      return toBase64(bytes);
    case 'hex':
      return toHex(bytes);
    case 'ascii':
    case 'binary':
    case 'latin1':
      return toBinary(bytes);
    case 'ucs2':
    case 'ucs-2':
    case 'utf16le':
    case 'utf-16le':
      return utf16(bytes);
    default:
      throw new ApiFailure(`invalid encoding "${encoding}"`);
  }
}

/** @param data a string (in `encoding`, utf8 by default) or an ArrayBuffer */
export function encodeBytes(data: unknown, encoding = 'utf8'): Uint8Array<ArrayBuffer> {
  if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0));
  if (typeof data !== 'string') throw new ApiFailure('data should be String or ArrayBuffer');
  switch (encoding) {
    case 'base64':
      return fromBase64(data);
    case 'hex':
      return fromHex(data);
    case 'ascii':
    case 'binary':
    case 'latin1':
      return fromBinary(data);
    case 'ucs2':
    case 'ucs-2':
    case 'utf16le':
    case 'utf-16le':
      return fromUtf16(data);
    case 'utf8':
    case 'utf-8':
      return new TextEncoder().encode(data);
    default:
      throw new ApiFailure(`invalid encoding "${encoding}"`);
  }
}
