// The V4 envelope: `{success, code, message, data, timestamp, version, request_id}`, errors with `httpStatus`.
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context';
import { writeJson } from '../http/json';
import type { ApiError } from './errors';
import { statedNow } from './stated-time';

export interface Success {
  code: string;
  message: string;
  data: unknown;
  headers?: Readonly<Record<string, string>>;
}

export function ok(data: unknown, message = '操作成功', code = 'SUCCESS'): Success {
  return { code, message, data };
}

/** The time field that the auth replies repeat inside `data`. */
export function withTimestamp<T extends object>(ctx: Context, data: T): T & { timestamp: string } {
  return { ...data, timestamp: statedNow(ctx) };
}

export function successBody(ctx: Context, reply: Success): string {
  const { code, message, data } = reply;
  return writeJson({ success: true, code, message, data, ...tail(ctx), request_id: requestId() });
}

export function errorBody(ctx: Context, error: ApiError): string {
  const { code, message, data, status } = error;
  return writeJson({
    success: false,
    code,
    message,
    data,
    ...tail(ctx),
    httpStatus: status,
    request_id: requestId(),
  });
}

/** An unknown route's 404 lists what there is and, unlike other errors, has no `httpStatus`. */
export function unknownRouteBody(ctx: Context, request: FastifyRequest, routes: readonly string[]): string {
  const path = request.url.split('?')[0] ?? request.url;
  return writeJson({
    success: false,
    code: 'NOT_FOUND',
    message: `接口不存在: ${request.method} ${path}`,
    data: { availableEndpoints: routes },
    ...tail(ctx),
    request_id: requestId(),
  });
}

/** Sends a prepared JSON text. */
export function sendJson(reply: FastifyReply, status: number, body: string): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').send(body);
}

/** Turns a function that returns a `Success` (or throws an `ApiError`) into a route handler. */
export function serve(ctx: Context, handle: (request: FastifyRequest) => Promise<Success> | Success) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const success = await handle(request);
    return sendJson(reply.headers(success.headers ?? {}), 200, successBody(ctx, success));
  };
}

const requestId = () => `req_${randomUUID()}`;

function tail(ctx: Context): { timestamp: string; version: string } {
  return { timestamp: statedNow(ctx), version: 'v4.0' };
}
