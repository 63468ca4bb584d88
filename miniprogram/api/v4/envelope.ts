// V4 §Envelope: `{success, code, message, data, timestamp, version, request_id}`, errors with a real HTTP status.
import { refusalStatus } from '../envelope';
import type { Answer, Unwrapped } from '../envelope';
import type { Failure } from '../errors';
import { fieldOf, textOf } from '../untyped';
import { waitSeconds } from '../wait';

/** Takes the V4 envelope off. */
export function unwrapV4(answer: Answer): Unwrapped {
  const { body } = answer;
  const request_id = textOf(body, 'request_id');
  const timestamp = textOf(body, 'timestamp');
  return {
    result: resultOf(answer),
    ...(request_id === undefined ? {} : { request_id }),
    ...(timestamp === undefined ? {} : { timestamp }),
    is_own: isOwn(body) ? 'yes' : 'no',
  };
}

/** A proxy may answer with `success` too, hardly with the rest of the envelope. */
function isOwn(body: unknown): boolean {
  const isSigned = textOf(body, 'request_id') !== undefined || textOf(body, 'version') !== undefined;
  return typeof fieldOf(body, 'success') === 'boolean' && isSigned;
}

function resultOf(answer: Answer): Unwrapped['result'] {
  const { status, body, headers } = answer;
  const success = fieldOf(body, 'success');
  const message = textOf(body, 'message') ?? '';
  const fine = status >= 200 && status < 300;
  if (fine && success === true) return { ok: true, data: fieldOf(body, 'data'), message };
  const code = textOf(body, 'code');
  if (success === false && code !== undefined) {
    // A refusal sent with status 200 carries its real status inside.
    const stated = fieldOf(body, 'httpStatus');
    const real = fine ? refusalStatus(stated) : status;
    return { ok: false, failure: refusal(real, code, message, fieldOf(body, 'data'), headers) };
  }
  // Whatever its status, it is not what this backend writes: a proxy's page, a captive portal's.
  const wait = status === 429 ? { wait_seconds: waitSeconds(undefined, headers) } : {};
  return { ok: false, failure: { kind: 'http', status, ...wait } };
}

function refusal(
  status: number,
  code: string,
  message: string,
  data: unknown,
  headers: Answer['headers'],
): Failure {
  if (code === 'SYSTEM_MAINTENANCE') {
    const end_time = textOf(data, 'end_time');
    return {
      kind: 'maintenance',
      message: textOf(data, 'message') ?? message,
      ...(end_time === undefined ? {} : { end_time }),
    };
  }
  const wait = status === 429 ? { wait_seconds: waitSeconds(data, headers) } : {};
  return { kind: 'api', status, code, message, ...wait };
}
