// A phone abroad reads and shows the same times, also in the hours in which its own zone changes its clocks.
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const time = path.resolve(__dirname, '../../../miniprogram/format/time');

/** Run in a process of its own, because a process reads its zone once. */
const everyHalfHourOf2026 = `
const { formatMinute, parseWireTime, daysBetween } = require(${JSON.stringify(time)});
const wrong = [];
for (let ms = Date.UTC(2026, 0); ms < Date.UTC(2027, 0); ms += 1_800_000) {
  const wall = new Date(ms + 28_800_000).toISOString().slice(0, 16).replace('T', ' ');
  const days = Math.floor((ms + 28_800_000) / 86_400_000) - 20_454;
  const right = formatMinute(ms) === wall && parseWireTime(wall) === ms && daysBetween(Date.UTC(2025, 11, 31, 16), ms) === days;
  if (!right) wrong.push(wall);
}
const zone = new Date(Date.UTC(2026, 0)).getTimezoneOffset();
console.log(JSON.stringify({ zone, wrong }));
`;

test.each([
  ['America/New_York', 300],
  ['Australia/Lord_Howe', -660],
])(
  'in %s',
  (TZ, zone) => {
    const answer = execFileSync(process.execPath, ['--import', 'tsx', '-e', everyHalfHourOf2026], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
    expect(JSON.parse(answer)).toEqual({ zone, wrong: [] });
  },
  30_000,
);
