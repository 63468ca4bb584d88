import fc from 'fast-check';
import { compareIds } from '../../../miniprogram/api/order';

test('ids sort as the numbers they are, beyond 2^53 too', () => {
  const id = fc.bigInt({ min: 0n, max: 2n ** 70n });
  fc.assert(
    fc.property(id, id, (a, b) => {
      expect(Math.sign(compareIds(a.toString(), b.toString()))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
  );
});
