// The few bytes of WebSocket that the bridge says itself: a handshake accepted, one short text, a close.
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 0x81;
const CLOSE = 0x88;

/** Accepts the handshake; of the protocols that were asked for the first, without which a browser would refuse. */
export function acceptance({ headers }: IncomingMessage): Buffer {
  const key = headers['sec-websocket-key'] ?? '';
  const accept = createHash('sha1').update(`${key}${GUID}`).digest('base64');
  const protocol = headers['sec-websocket-protocol']?.split(',')[0]?.trim();
  const lines = [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${accept}`,
    ...(protocol === undefined ? [] : [`Sec-WebSocket-Protocol: ${protocol}`]),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
}

/** A frame of at most 125 bytes. */
function frame(kind: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([kind, body.length]), body]);
}

export const textFrame = (text: string): Buffer => frame(TEXT, Buffer.from(text));

/** @param reason at most 123 bytes */
export function closeFrame(code: number, reason: string): Buffer {
  return frame(CLOSE, Buffer.concat([Buffer.from([code >> 8, code & 0xff]), Buffer.from(reason)]));
}
