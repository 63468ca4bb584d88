// xcx: `{code: 0, data}` on success, `{code: <HTTP status>, message}` on refusal; an unwrapped body is accepted too, and so
// is the `{detail}` by which the running system's framework refuses a value. A 503 in the backend's own envelope is its
// maintenance; one without is a proxy's. Names become the contract's here.
import { refusalStatus } from '../envelope';
import type { Answer, Unwrapped } from '../envelope';
import { fieldOf, textOf } from '../untyped';
import { waitSeconds } from '../wait';
import { snakeCased } from './names';

/** Takes the xcx envelope off. */
export function unwrapXcx(answer: Answer): Unwrapped {
  // A proxy may write the same envelope, so only an answer whose data can be decoded counts as the backend's.
  return { result: resultOf(answer), is_own: 'if_decoded' };
}

function resultOf(answer: Answer): Unwrapped['result'] {
  const { status, body, headers } = answer;
  const fine = status >= 200 && status < 300;
  const code = fieldOf(body, 'code');
  const message = textOf(body, 'message') ?? '';
  // A success without JSON: a proxy's or a captive portal's page.
  if (fine && body === undefined && status !== 204) return { ok: false, failure: { kind: 'http', status } };
  if (fine && (code === 0 || !isEnvelope(body))) {
    const data = code === 0 ? (fieldOf(body, 'data') ?? null) : (body ?? null);
    return { ok: true, data: snakeCased(data), message };
  }
  const real = fine ? refusalStatus(code) : status;
  const wait = real === 429 ? { wait_seconds: waitSeconds(fieldOf(body, 'data') ?? body, headers) } : {};
  const detail = detailOf(body);
  const isCode = typeof code === 'number' || typeof code === 'string';
  if (!isCode && detail === undefined) {
    return { ok: false, failure: { kind: 'http', status: real, ...wait } };
  }
  const words = message === '' ? (detail ?? '') : message;
  if (real === 503) return { ok: false, failure: { kind: 'maintenance', message: words } };
  const said = { code: String(isCode ? code : real), message: words };
  return { ok: false, failure: { kind: 'api', status: real, ...said, ...wait, ...fieldIn(body) } };
}

/** Where the framework says that the value stood: `["body", "phone"]`. */
function fieldIn(body: unknown): { field?: string } {
  const detail = fieldOf(body, 'detail');
  const loc: unknown = fieldOf(Array.isArray(detail) ? detail[0] : undefined, 'loc');
  const field: unknown = Array.isArray(loc) ? loc[loc.length - 1] : undefined;
  return typeof field === 'string' ? { field } : {};
}

/** The framework's message: a text, or the first of a list. */
function detailOf(body: unknown): string | undefined {
  const detail = fieldOf(body, 'detail');
  if (typeof detail === 'string') return detail;
  if (!Array.isArray(detail)) return undefined;
  return (textOf(detail[0], 'msg') ?? '').replace(/^Value error, /, '');
}

/**
 * Whether the body is an envelope: `code` beside `data` or `message`. A bare reply may have a `code` of its own, but
 * not so.
 */
function isEnvelope(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || !('code' in body)) return false;
  return 'data' in body || ('message' in body && typeof body.code === 'number');
}
