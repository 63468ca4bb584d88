// The xcx envelope: `{code: 0, data}`, refusals `{code: <HTTP status>, message}`; the deployed profile's names, and the
// quirks laid over it.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context';
import { noRoute } from './errors';
import type { Refusal } from './errors';
import { camelCased } from './names';
import type { Quirks, XcxState } from './state';

const JSON_TYPE = 'application/json; charset=utf-8';
const ISO = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)\.\d{3}\+08:00$/;
const isId = (name: string): boolean => name === 'id' || name.endsWith('_id') || name.endsWith('Id');

/** One field as the real system writes it. */
function asQuirky(quirks: Quirks, name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (quirks.ids_as_numbers && isId(name) && /^\d{1,15}$/.test(value)) return Number(value);
  return quirks.plain_times ? value.replace(ISO, '$1 $2') : value;
}

/** JSON of `value` in the profile's names, with the quirks that are on. */
export function write({ quirks, isDeployed }: XcxState, value: unknown): string {
  const named = isDeployed ? camelCased(value) : value;
  return JSON.stringify(named, (name, field: unknown) => asQuirky(quirks, name, field));
}

/** The framework's own refusal of a value: where it stood and what is wrong with it, outside of the envelope. */
function detailOf({ message, wrong }: Refusal, { method }: FastifyRequest): unknown {
  const place = method === 'GET' ? 'query' : 'body';
  return [
    {
      type: wrong?.standard === undefined ? 'value_error' : 'invalid',
      loc: wrong === undefined ? [place] : [place, wrong.field],
      msg: wrong?.standard ?? `Value error, ${message}`,
    },
  ];
}

export function sendRefusal(
  { xcx }: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
): FastifyReply {
  const { status, message } = refusal;
  const body = xcx.quirks.bare_refusals
    ? { detail: message }
    : xcx.isDeployed && status === 422
      ? { detail: detailOf(refusal, request) }
      : { code: status, message };
  return reply.code(status).type(JSON_TYPE).send(JSON.stringify(body));
}

type Handle = (request: FastifyRequest) => unknown;
type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

function answer(ctx: Context, reply: FastifyReply, text: string): FastifyReply {
  const body = ctx.xcx.quirks.unwrapped ? text : `{"code":0,"data":${text}}`;
  return reply.code(200).type(JSON_TYPE).send(body);
}

/** Turns a function that returns `data` (or throws a `Refusal`) into a route handler. */
export function serve(ctx: Context, handle: Handle): Handler {
  return async (request, reply) => answer(ctx, reply, write(ctx.xcx, await handle(request)));
}

/** The same for the sign-in and `/me`, whose names the deployed system was seen to write in both ways. */
export function serveAccount(ctx: Context, handle: Handle): Handler {
  return async (request, reply) => {
    const data: unknown = await handle(request);
    return answer(ctx, reply, ctx.xcx.quirks.snake_account ? JSON.stringify(data) : write(ctx.xcx, data));
  };
}

/** The same for what the document does not list. */
export function serveDeployed(ctx: Context, handle: Handle): Handler {
  const served = serve(ctx, handle);
  return async (request, reply) => {
    if (!ctx.xcx.isDeployed) throw noRoute();
    return served(request, reply);
  };
}
