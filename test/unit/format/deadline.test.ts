// A deadline is said in the words of the calendar in Beijing.
import { countdownText, deadlineWords, isSoon, secondsLeft } from '../../../miniprogram/format/deadline';
import { parseWireTime } from '../../../miniprogram/format/time';

const at = (text: string): number => parseWireTime(text) ?? Number.NaN;
const now = at('2026-11-22 10:00:00');

test.each([
  ['2026-11-22 09:59:59', '已过期', 'over'],
  ['2026-11-22 10:00:00', '已过期', 'over'],
  ['2026-11-22 18:30:00', '今天 18:30 到期', 'today'],
  ['2026-11-23 00:00:00', '明天 00:00 到期', 'soon'],
  ['2026-11-25 09:00:00', '还有 3 天到期', 'soon'],
  ['2026-11-29 23:59:59', '还有 7 天到期', 'soon'],
  ['2026-11-30 00:00:00', '2026-11-30 到期', 'far'],
])('an end at %s reads %s', (end, text, tone) => {
  expect(deadlineWords(at(end), now)).toEqual({ text, tone });
});

test('no end is for ever', () => {
  expect(deadlineWords(null, now)).toEqual({ text: '长期有效', tone: 'none' });
  expect(isSoon(null, now)).toBe(false);
});

test('soon starts a week before and stops at the end', () => {
  expect(isSoon(now + 7 * 86_400_000, now)).toBe(true);
  expect(isSoon(now + 7 * 86_400_000 + 1, now)).toBe(false);
  expect(isSoon(now, now)).toBe(false);
});

test('seconds are rounded up, so that zero means over', () => {
  expect(secondsLeft(now + 1, now)).toBe(1);
  expect(secondsLeft(now + 60_000, now)).toBe(60);
  expect(secondsLeft(now - 5_000, now)).toBe(0);
});

test.each([
  [0, '0:00'],
  [59, '0:59'],
  [299, '4:59'],
  [3_899, '1:04:59'],
  [-3, '0:00'],
])('%d s counts down as %s', (seconds, text) => {
  expect(countdownText(seconds)).toBe(text);
});
