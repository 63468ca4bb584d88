// Every refusal of both contracts has words for people: those of the contracts' tables, of the recorded replies, and of
// the reference backend's own source.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../../../miniprogram/api/errors';
import { explain } from '../../../miniprogram/api/explain';
import { V4_WORDS } from '../../../miniprogram/api/v4/words';

const tests = join(__dirname, '../..');

/** V4 §Envelope, by status. */
const V4_TABLE: Record<number, string[]> = {
  400: [
    ...['BAD_REQUEST', 'INVALID_MOBILE_FORMAT', 'CONTENT_VIOLATION', 'ORDER_EXPIRED', 'ORDER_STATUS_INVALID'],
    ...['REDEMPTION_NOT_ALLOWED', 'CUSTOMER_SERVICE_ERROR', 'SERVICE_ERROR'],
  ],
  401: [
    ...['TOKEN_EXPIRED', 'INVALID_TOKEN', 'MISSING_TOKEN', 'SESSION_EXPIRED', 'SESSION_REPLACED'],
    ...['SESSION_REVOKED', 'SESSION_NOT_FOUND', 'INVALID_REFRESH_TOKEN', 'INVALID_VERIFICATION_CODE'],
    ...['VERIFICATION_CODE_EXPIRED'],
  ],
  403: ['FORBIDDEN', 'USER_INACTIVE'],
  404: ['NOT_FOUND', 'ITEM_NOT_FOUND', 'CUSTOMER_SERVICE_NOT_FOUND'],
  409: ['CUSTOMER_SERVICE_ALREADY_EXISTS'],
  429: ['RATE_LIMIT_EXCEEDED', 'SMS_RATE_LIMIT'],
};
/** xcx: the code is the HTTP status. */
const XCX_STATUSES = [400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 502, 503];
/** Codes that need no words: those of success, of the counter, and those that become a failure kind of their own. */
const NOBODYS = [
  ...['SUCCESS', 'TOKEN_VALID', 'LOGOUT_SUCCESS', 'SESSION_DEACTIVATED'],
  ...['QR_EXPIRED', 'QR_INVALID', 'SYSTEM_MAINTENANCE'],
];

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(ts|json)$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

const codesIn = (texts: string[], pattern: RegExp): string[] =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map(([, code = '']) => code));

const codes = [
  ...Object.values(V4_TABLE).flat(),
  ...codesIn(sources(join(tests, 'backend/v4')), /new ApiError\(\s*\d+,\s*'([A-Z_]+)'/g),
  ...codesIn(sources(join(tests, 'contract/recorded/v4-july')), /"code": "([A-Z_]+)"/g),
];
const known = [...new Set(codes)].filter((code) => !NOBODYS.includes(code));

function expectWords(failure: Failure): void {
  const { title, text } = explain(failure);
  expect(title).toMatch(/[\u4e00-\u9fff]/);
  expect(text).toMatch(/[\u4e00-\u9fff]/);
  expect(title + text).not.toMatch(/[A-Z_]{4,}|\{n\}|undefined/);
}

test('the sources were found', () => {
  expect(known.length).toBeGreaterThan(25);
  expect(known).toEqual(
    expect.arrayContaining(['REDEMPTION_INSUFFICIENT', 'FILE_TOO_LARGE', 'CONTENT_VIOLATION']),
  );
});

test.each(known)('V4 %s has words of its own', (code) => {
  expect(Object.keys(V4_WORDS)).toContain(code);
  for (const message of ['', '服务器的话', 'Cannot read properties of undefined']) {
    expectWords({ kind: 'api', status: 400, code, message, wait_seconds: 3 });
  }
});

test.each(XCX_STATUSES)('xcx %i has words, with a sentence of the server and without', (status) => {
  const wait = status === 429 ? { wait_seconds: 10 } : {};
  expectWords({ kind: 'api', status, code: String(status), message: '', ...wait });
  expectWords({ kind: 'http', status, ...wait });
  expect(
    explain({ kind: 'api', status, code: String(status), message: '请先提交入驻申请', ...wait }).text,
  ).toBe('请先提交入驻申请');
});

test('xcx statuses do not read alike', () => {
  const titles = [401, 403, 404, 405, 409, 413, 422, 429, 500].map(
    (status) => explain({ kind: 'api', status, code: String(status), message: '' }).title,
  );
  expect(new Set(titles).size).toBe(titles.length);
});
