// How the server refuses a socket (V4 Realtime), in the codes that HTTP uses for the same, so that one gate judges both.
import type { Failure } from '../../../api/errors';
import { textOf } from '../../../api/untyped';

export type RefusalCode =
  | 'TOKEN_EXPIRED'
  | 'SESSION_REPLACED'
  | 'SESSION_REVOKED'
  | 'SESSION_EXPIRED'
  | 'SESSION_NOT_FOUND'
  | 'INVALID_TOKEN'
  | 'USER_INACTIVE';

/** Words of a `connect_error`, the first that occurs counts. */
const WORDS: readonly (readonly [string, RefusalCode])[] = [
  ['session_replaced', 'SESSION_REPLACED'],
  ['session_revoked', 'SESSION_REVOKED'],
  ['session_expired', 'SESSION_EXPIRED'],
  ['session_not_found', 'SESSION_NOT_FOUND'],
  ['missing session_token', 'INVALID_TOKEN'],
  ['user not found', 'USER_INACTIVE'],
  // An expired token counts as an invalid one: worth a refresh.
  ['invalid token', 'TOKEN_EXPIRED'],
  ['missing token', 'TOKEN_EXPIRED'],
];

/** What a `connect_error` means for the token; nothing when it is no matter of the token. */
export function refusalOf(message: string): RefusalCode | undefined {
  if (!message.startsWith('Authentication ')) return undefined;
  return WORDS.find(([words]) => message.includes(words))?.[1];
}

/** What a `session_replaced` push means: `reason` may name another end than its event does. */
export function endOf(payload: unknown): RefusalCode {
  const reason = textOf(payload, 'reason');
  return WORDS.find(([words]) => words === reason)?.[1] ?? 'SESSION_REPLACED';
}

/** Whether another token would help. */
export const isWorthRenewing = (code: RefusalCode): boolean => code === 'TOKEN_EXPIRED';

/** The refusal as the gate knows refusals. */
export const failureFor = (code: RefusalCode): Failure => ({ kind: 'api', status: 401, code, message: '' });
