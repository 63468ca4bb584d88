// The month switcher: one month at a time, over the turn of a year, never beyond the ends.
import fc from 'fast-check';
import { Month, monthIn } from '../../../miniprogram/packages/staff/stores/month';

const beijing = (text: string): number => Date.parse(`${text}+08:00`);
const first = { year: 2025, month: 1 };

function at(text: string) {
  const clock = { ms: beijing(text), now: () => clock.ms };
  return { clock, month: new Month(clock, first) };
}

test('begins with the month that it is in Beijing by the server’s clock', () => {
  expect(at('2026-12-31T23:59:59').month.text).toBe('2026年12月');
  expect(at('2027-01-01T00:00:00').month.current).toEqual({ year: 2027, month: 1 });
});

test('goes back over the turn of the year, and not on beyond the present month', () => {
  const { month } = at('2027-01-15T12:00:00');
  expect([month.can_go_on, month.can_go_back, month.is_present]).toEqual([false, true, true]);
  month.move(1);
  expect(month.text).toBe('2027年1月');
  month.move(-1);
  expect([month.text, month.is_present, month.can_go_on]).toEqual(['2026年12月', false, true]);
});

test('a picker is given the month that shows, with the first and the present one as its ends', () => {
  const { month } = at('2026-11-20T08:00:00');
  month.move(-2);
  expect([month.first_value, month.value, month.last_value]).toEqual(['2025-01', '2026-09', '2026-11']);
});

test.each([
  ['2026-11', { year: 2026, month: 11 }],
  ['2026-01-31', { year: 2026, month: 1 }],
  ['2026-13', null],
  ['2026-00', null],
  ['x2026-11', null],
  ['2026-11x', null],
  [undefined, null],
])('of %p it is the month that an address or a picker names: %j', (text, month) => {
  expect(monthIn(text)).toEqual(month);
});

test('a month that is chosen beyond an end is the end', () => {
  const { month } = at('2026-11-20T08:00:00');
  month.choose({ year: 2024, month: 12 });
  expect(month.text).toBe('2025年1月');
  month.choose({ year: 2026, month: 12 });
  expect(month.text).toBe('2026年11月');
});

test('a month that begins while the page stands open is the present one when it is seen again', () => {
  const { month, clock } = at('2026-11-30T23:59:00');
  clock.ms = beijing('2026-12-01T00:01:00');
  month.look();
  expect([month.text, month.is_present]).toEqual(['2026年12月', true]);
  month.move(-1);
  month.look();
  expect(month.text).toBe('2026年11月');
});

test('whatever is asked, the month stays within its ends and moves by what was asked', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -30, max: 30 })), (moves) => {
      const { month } = at('2026-11-20T08:00:00');
      const low = 2025 * 12;
      const high = 2026 * 12 + 10;
      let expected = high;
      for (const by of moves) {
        month.move(by);
        expected = Math.max(low, Math.min(high, expected + by));
        const { year, month: number } = month.current;
        expect(year * 12 + number - 1).toBe(expected);
        expect([month.can_go_back, month.can_go_on]).toEqual([expected > low, expected < high]);
      }
    }),
  );
});

test('I1 a month that was begun by a wrong clock is not there once the clock is right', () => {
  const { month, clock } = at('2028-11-20T08:00:00');
  month.move(-1);
  clock.ms = beijing('2026-11-20T08:00:00');
  month.look();
  expect([month.text, month.can_go_on]).toEqual(['2026年11月', false]);
});
