// Tells open desk pages that something changed, by server-sent events. An open desk counts as an agent who is there.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context';

/** Answers with a stream of `{kind, session_id}` until the page goes. */
export function feed(ctx: Context, request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  const stream = reply.raw;
  stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  stream.write('retry: 1000\n\n');
  const leave = ctx.agents.enter();
  const deafen = ctx.chatEvents.add(({ kind, session }) => {
    const session_id = session.customer_service_session_id.toString();
    stream.write(`data: ${JSON.stringify({ kind, session_id })}\n\n`);
  });
  request.raw.once('close', () => {
    leave();
    deafen();
  });
}
