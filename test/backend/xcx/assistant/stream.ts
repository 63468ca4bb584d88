// CHAT-4: the answer as server-sent events. What a stopped stream had said is kept; a broken one leaves nothing.
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiChatSendResponse } from '../../../../typings/xcx/assistant';
import type { Context } from '../../context';
import { write } from '../envelope';
import { deltasOf, frame, recut } from './pieces';

const SLOW_PACE_MS = 600;
const HEADERS = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' };

export interface Answered {
  answer: string;
  /** Stores question and (a part of the) answer. */
  keep(said: string): ApiChatSendResponse;
}

/** Sends a stream piece by piece. @returns false when the client went away */
async function sendPieces(reply: FastifyReply, frames: Iterable<Buffer>, paceMs: number): Promise<boolean> {
  const { raw } = reply;
  for (const piece of recut(frames)) {
    if (raw.destroyed || raw.closed) return false;
    raw.write(piece);
    await wait(paceMs);
  }
  return !raw.destroyed && !raw.closed;
}

/** Streams an answer and stores it when it is through. */
export async function stream(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  { answer, keep }: Answered,
): Promise<void> {
  const { quirks } = ctx.xcx;
  const paceMs = quirks.stream === 'slow' ? SLOW_PACE_MS : quirks.stream_pace_ms;
  const broken = quirks.stream === 'broken';
  const deltas = deltasOf(answer);
  let said = '';
  let over = false;
  function* frames(): Generator<Buffer> {
    for (const [index, delta] of deltas.entries()) {
      if (broken && index >= deltas.length / 2) {
        yield frame('error', JSON.stringify({ code: 503, message: '助手暂时无法回答，请稍后重试' }));
        return;
      }
      yield frame('message', JSON.stringify({ delta }));
      said += delta;
    }
    over = true;
    yield frame('done', write(quirks, keep(answer)));
  }
  reply.hijack();
  request.raw.socket.setNoDelay(true);
  reply.raw.writeHead(200, HEADERS);
  const arrived = await sendPieces(reply, frames(), paceMs);
  if (!arrived && !over && !broken && said !== '') keep(said);
  reply.raw.end();
}
