// What a failed request means for the message it carried (V4 §Envelope): stored perhaps, refused for good, or later.
import { isForeign, mayHaveHappened } from '../../../../../api/errors';
import type { Failure } from '../../../../../api/errors';
import { explain } from '../../../../../api/explain';
import type { Answered, FailedReason } from './entry';

export type Outcome =
  /** It may have been stored. */
  | { kind: 'unknown'; answered: Answered }
  /** It never left the phone. */
  | { kind: 'unsent' }
  | { kind: 'later'; ms?: number }
  | { kind: 'refused'; reason: FailedReason; message: string };

const MAINTENANCE_MS = 30_000;
/** Where the server does not say how long. */
const TOO_OFTEN_MS = 10_000;

function answeredBy(failure: Failure): Answered {
  if (failure.kind === 'http') return failure.status === 502 || failure.status === 503 ? 'gateway' : 'server';
  return failure.kind === 'api' ? 'server' : 'nobody';
}

/** A refusal because the session is closed, whatever its status (400, or 500 on the deployed backend). */
const saysClosed = (failure: Failure): boolean =>
  failure.kind === 'api' && failure.message.includes('已关闭');

export function outcomeOf(failure: Failure): Outcome {
  if (failure.unsent === true && failure.kind !== 'maintenance') return { kind: 'unsent' };
  if (saysClosed(failure)) return { kind: 'refused', reason: 'closed', message: '会话已结束' };
  if (mayHaveHappened(failure)) {
    return { kind: 'unknown', answered: answeredBy(failure) };
  }
  switch (failure.kind) {
    case 'maintenance':
      return { kind: 'later', ms: MAINTENANCE_MS };
    case 'signed_out':
      // The person may have signed in anew while the answer was on its way. The client then withholds it, but the
      // message may be stored.
      return { kind: 'unknown', answered: 'nobody' };
    case 'api':
    case 'http':
      return refusal(failure);
    case 'network':
    case 'timeout':
    case 'aborted':
    case 'decode':
      return { kind: 'unknown', answered: 'nobody' };
  }
}

function refusal(failure: Extract<Failure, { kind: 'api' | 'http' }>): Outcome {
  // A proxy or a portal refused it: it never reached the backend.
  if (isForeign(failure)) return { kind: 'later' };
  if (failure.wait_seconds !== undefined) return { kind: 'later', ms: failure.wait_seconds * 1000 };
  if (failure.status === 429) return { kind: 'later', ms: TOO_OFTEN_MS };
  // A token that was just renewed was refused too, or a proxy timed out before the backend heard of it.
  if (failure.status === 401 || failure.status === 408) return { kind: 'later' };
  const isContent = failure.kind === 'api' && failure.code === 'CONTENT_VIOLATION';
  return { kind: 'refused', reason: isContent ? 'content' : 'refused', message: explain(failure).text };
}
