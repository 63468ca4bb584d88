// Ids on the V4 wire: a string when read back, a number when just made, both possibly beyond 2^53.
import type { FastifyRequest } from 'fastify';
import { field, parseId } from '../http/input';
import { badRequest } from './errors';

/** An id that is read back. */
export const readBack = (id: bigint): string => id.toString();

/** A path parameter that must be a BIGINT. Throws 400 `BAD_REQUEST`. */
export function pathId(request: FastifyRequest, name: string, message: string): bigint {
  const value = field(request.params, name);
  const id = typeof value === 'string' ? parseId(value) : undefined;
  if (id === undefined) throw badRequest(message);
  return id;
}
