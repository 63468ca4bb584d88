// Socket.IO's parser, writing ids beyond 2^53 with all their digits.
import { Decoder, Encoder } from 'socket.io-parser';
import type { Packet } from 'socket.io-parser';
import { markBigints, unmark } from '../../http/json';

class LosslessEncoder extends Encoder {
  constructor() {
    super(markBigints);
  }

  override encode(packet: Packet): (string | Buffer)[] {
    const parts = super.encode(packet) as (string | Buffer)[];
    return parts.map((part) => (typeof part === 'string' ? unmark(part) : part));
  }
}

export const parser = { Encoder: LosslessEncoder, Decoder };
