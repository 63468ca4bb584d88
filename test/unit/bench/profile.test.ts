// How the time of a start is divided: the browser's own work, and otherwise the folder whose function ran.
import { roomOf, roomOfFile, sums, Timeline } from '../../bench/start/profile/rooms';
import { ownThread } from '../../bench/start/profile/samples';

const timeline = new Timeline([
  { name: 'FunctionCall', from: 0, to: 1000 },
  { name: 'Layout', from: 300, to: 400 },
  { name: 'UpdateLayoutTree', from: 100, to: 200 },
  { name: 'EvaluateScript', from: 350, to: 360 },
]);
const sample = (at: number, us = 50) => ({ at, us, name: 'run:1', file: 'miniprogram/stores/backpack.ts' });

test('H6 layout that a script asks for is the browser’s, the script around it is the program’s', () => {
  expect(roomOf(timeline, sample(150))).toBe('browser: style');
  expect(roomOf(timeline, sample(355))).toBe('browser: layout');
  expect(roomOf(timeline, sample(250))).toBe('program: stores/backpack.ts');
  expect(roomOf(timeline, sample(2000))).toBe('program: stores/backpack.ts');
});

test('H6 each file has its room', () => {
  expect(roomOfFile('node_modules/glass-easel/src/element.ts')).toBe('framework: glass-easel');
  expect(roomOfFile('test/preview/runtime/core.ts')).toBe('host: preview');
  expect(roomOfFile('miniprogram/miniprogram_npm/mobx-miniprogram/index.js')).toBe('npm: mobx-miniprogram');
  expect(roomOfFile('(templates)')).toBe('program: templates');
  expect(roomOfFile('(program)')).toBe('engine: program');
});

test('H6 times add up, most first', () => {
  const rooms = sums([sample(150), sample(250, 3000), sample(180)], (one) => roomOf(timeline, one));
  expect(rooms).toEqual([
    { name: 'program: stores/backpack.ts', ms: 3 },
    { name: 'browser: style', ms: 0.1 },
  ]);
});

test('H6 only the thread of the page counts, up to the mark', () => {
  const event = (name: string, tid: number, ts: number, dur = 10) => ({
    ...{ name, ph: 'X', pid: 1 },
    tid,
    ts,
    dur,
  });
  const mark = { name: 'first content', ph: 'I', pid: 1, tid: 7, ts: 500 };
  const { stretches, marked } = ownThread(
    [event('Layout', 7, 5), event('Layout', 8, 5), mark],
    'first content',
  );
  expect(stretches).toEqual([{ name: 'Layout', from: 5, to: 15 }]);
  expect(marked).toBe(500);
  expect(() => ownThread([event('Layout', 7, 5)], 'first content')).toThrow('no mark');
});
