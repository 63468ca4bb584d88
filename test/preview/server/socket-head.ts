// The backend's answer to a WebSocket handshake, before anything of what follows it.
import type { Duplex } from 'node:stream';

export interface Head {
  status: number;
  /** The whole head as it came; what followed it is back in the stream. */
  bytes: Buffer;
}

const END = '\r\n\r\n';

/** Resolves to `undefined` when the stream ends or breaks before there is a head. */
export function headOf(stream: Duplex): Promise<Head | undefined> {
  return new Promise((resolve) => {
    let known = Buffer.alloc(0);
    const done = (head?: Head): void => {
      stream.off('readable', read).off('end', none).off('close', none);
      resolve(head);
    };
    const none = (): void => done();
    const read = (): void => {
      const bytes = stream.read() as Buffer | null;
      if (bytes === null) return;
      known = Buffer.concat([known, bytes]);
      const end = known.indexOf(END);
      if (end < 0) return;
      const rest = known.subarray(end + END.length);
      if (rest.length > 0) stream.unshift(rest);
      const head = known.subarray(0, end + END.length);
      done({ status: Number(head.toString('latin1').split(' ')[1]), bytes: head });
    };
    stream.on('readable', read).on('end', none).on('close', none).on('error', none);
  });
}
