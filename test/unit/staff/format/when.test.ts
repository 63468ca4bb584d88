// D8, lesson 10: how long ago and which day, by the server's clock and in Beijing, on a phone in any zone.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { taskDeadline } from '../../../../miniprogram/packages/staff/format/task-words';
import { agoText, dayHead, dayText } from '../../../../miniprogram/packages/staff/format/when';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const now = at('2026-11-27T09:41:00');
const iso = (ms: number): string => new Date(ms).toISOString();

test('ago: by steps, then the date, in another year with it', () => {
  const ago = (seconds: number): string => agoText(iso(now - seconds * 1_000), now);
  expect([0, 119, 120, 3_599, 3_600, 86_399, 86_400, 259_199, 259_200].map(ago)).toEqual([
    ...['刚刚', '刚刚', '2分钟前', '59分钟前', '1小时前', '23小时前', '1天前', '2天前', '11-24'],
  ]);
  expect(agoText('2025-11-20 08:00:00', now)).toBe('2025-11-20');
});

test('a deadline: days are those of the calendar in Beijing', () => {
  const words = (text: string) => taskDeadline(text, now);
  expect(words('2026-11-25')).toEqual({ text: '逾期 2 天', due: 'over' });
  expect(words('2026-11-27T15:59:59Z')).toEqual({ text: '今天到期', due: 'today' });
  expect(words('2026-11-27T16:00:00Z')).toEqual({ text: '还剩 1 天', due: 'soon' });
  expect(words('2026-12-04')).toEqual({ text: '还剩 7 天', due: 'soon' });
  expect(words('2026-12-05')).toEqual({ text: '12-05', due: 'far' });
  expect(words('2027-01-05')).toEqual({ text: '2027-01-05', due: 'far' });
  expect(words('soon')).toEqual({ text: '--', due: 'none' });
});

test('the head of a day', () => {
  expect(['2026-11-27', '2026-11-26', '2026-11-25', '2025-12-31'].map((day) => dayHead(day, now))).toEqual([
    ...['11月27日 周五 今天', '11月26日 周四 昨天', '11月25日 周三', '12月31日 周三'],
  ]);
});

test('whatever stands for a time, no NaN and no "undefined"', () => {
  const time = fc.oneof(fc.string(), fc.constantFrom(null, undefined, '2026-02-30', '0000-00-00'));
  fc.assert(
    fc.property(time, fc.integer({ min: 0, max: 4e12 }), (text, moment) => {
      const said = [agoText(text, moment), dayText(text, moment), taskDeadline(text, moment).text].join(' ');
      expect(said).not.toMatch(/NaN|undefined|Invalid/);
    }),
  );
});

const said = path.resolve(__dirname, '../../../../miniprogram/packages/staff/format');
/** Every three hours of a year, as words; the process reads its zone once. */
const allYear = `
const { agoText, dayHead } = require(${JSON.stringify(`${said}/when`)});
const { taskDeadline } = require(${JSON.stringify(`${said}/task-words`)});
const { daysView } = require(${JSON.stringify(`${said}/month-days`)});
const words = [];
for (let ms = Date.UTC(2026, 0); ms < Date.UTC(2027, 0); ms += 10_800_000) {
  const day = new Date(ms + 28_800_000).toISOString().slice(0, 10);
  const hours = new Map([[day, 2]]);
  const month = { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) };
  words.push([agoText(day, ms), dayHead(day, ms), taskDeadline(day, ms).text, daysView({ hours, is_cut: false }, month, ms).sentence].join());
}
console.log(JSON.stringify(words));
`;
const wordsIn = (TZ: string): string[] =>
  JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', '-e', allYear], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    }),
  ) as string[];

test('a phone in New York or on Lord Howe says what one in Shanghai says', () => {
  const home = wordsIn('Asia/Shanghai');
  expect(home[0]).toMatch(/^\d小时前,1月1日 周四 今天,今天到期,上班 1 天，最忙是 01-01 的 2h，今天 2h$/);
  expect(wordsIn('America/New_York')).toEqual(home);
  expect(wordsIn('Australia/Lord_Howe')).toEqual(home);
}, 60_000);
