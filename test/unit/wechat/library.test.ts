/**
 * Which base library the program needs: an API that is checked with `canIUse` first demands none, one that is used
 * without a check does.
 */
import { rmSync } from 'node:fs';
import { makeProject } from '../../wechat/fixture/project';
import { compareVersions, newest } from '../../wechat/publish/library';
import { demanding, lowestLibrary, usesOf } from '../../wechat/publish/uses';

// A program of TypeScript is made for each project: seconds when the machine is busy.
jest.setTimeout(60_000);

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** Names that a page's script demands of a base library of 2 or later. */
function demands(script: string): string[] {
  const root = makeProject({
    'miniprogram/app.json': '{"pages":["pages/home/home"]}',
    'miniprogram/pages/home/home.ts': script,
  });
  folders.push(root);
  return demanding(usesOf(root))
    .filter(({ since }) => compareVersions(since, '2.0.0') > 0)
    .map(({ name, since }) => `${name} ${since}`);
}

test.each([
  ['used bare', 'wx.getWindowInfo()', ['wx.getWindowInfo 2.20.1']],
  ['asked for by canIUse', "if (wx.canIUse('getWindowInfo')) wx.getWindowInfo()", []],
  ['asked for by its type', "if (typeof wx.getWindowInfo === 'function') wx.getWindowInfo()", []],
  ['called only where it is', 'wx.getWindowInfo?.()', []],
  [
    'asked for by another name',
    "if (wx.canIUse('getDeviceInfo')) wx.getWindowInfo()",
    ['wx.getWindowInfo 2.20.1'],
  ],
  ['taken out of wx', 'const { getWindowInfo } = wx\nvoid getWindowInfo', ['wx.getWindowInfo 2.20.1']],
  ['wx by another name', 'const w = wx\nw.getWindowInfo()', ['wx.getWindowInfo 2.20.1']],
  ['what an older one ignores', "wx.vibrateShort({ type: 'light' })", []],
  ['a promise', 'void wx.setClipboardData({ data: "" }).then(() => 1)', ['promises of wx calls 2.10.2']],
])('G1 %s', (_what, body, expected) => {
  expect(demands(`export function f() {\n${body}\n}\n`)).toEqual(expected);
});

test('G1 the lowest base library is the newest that something demands', () => {
  expect(newest(['2.9.3', '2.12.1', '2.10.4'])).toBe('2.12.1');
  expect(compareVersions('2.9.10', '2.10.0')).toBeLessThan(0);
  const use = { at: '', guarded: false };
  expect(
    lowestLibrary([
      { ...use, name: 'wx.a', since: '2.11.0' },
      { ...use, name: 'wx.b', since: '2.32.3', guarded: true },
      { ...use, name: 'wx.c' },
    ]),
  ).toBe('2.11.0');
});
