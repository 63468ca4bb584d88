// How the start bench judges its loads: comparing neighbouring loads cancels out a slow machine, the spread says how
// far to trust a median, and loads that other processes disturbed are measured again.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { filesBelow } from '../../wechat/gate/files';
import { Quiet } from '../../bench/start/quiet';
import { oneRound, ratioOf, uncertainty } from '../../bench/start/rounds';
import { scenes } from '../../bench/start/scenes';
import { BEGIN_MARK, CONTENT_MARK, threadTime } from '../../bench/start/trace';

/** The texts of the files below these folders that end so. */
const textsOf = (folders: readonly string[], ...endings: string[]): string =>
  folders
    .flatMap((folder) =>
      filesBelow(folder, ...endings).map((file) => readFileSync(join(folder, file), 'utf8')),
    )
    .join('\n');

test('G2 the words that a start waits for stand in the program, or in the data of the demo', () => {
  const root = resolve(__dirname, '../../..');
  const program = textsOf(
    [join(root, 'miniprogram/pages'), join(root, 'miniprogram/packages')],
    '.wxml',
    '.ts',
  );
  const demo = textsOf([join(root, 'test/backend')], '.ts', '.json');
  const lost = scenes.filter(
    ({ state, text }) => !`${program}${state === 'warm' ? demo : ''}`.includes(text),
  );
  expect(lost.map(({ name, text }) => `${name}: ${text}`)).toEqual([]);
});

const ratio = (seen: number, before: number, after: number): number =>
  ratioOf({ seen, before, after }, (ms) => ms);

test('H6 a machine that is half as fast for a while changes no ratio', () => {
  expect(ratio(1500, 500, 500)).toBe(3);
  expect(ratio(3000, 1000, 1000)).toBe(3);
  expect(ratio(2250, 500, 1000)).toBe(3);
});

test('H6 each start of a round stands between two empty pages', async () => {
  const opened: string[] = [];
  const round = await oneRound(async ({ name }) => opened.push(name));
  expect(Object.keys(round)).toEqual(scenes.map(({ name }) => name));
  expect(opened.filter((name) => name === 'empty')).toHaveLength(scenes.length + 1);
  for (const { seen, before, after } of Object.values(round))
    expect([before, after]).toEqual([seen - 1, seen + 1]);
});

test('H6 processor time counts between the marks of one thread', () => {
  const mark = (name: string, tts: number, tid = 1) => ({ ...{ name, ph: 'I', pid: 2, ts: tts }, tid, tts });
  const [began, content] = [mark(BEGIN_MARK, 50_000), mark(CONTENT_MARK, 200_000)];
  expect(threadTime([began, mark('Layout', 60_000), content])).toBe(150);
  // One for every frame until the content is there.
  expect(threadTime([began, mark(CONTENT_MARK, 90_000), content, mark(CONTENT_MARK, 120_000)])).toBe(150);
  expect(() => threadTime([content])).toThrow('lacks a mark');
  expect(() => threadTime([began, mark(CONTENT_MARK, 200_000, 7)])).toThrow('lacks a mark');
});

test('H6 one disturbed load says nothing against the others, a wide spread does', () => {
  const alike = [3, 3.02, 2.98, 3.01, 2.99, 3, 3];
  expect(uncertainty(alike)).toBeLessThan(0.01);
  expect(uncertainty([...alike.slice(1), 30])).toBeLessThan(0.02);
  expect(uncertainty([2, 4, 2.5, 3.5, 3, 2.2, 3.8])).toBeGreaterThan(0.1);
  expect(uncertainty([3])).toBe(Infinity);
});

test('H6 more loads of the same spread are worth more', () => {
  const few = [2.8, 2.9, 3, 3.1, 3.2];
  const many = Array.from({ length: 4 }, () => few).flat();
  expect(uncertainty(many)).toBeLessThan(uncertainty(few) * 0.6);
});

/** Other processes that use so many cores, one number for each look. */
const others = (cores: number[]) => ({ watch: async () => async () => cores.shift() ?? 0 });

test('H6 a load that was disturbed is done again, after the others are done', async () => {
  const left = [0, 0.9, 0.8, 0.05, 0];
  let runs = 0;
  const quiet = new Quiet(others(left), 10_000, 1);
  expect(await quiet.undisturbed(async () => (runs += 1))).toBe(2);
  expect(left).toEqual([]);
  expect(quiet.disturbed).toBe(0);
});

test('H6 when the time is used up a disturbed load counts, and is reported', async () => {
  const quiet = new Quiet(others([1, 1]), 0, 1);
  expect(await quiet.undisturbed(async () => 'made')).toBe('made');
  expect(quiet.disturbed).toBe(1);
});
