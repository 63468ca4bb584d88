// D8, lessons 5, 16, 18, 21: figures as the staff's pages show them. Whatever comes, no NaN and no "undefined" on a page.
import fc from 'fast-check';
import {
  countText,
  hoursFigure,
  hoursText,
  moneyText,
  percentText,
  rawHoursText,
} from '../../../../miniprogram/packages/staff/format/figures';
import { heartText, starsOf, taskType } from '../../../../miniprogram/packages/staff/format/task-words';
import { isEstimate } from '../../../../miniprogram/packages/staff/format/when';

/** What may stand where a number should, whatever the types say. */
const anything = fc.oneof(
  fc.double({ min: -1e15, max: 1e15 }),
  fc.constantFrom<unknown>(null, undefined, NaN, Infinity, -0, '¥1,200.00', '', {}, []),
) as fc.Arbitrary<number | null | undefined>;

const texts = { moneyText, hoursFigure, hoursText, countText, percentText, heartText };

test.each(Object.entries(texts))('%s never says NaN, Infinity or undefined', (_name, text) => {
  fc.assert(
    fc.property(anything, (value) => {
      expect(text(value)).not.toMatch(/NaN|Infinity|undefined|null|object/);
    }),
  );
});

test('money: whole yuan in groups of three, the sign before the ¥, never shortened', () => {
  expect([12_680, -368, 0, -0.4, 1_200.5, 12_864_000, null].map(moneyText)).toEqual([
    ...['¥12,680', '-¥368', '¥0', '¥0', '¥1,201', '¥12,864,000', '--'],
  ]);
});

test('money can be read back to the yuan', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (yuan) => {
      expect(Number(moneyText(yuan).replace(/[¥,]/g, ''))).toBe(yuan);
    }),
  );
});

test('hours: one decimal at most, which can be read back', () => {
  expect([2, 2.5, 0, 158.54, null].map(hoursText)).toEqual(['2h', '2.5h', '0h', '158.5h', '--']);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (tenths) => {
      expect(Number(hoursFigure(tenths / 10).replace(/,/g, ''))).toBe(tenths / 10);
    }),
  );
});

test('折前 is said only where hours were deducted, and shown so', () => {
  expect(rawHoursText(4, 3.5)).toBe('折前 4h');
  fc.assert(
    fc.property(anything, anything, (raw, counted) => {
      const text = rawHoursText(raw, counted);
      if (text !== '') expect(text).toBe(`折前 ${hoursText(raw)}`);
      expect(rawHoursText(raw, raw)).toBe('');
    }),
  );
});

test('percent and counts', () => {
  expect([72, 8.54, 0, null].map(percentText)).toEqual(['72%', '8.5%', '0%', '--']);
  expect([1_204, 0, null].map(countText)).toEqual(['1,204', '0', '--']);
});

test('stars: 0 to 5 in half steps; 0 and nothing are no rating', () => {
  expect([0, null, undefined, NaN].map(starsOf)).toEqual([null, null, null, null]);
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1_000, noNaN: true }), (score) => {
      const stars = starsOf(score) ?? -1;
      expect(Number.isInteger(stars * 2)).toBe(true);
      expect(stars).toBeGreaterThanOrEqual(0);
      expect(stars).toBeLessThanOrEqual(5);
    }),
  );
});

test('the heart changes its colour at 8.5, 7 and 5', () => {
  expect([8.6, 8.5, 7.1, 7, 5.1, 5, 0].map((score) => heartText(score).slice(0, 2))).toEqual([
    ...['💖', '🧡', '🧡', '💛', '💛', '💙', '💙'],
  ]);
});

test('a type that nobody knows is told by the server’s label, one without a label by its own word', () => {
  expect(taskType('future_kind', '新任务')).toEqual({ text: '新任务', tone: 'plain' });
  expect(taskType('constructor', '')).toEqual({ text: '任务', tone: 'plain' });
  expect(taskType('follow_up_visit', '回访')).toEqual({ text: '回访', tone: 'brand' });
});

test('the present month is an estimate, whatever the server says of it; another one where the server says so', () => {
  expect([isEstimate(false, true), isEstimate(undefined, true)]).toEqual([true, true]);
  expect([isEstimate(true, false), isEstimate(undefined, false)]).toEqual([true, false]);
});
