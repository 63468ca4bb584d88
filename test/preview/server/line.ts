// The line between a phone and the network: so many bytes a second, shared by all that goes through it.
import { Transform } from 'node:stream';
import type { Shaping } from '../protocol';

export class Line {
  private freeAt = 0;

  constructor(private readonly shaping: () => Shaping) {}

  /** Takes its turn. @returns ms until so many more bytes are through */
  wait(bytes: number): number {
    const { bytesPerSecond } = this.shaping();
    if (bytesPerSecond === 0) return 0;
    const now = Date.now();
    this.freeAt = Math.max(this.freeAt, now) + (bytes / bytesPerSecond) * 1000;
    return this.freeAt - now;
  }

  /** Lets pieces through when their turn comes. */
  paced(): Transform {
    const wait = (bytes: number): number => this.wait(bytes);
    return new Transform({
      transform(bytes: Buffer, _encoding, callback) {
        const ms = wait(bytes.length);
        if (ms === 0) callback(null, bytes);
        else setTimeout(() => callback(null, bytes), ms);
      },
    });
  }
}
