// The xcx envelope: `{code: 0, data}`, refusals `{code: <HTTP status>, message}`; and the quirks laid over it.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context';
import type { Quirks } from './state';

const ISO = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)\.\d{3}\+08:00$/;
const isId = (name: string): boolean => name === 'id' || name.endsWith('_id');

/** One field as the real system writes it. */
function asQuirky(quirks: Quirks, name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (quirks.ids_as_numbers && isId(name) && /^\d{1,15}$/.test(value)) return Number(value);
  return quirks.plain_times ? value.replace(ISO, '$1 $2') : value;
}

/** JSON of `value` with the quirks that are on. */
export function write(quirks: Quirks, value: unknown): string {
  return JSON.stringify(value, (name, field: unknown) => asQuirky(quirks, name, field));
}

export function sendRefusal(reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ code: status, message }));
}

/** Turns a function that returns `data` (or throws a `Refusal`) into a route handler. */
export function serve(ctx: Context, handle: (request: FastifyRequest) => unknown) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const data: unknown = await handle(request);
    const { quirks } = ctx.xcx;
    const body = quirks.unwrapped ? data : { code: 0, data };
    return reply.code(200).type('application/json; charset=utf-8').send(write(quirks, body));
  };
}
