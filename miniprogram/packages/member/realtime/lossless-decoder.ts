// Socket.IO's decoder, keeping ids beyond 2^53: they arrive as strings, as over HTTP.
import { Decoder, Encoder } from 'socket.io-parser';
import { parseJson } from '../../../api/json';

/** Only these can hold an integer that JSON.parse would round. */
const LONG_DIGITS = /\d{16}/;

class LosslessDecoder extends Decoder {
  override add(frame: unknown): void {
    super.add(typeof frame === 'string' && LONG_DIGITS.test(frame) ? rewritten(frame) : frame);
  }
}

/** The frame (`2["name",{…}]`) with such integers as strings. @throws JsonError, which ends the connection */
function rewritten(frame: string): string {
  const start = frame.search(/[[{]/);
  return start < 0 ? frame : frame.slice(0, start) + JSON.stringify(parseJson(frame.slice(start)));
}

/** For the client's `parser` option. */
export const losslessParser = { Encoder, Decoder: LosslessDecoder };
