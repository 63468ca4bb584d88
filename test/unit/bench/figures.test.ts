// Figures over their limit fail a run; the median is of what was timed in turn.
import { exceeded, interleaved, median, table } from '../../bench/figures';

test('B6 only a figure over its limit counts, and no figure at all is no success', () => {
  const limits = { 'a.ratio': 3, 'b.ms': 5 };
  expect(exceeded({ 'a.ratio': 3, 'b.ms': 4.9 }, limits)).toEqual([]);
  expect(exceeded({ 'a.ratio': 3.01, 'b.ms': 4 }, limits)).toEqual(['a.ratio']);
  expect(exceeded({ 'a.ratio': NaN }, limits)).toEqual(['a.ratio']);
  expect(table({ 'a.ratio': 4, other: 1 }, limits)).toMatch(/a\.ratio +4 +≤ 3 ✗\nother +1/);
});

test('B6 each task runs once a round, in turn', () => {
  const ran: string[] = [];
  const times = interleaved({ a: () => void ran.push('a'), b: () => void ran.push('b') }, 4);
  expect(ran.join('')).toBe('abababab');
  expect(Object.keys(times)).toEqual(['a', 'b']);
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
});
