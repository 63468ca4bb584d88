// Cuts an answer into deltas, and a stream's bytes into pieces that fall inside characters, as networks do.

const DELTA_CHARACTERS = 4;

/** Deltas of a few whole characters. */
export function deltasOf(answer: string): string[] {
  const characters = [...answer];
  return Array.from({ length: Math.ceil(characters.length / DELTA_CHARACTERS) }, (_, index) =>
    characters.slice(index * DELTA_CHARACTERS, (index + 1) * DELTA_CHARACTERS).join(''),
  );
}

export function frame(event: 'message' | 'done' | 'error', json: string): Buffer {
  return Buffer.from(`event: ${event}\ndata: ${json}\n\n`, 'utf8');
}

/** A frame of the deployed system: no name, every field. */
export interface TypedEvent {
  type: 'chunk' | 'done' | 'error';
  content?: string;
  conversation_id?: number;
  tokens_used?: number;
  message?: string;
}

export function typedFrame({ type, ...said }: TypedEvent): Buffer {
  const none = { content: null, conversation_id: null, tokens_used: null, message: null };
  return Buffer.from(`data: ${JSON.stringify({ type, ...none, ...said })}\n\n`, 'utf8');
}

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** Where to cut a frame in two: inside its last multi-byte character, else in the middle. */
export function cutOf(bytes: Buffer): number {
  for (let index = bytes.length - 1; index > 0; index -= 1) if (isContinuation(bytes[index])) return index;
  return Math.floor(bytes.length / 2);
}

/**
 * Cuts frames anew so that every piece ends inside a frame, and inside a character where there is one: a decoder
 * that does not carry bytes and lines over shows rubbish.
 */
export function* recut(frames: Iterable<Buffer>): Generator<Buffer> {
  let rest = Buffer.alloc(0);
  for (const bytes of frames) {
    const cut = cutOf(bytes);
    yield Buffer.concat([rest, bytes.subarray(0, cut)]);
    rest = Buffer.from(bytes.subarray(cut));
  }
  if (rest.length > 0) yield rest;
}
