// The answer of the HTTP bridge on its way to the browser: a row of frames, so that head, chunks, progress and failure keep their
// order and their edges. One frame: kind (1 byte) · payload length (4 bytes, big-endian) · payload.

export const FRAME = { head: 1, chunk: 2, sent: 3, end: 4, fail: 5 } as const;
export type FrameKind = (typeof FRAME)[keyof typeof FRAME];

const HEADER_BYTES = 5;

export function encodeFrame(kind: FrameKind, payload: Uint8Array): Uint8Array {
  const frame = new Uint8Array(HEADER_BYTES + payload.length);
  const view = new DataView(frame.buffer);
  view.setUint8(0, kind);
  view.setUint32(1, payload.length);
  frame.set(payload, HEADER_BYTES);
  return frame;
}

export const encodeJsonFrame = (kind: FrameKind, value: unknown): Uint8Array =>
  encodeFrame(kind, new TextEncoder().encode(JSON.stringify(value)));

export const jsonOf = (payload: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(payload));

/** Joins byte arrays. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Cuts a byte stream into frames, however it arrives. */
export class FrameReader {
  private rest: Uint8Array = new Uint8Array(0);

  /** The frames completed by these bytes. */
  push(bytes: Uint8Array): { kind: number; payload: Uint8Array }[] {
    this.rest = this.rest.length === 0 ? bytes : concatBytes([this.rest, bytes]);
    const frames: { kind: number; payload: Uint8Array }[] = [];
    for (;;) {
      if (this.rest.length < HEADER_BYTES) return frames;
      const view = new DataView(this.rest.buffer, this.rest.byteOffset);
      const end = HEADER_BYTES + view.getUint32(1);
      if (this.rest.length < end) return frames;
      frames.push({ kind: view.getUint8(0), payload: this.rest.slice(HEADER_BYTES, end) });
      this.rest = this.rest.slice(end);
    }
  }
}
