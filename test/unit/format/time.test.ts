// Wire times are read the same on every engine and in every time zone of the device.
import fc from 'fast-check';
import {
  beijingTime,
  daysBetween,
  formatClock,
  formatDate,
  formatMinute,
  parseWireTime,
} from '../../../miniprogram/format/time';

describe('reading a wire time', () => {
  test.each([
    ['2026-11-22T06:41:03.519+08:00', Date.UTC(2026, 10, 21, 22, 41, 3, 519)],
    ['2026-11-21T22:46:04.119Z', Date.UTC(2026, 10, 21, 22, 46, 4, 119)],
    ['2026-11-22T06:41:03+0800', Date.UTC(2026, 10, 21, 22, 41, 3)],
    ['2026-11-22T01:11:03-05:30', Date.UTC(2026, 10, 22, 6, 41, 3)],
    ['2026-11-22T06:41:03.5Z', Date.UTC(2026, 10, 22, 6, 41, 3, 500)],
    ['2026-11-22T06:41:03.123456Z', Date.UTC(2026, 10, 22, 6, 41, 3, 123)],
    ['2026-02-22 14:30:05', Date.UTC(2026, 1, 22, 6, 30, 5)],
    ['2026-02-22 14:30', Date.UTC(2026, 1, 22, 6, 30)],
    ['2026-02-22', Date.UTC(2026, 1, 21, 16)],
    [' 2024-02-29 00:00:00 ', Date.UTC(2024, 1, 28, 16)],
  ])('%s', (text, expected) => {
    expect(parseWireTime(text)).toBe(expected);
  });

  test.each([
    '',
    'null',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-02-22 25:00:00',
    '2026-02-22 14:61:00',
    '22/02/2026',
    '2026-2-2',
    '1795300864119',
  ])('is null for %p', (text) => {
    expect(parseWireTime(text)).toBeNull();
  });

  test('is null where there is no time', () => {
    expect(parseWireTime(null)).toBeNull();
    expect(parseWireTime(undefined)).toBeNull();
  });

  test('any moment survives the way through ISO and through the Beijing form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 0) / 1000 }), (seconds) => {
        const ms = seconds * 1000;
        expect(parseWireTime(new Date(ms).toISOString())).toBe(ms);
        const { second } = beijingTime(ms);
        expect(parseWireTime(`${formatMinute(ms)}:${String(second).padStart(2, '0')}`)).toBe(ms);
      }),
    );
  });
});

describe('the wall clock in Beijing', () => {
  const midnight = Date.UTC(2026, 10, 21, 16);

  test('a day turns at 16:00 UTC', () => {
    expect(formatDate(midnight - 1)).toBe('2026-11-21');
    expect(formatDate(midnight)).toBe('2026-11-22');
    expect(daysBetween(midnight - 1, midnight)).toBe(1);
    expect(daysBetween(midnight, midnight + 86_399_999)).toBe(0);
    expect(daysBetween(midnight, midnight - 1)).toBe(-1);
  });

  test('is written with two digits', () => {
    expect(formatMinute(midnight + 65 * 60_000)).toBe('2026-11-22 01:05');
    expect(formatClock(midnight)).toBe('00:00');
    expect(beijingTime(midnight)).toMatchObject({ month: 11, day: 22, weekday: 0 });
  });
});
