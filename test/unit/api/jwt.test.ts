import fc from 'fast-check';
import { decodeBase64Url, expiryOf } from '../../../miniprogram/api/jwt';

const token = (payload: unknown) => `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.sig`;

describe('reading a token', () => {
  test('base64url decodes to the same bytes as Node decodes it to', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const buffer = Buffer.from(bytes);
        expect(decodeBase64Url(buffer.toString('base64url'))).toBe(buffer.toString('latin1'));
        expect(decodeBase64Url(buffer.toString('base64'))).toBe(buffer.toString('latin1'));
      }),
    );
  });

  test('finds when it ends, whatever else it carries', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 }), fc.string({ unit: 'grapheme' }), (exp, nickname) => {
        expect(expiryOf(token({ nickname, exp }))).toBe(exp * 1000);
      }),
    );
  });

  test.each(['', 'abc', 'a.b.c', 'e30.!!!.sig', token({}), token({ exp: 'soon' }), token(null)])(
    'says nothing about %j',
    (text) => {
      expect(expiryOf(text)).toBeUndefined();
    },
  );
});
