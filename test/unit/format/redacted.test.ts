// What may stand in a log: nothing that names a person or opens a door, in whatever way it is written, and still enough to
// find a bug by.
import { createHmac, createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { writeQr } from '../../backend/v4/qr';
import { redacted } from '../../../miniprogram/format/redacted';

test.each([
  ['Bearer eyJhbGciOi.eyJ1c2VyX2lkIjoz.c2ln-x_', 'Bearer <token>'],
  ['user 13800000031 said', 'user <phone> said'],
  ['code ABCD-EF12-3456 shown', 'code <code> shown'],
  ['GET /items/9007199254740993?mobile=13800000031&x=1', 'GET /items/<number>?mobile=<value>&x=<value>'],
  ['order 3f2b8c1e-0d7a-4c1b-9b3e-0a1b2c3d4e5f', 'order <uuid>'],
  ['at show (stores/backpack.js:12:34567)', 'at show (stores/backpack.js:12:34567)'],
])('%s is logged as %s', (text, logged) => {
  expect(redacted(text)).toBe(logged);
});

test.each([
  ['电话：１３８ ００００ ００３１。', '电话:<phone>。'],
  ['(+86)138-0000-0031', '(+86)<phone>'],
  ['＋86　138 0000 0031', '<phone>'],
  ['0086138—0000—0031!', '<phone>!'],
  ['1 3 8 0 0 0 0 0 0 3 1', '<phone>'],
  ['138\u200b0000\u200b0031', '<phone>'],
  ['13800000031 13800000032', '<phone> <phone>'],
  ['券码ABCDEF123456，', '券码<code>,'],
  ['code KXMM TSAH HWWW', 'code <code>'],
  ['ＫＸ4Ｍ－7TSA－H5W2', '<code>'],
  ['RQRV1_eyJvaWQiOiI4NzlkMzQ2MyJ9_928c578cd5cdbd4b7edafa4bc540a2d3', '<qr>'],
  [
    '{"access_token":"opaque","refresh_token": "short"}',
    '{"access_token":"<token>","refresh_token": "<token>"}',
  ],
  ['Set-Cookie: refresh_token=abc; Path=/', 'Set-Cookie: refresh_token=<token> Path=/'],
  ['GET /share/5f4dcc3b5aa765d61d8327deb882cf99', 'GET /share/<token>'],
])('G3 %s is logged as %s', (text, logged) => {
  expect(redacted(text)).toBe(logged);
});

test.each([
  'TypeError: Cannot read properties of undefined (reading "item_id")',
  'at Object.onShow (packages/member/api/v4/schema/customer-records.js:1:123456)',
  'at https://lib/WAServiceMainContext.js:1:234567',
  'chooseMedia:fail UNAUTHORIZED onNeedPrivacyAuthorization',
  'decode GET /backpack/items/:item_id at items.3.status: string expected, null received',
  'the token expired at 2026-11-27 06:41:03',
  'http 503 of POST /system/chat/sessions/:id/message',
])('G3 a bug can still be found by %j', (text) => {
  expect(redacted(text)).toBe(text);
});

/** A word before or after, from which a secret is told apart by what stands between. */
const words = fc.constantFrom('', 'user', '电话：', 'code', 'at', '失败 ', 'GET /items/', 'x="');
const inside = (secret: fc.Arbitrary<string>) =>
  fc
    .tuple(words, secret, words)
    .map(([before, text, after]) => ({ text, line: `${before} ${text} ${after}` }));
const digit = fc.integer({ min: 0, max: 9 }).map(String);
const joined = (parts: fc.Arbitrary<string>, length: number) =>
  fc.array(parts, { minLength: length, maxLength: length }).map((all) => all.join(''));
const wide = (text: string) =>
  text.replace(/[\w+-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

test('G3 no phone number stays, however it is spaced, dashed, prefixed or widened', () => {
  const gap = fc.constantFrom('', '', ' ', '-', '–', '\u3000', ' - ', '\u200b');
  const number = fc
    .tuple(
      fc.constantFrom('3', '5', '7', '9'),
      fc.array(fc.tuple(gap, digit), { minLength: 9, maxLength: 9 }),
    )
    .map(([second, rest]) => `1${second}${rest.map((part) => part.join('')).join('')}`);
  const prefixed = fc
    .tuple(fc.constantFrom('', '+86', '86 ', '+86 - ', '0086', '(+86)'), number, fc.boolean())
    .map(([prefix, text, is_wide]) => (is_wide ? wide(prefix + text) : prefix + text));
  fc.assert(
    fc.property(inside(prefixed), ({ line }) => {
      const logged = redacted(line);
      expect(logged).toContain('<phone>');
      // Only the prefix and words of the line are left.
      expect(logged.replace('86', '')).not.toMatch(/[\d０-９]/);
    }),
  );
});

test('G3 no token of 16 bytes or more stays, as hex, Base64 or Base64 for addresses, alone or as what it is called', () => {
  const bytes = fc.uint8Array({ minLength: 16, maxLength: 64 }).map((all) => Buffer.from(all));
  const token = fc
    .tuple(bytes, fc.constantFrom('hex' as const, 'base64' as const, 'base64url' as const))
    .map(([all, form]) => all.toString(form));
  const telling = (text: string) => /\d/.test(text) && /[a-z]/.test(text);
  /** As real ones are: all kinds of signs; without them a short one is a word. */
  const alone = token.filter(
    (text) => telling(text.slice(0, 40)) && (/^[\da-f]+$/.test(text) || /[A-Z]/.test(text.slice(0, 40))),
  );
  const called = fc
    .tuple(fc.constantFrom('Bearer ', 'token=', 'token: ', '"access_token":"'), token)
    .map(([name, text]) => name + text);
  fc.assert(
    fc.property(inside(fc.oneof(alone, called)), ({ text, line }) => {
      const logged = redacted(line);
      expect(logged).toContain('<token>');
      for (const part of text.split(/[ "=]/).filter((all) => all.length >= 16))
        expect(logged).not.toContain(part);
      expect(logged).not.toMatch(/[\w+/]{16}/);
    }),
  );
});

test('G3 no code stays, whole or in three parts', () => {
  const sign = fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ23456789');
  const code = fc
    .tuple(
      joined(sign, 4),
      joined(sign, 4),
      joined(sign, 4),
      fc.constantFrom('', '-', ' ', '–'),
      fc.boolean(),
    )
    .filter(([one, two, three, between]) => between !== '' || /\d/.test(one + two + three))
    .map(([one, two, three, between, is_wide]) => {
      const text = [one, two, three].join(between);
      return is_wide ? wide(text) : text;
    });
  fc.assert(
    fc.property(inside(code), ({ line }) => {
      expect(redacted(line)).toMatch(/<code>/);
      expect(redacted(line)).not.toMatch(/[A-Z0-9]{4}/);
    }),
  );
});

test('G3 no content of a QR stays, nor anything of it', () => {
  const key = createSecretKey(Buffer.alloc(32, 7));
  const content = fc
    .record({ oid: fc.uuid(), at: fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }) })
    .map(
      ({ oid, at }) =>
        writeQr(key, { oid, ch: createHmac('sha256', key).update(oid).digest('hex').slice(0, 8) }, at)
          .qr_content,
    );
  fc.assert(
    fc.property(inside(content), ({ line }) => {
      expect(redacted(line)).toContain('<qr>');
      expect(redacted(line)).not.toMatch(/RQRV|[\w-]{16}/);
    }),
  );
});

test('G3 a long text costs no more than its length', () => {
  for (const part of ['a-', '1 ', 'a/', '86-', 'A1', 'token:']) {
    const began = performance.now();
    redacted(part.repeat(100_000));
    // For what grows with the square, which takes minutes.
    expect(performance.now() - began).toBeLessThan(5000);
  }
});
