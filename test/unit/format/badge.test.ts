// What a badge says of so many.
import { badgeText } from '../../../miniprogram/format/badge';

test.each([
  [-1, ''],
  [0, ''],
  [1, '1'],
  [99, '99'],
  [100, '99+'],
])('%i unread says %j', (count, text) => {
  expect(badgeText(count)).toBe(text);
});
