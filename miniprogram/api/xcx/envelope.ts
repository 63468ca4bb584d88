// xcx: `{code: 0, data}` on success, `{code: <HTTP status>, message}` on refusal; an unwrapped body is accepted too. A 503 in
// the backend's own envelope is its maintenance; one without is a proxy's.
import type { Answer, Unwrapped } from '../envelope';
import { fieldOf, textOf } from '../untyped';
import { waitSeconds } from '../wait';

/** Takes the xcx envelope off. */
export function unwrapXcx(answer: Answer, endpoint: string): Unwrapped {
  return { result: resultOf(answer, endpoint) };
}

function resultOf(answer: Answer, endpoint: string): Unwrapped['result'] {
  const { status, body, headers } = answer;
  const fine = status >= 200 && status < 300;
  const code = fieldOf(body, 'code');
  const message = textOf(body, 'message') ?? '';
  if (fine && body === undefined && status !== 204) {
    return { ok: false, failure: { kind: 'decode', endpoint, path: '$', problem: 'JSON expected' } };
  }
  if (fine && (code === 0 || !isEnvelope(body))) {
    return { ok: true, data: code === 0 ? (fieldOf(body, 'data') ?? null) : (body ?? null), message };
  }
  const real = fine ? (typeof code === 'number' ? code : 400) : status;
  const wait = real === 429 ? { wait_seconds: waitSeconds(fieldOf(body, 'data') ?? body, headers) } : {};
  if (typeof code !== 'number' && typeof code !== 'string') {
    return { ok: false, failure: { kind: 'http', status: real, ...wait } };
  }
  if (real === 503) return { ok: false, failure: { kind: 'maintenance', message } };
  return { ok: false, failure: { kind: 'api', status: real, code: String(code), message, ...wait } };
}

/** `code` beside `data` or `message`, and nothing that a bare reply would have. */
function isEnvelope(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || !('code' in body)) return false;
  return 'data' in body || ('message' in body && typeof body.code === 'number');
}
