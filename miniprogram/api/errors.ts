// The one error type of the app: what went wrong with a call, and what the page may do about it.
// It carries no token, no URL and no personal data, so it may be logged as it is.

/** Which backend: `v4` serves customers, `xcx` serves staff. */
export type BackendName = 'v4' | 'xcx';

/** Why nobody is signed in any more. `left`: the person signed out here. */
export type SignedOutReason = 'expired' | 'replaced' | 'revoked' | 'invalid' | 'inactive' | 'left';

/**
 * `unsent`: the request never left the phone, or the backend refused its token and it was not repeated. Whatever the kind,
 * nothing came of it.
 */
export type Failure = Cause & { unsent?: true };

type Cause =
  | { kind: 'network' }
  | { kind: 'timeout' }
  | { kind: 'aborted' }
  /** An answer that is not the backend's: a proxy's page, a captive portal, an unexpected body on an error status. */
  | { kind: 'http'; status: number; wait_seconds?: number }
  /** The backend said no. `message` is its own sentence for people; `field` names what of the request it is about. */
  | { kind: 'api'; status: number; code: string; message: string; wait_seconds?: number; field?: string }
  /** A reply that breaks the contract: `path` is where, `$` the whole. */
  | { kind: 'decode'; endpoint: string; path: string; problem: string }
  | { kind: 'signed_out'; backend: BackendName; reason: SignedOutReason }
  | { kind: 'maintenance'; message: string; end_time?: string };

/** What stands in the way, for who draws a sign of it. */
export type Obstacle = 'offline' | 'maintenance' | 'other';

export function obstacleOf(failure: Failure): Obstacle {
  const { kind } = failure;
  if (kind === 'maintenance') return 'maintenance';
  return kind === 'network' || kind === 'timeout' || isForeign(failure) ? 'offline' : 'other';
}

/**
 * Statuses that mean the same from a proxy as from the backend, because they are about the request itself: 408, 413,
 * 429.
 */
const TOLD_BY_PROXIES: readonly number[] = [408, 413, 429];

/**
 * Whether the answer is somebody else's (a captive portal's page, a proxy's 401 or 404): its status says nothing of the
 * person, the thing or this program, only that the network does not lead to the backend.
 */
export const isForeign = (failure: Failure): boolean =>
  failure.kind === 'http' && failure.status < 500 && !TOLD_BY_PROXIES.includes(failure.status);

/** The status that the backend itself said no with; 0 where it did not: what a proxy answers says nothing of the thing. */
export const statusOf = (failure: Failure | null | undefined): number =>
  failure?.kind === 'api' ? failure.status : 0;

/** Whether it passes by itself: worth another try once there is a network, or the maintenance is over. */
export const isPassing = (failure: Failure): boolean => obstacleOf(failure) !== 'other';

/** What the page may offer. `wait` is retry that is only worth trying after so many seconds. */
export type Advice =
  | { kind: 'retry' }
  | { kind: 'wait'; seconds: number }
  | { kind: 'sign_in' }
  | { kind: 'nothing' };

/** Thrown by every call of `api/`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly failure: Failure,
    /** Quote it to the people who run the backend. */
    readonly request_id?: string,
  ) {
    super(describe(failure) + (request_id === undefined ? '' : ` (${request_id})`));
  }
}

/** For logs and developers; people read `api/explain`. */
function describe(failure: Failure): string {
  switch (failure.kind) {
    case 'network':
    case 'timeout':
    case 'aborted':
      return failure.kind;
    case 'http':
      return `http ${failure.status}`;
    case 'api':
      return `api ${failure.status} ${failure.code}`;
    case 'decode':
      return `decode ${failure.endpoint} at ${failure.path}: ${failure.problem}`;
    case 'signed_out':
      return `signed out of ${failure.backend}: ${failure.reason}`;
    case 'maintenance':
      return 'maintenance';
  }
}

/** The failure inside whatever was caught, `undefined` when it is a bug of ours and must not be hidden. */
export function failureOf(error: unknown): Failure | undefined {
  return error instanceof ApiError ? error.failure : undefined;
}

/** What the page may offer for a failure. */
export function adviceFor(failure: Failure): Advice {
  switch (failure.kind) {
    case 'network':
    case 'timeout':
    case 'decode':
    case 'maintenance':
      return { kind: 'retry' };
    case 'aborted':
      return { kind: 'nothing' };
    case 'signed_out':
      return { kind: 'sign_in' };
    case 'api':
      if (SIGN_IN_CODES.includes(failure.code)) return { kind: 'sign_in' };
      return adviceForStatus(failure);
    case 'http':
      return isForeign(failure) ? { kind: 'retry' } : adviceForStatus(failure);
  }
}

/**
 * Codes of a 401 that a fresh token does not cure, so that the person must sign in; those of the sign-in form itself
 * are not among them.
 */
const SIGN_IN_CODES: readonly string[] = [
  'TOKEN_EXPIRED',
  'INVALID_TOKEN',
  'MISSING_TOKEN',
  'SESSION_EXPIRED',
  'SESSION_REPLACED',
  'SESSION_REVOKED',
  'INVALID_REFRESH_TOKEN',
  'REFRESH_TOKEN_REQUIRED',
];

function adviceForStatus(failure: { status: number; wait_seconds?: number }): Advice {
  if (failure.wait_seconds !== undefined) return { kind: 'wait', seconds: failure.wait_seconds };
  return failure.status >= 500 || failure.status === 408 ? { kind: 'retry' } : { kind: 'nothing' };
}

/**
 * Whether a write may have happened although it failed. Then the state is read again; the write is not repeated.
 * A 500 counts: the backend answers it for refusals too. What never left the phone does not.
 */
export function mayHaveHappened(failure: Failure): boolean {
  if (failure.unsent === true) return false;
  switch (failure.kind) {
    case 'network':
    case 'timeout':
    case 'aborted':
    case 'decode':
      return true;
    case 'http':
      // A success without the backend's words may be its own, cut short on the way.
      return failure.status >= 500 || failure.status < 400;
    case 'api':
      return failure.status >= 500;
    case 'signed_out':
    case 'maintenance':
      return false;
  }
}
