// CHAT-4: the answer as server-sent events. What a stopped stream had said is kept; one that fails leaves nothing.
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../context';
import { write } from '../envelope';
import { deltasOf, frame, recut, typedFrame } from './pieces';
import { sentView } from './views';
import type { Kept } from './views';

const SLOW_PACE_MS = 600;
const HEADERS = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' };

const UNABLE = '助手暂时无法回答，请稍后重试';

export interface Answered {
  answer: string;
  /** Stores question and (a part of the) answer. */
  keep(said: string): Kept;
}

/** How the parts of a stream are written. */
interface Form {
  delta(text: string): Buffer;
  done(kept: Kept): Buffer;
  error(): Buffer;
}

/** `events`: named, as the document leaves it to us. `typed`: the deployed system's bare frames. */
function formOf(ctx: Context): Form {
  const { stream_form } = ctx.xcx.quirks;
  const form = stream_form ?? (ctx.xcx.isDeployed ? 'typed' : 'events');
  if (form === 'events') {
    return {
      delta: (text) => frame('message', JSON.stringify({ delta: text })),
      done: (kept) => frame('done', write(ctx.xcx, sentView(ctx, kept))),
      error: () => frame('error', JSON.stringify({ code: 503, message: UNABLE })),
    };
  }
  return {
    delta: (content) => typedFrame({ type: 'chunk', content }),
    done: ({ chat_id, ai_reply }) =>
      typedFrame({ type: 'done', conversation_id: chat_id, tokens_used: [...ai_reply.content].length }),
    error: () => typedFrame({ type: 'error', message: UNABLE }),
  };
}

/** Sends a stream piece by piece. @returns false when the client went away */
async function sendPieces(
  reply: FastifyReply,
  pieces: Iterable<Buffer>,
  paceMs: () => number,
): Promise<boolean> {
  const { raw } = reply;
  for (const piece of pieces) {
    if (raw.destroyed || raw.closed) return false;
    raw.write(piece);
    await wait(paceMs());
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
  // The pace may change while it is written.
  const paceMs = (): number => (quirks.stream === 'slow' ? SLOW_PACE_MS : ctx.xcx.quirks.stream_pace_ms);
  const cut = quirks.stream === 'cut';
  const fails = cut || quirks.stream === 'broken';
  const form = formOf(ctx);
  const deltas = deltasOf(answer);
  let said = '';
  let over = false;
  function* frames(): Generator<Buffer> {
    for (const [index, delta] of deltas.entries()) {
      if (fails && index >= deltas.length / 2) {
        if (!cut) yield form.error();
        return;
      }
      yield form.delta(delta);
      said += delta;
    }
    over = true;
    yield form.done(keep(answer));
  }
  reply.hijack();
  const { url: path, method } = request;
  const route = request.routeOptions.url ?? path;
  ctx.requests.add({ at: ctx.clock.now(), method, path, route, status: 200 });
  request.raw.socket.setNoDelay(true);
  reply.raw.writeHead(200, HEADERS);
  const pieces = quirks.stream === 'held' ? [Buffer.concat([...frames()])] : recut(frames());
  const arrived = await sendPieces(reply, pieces, paceMs);
  if (!arrived && !over && !fails && said !== '') keep(said);
  if (cut) request.raw.socket.destroy();
  else reply.raw.end();
}
