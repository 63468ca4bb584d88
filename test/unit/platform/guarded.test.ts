// Timers and storage of one person: theirs while they are there, nothing afterwards.
import { createAbort } from '../../../miniprogram/platform/abort';
import { guardedArea, guardedTimers } from '../../../miniprogram/platform/guarded';
import { createFakeTime } from '../../support/fake-time';
import { memoryStore } from '../stores/backpack/kit';

const NOTE = { name: 'note', kind: 'kept', version: 1, decode: String } as const;

test('a timer runs when it is due, once, unless it was called off', async () => {
  const time = createFakeTime();
  const timers = guardedTimers(time);
  const ran: string[] = [];
  timers.after(10, () => ran.push('a'));
  const off = timers.after(10, () => ran.push('b'));
  timers.after(20, () => ran.push('c'));
  off();
  await time.advance(10);
  expect(ran).toEqual(['a']);
  off();
  await time.advance(20);
  expect([ran, time.pending]).toEqual([['a', 'c'], 0]);
});

test('once they are stopped none runs, none waits, and none starts', async () => {
  const time = createFakeTime();
  const timers = guardedTimers(time);
  const ran: string[] = [];
  const off = timers.after(10, () => ran.push('a'));
  timers.stop();
  const late = timers.after(10, () => ran.push('b'));
  expect(time.pending).toBe(0);
  off();
  late();
  await time.advance(20);
  expect(ran).toEqual([]);
});

test('what was a person’s is read to the end, and written no more once they have left', () => {
  const left = createAbort();
  const area = memoryStore().area('staff:1');
  const guarded = guardedArea(area, left.signal);
  expect([guarded.write(NOTE, 'mine'), guarded.read(NOTE), area.read(NOTE)]).toEqual([true, 'mine', 'mine']);
  left.abort();
  expect([guarded.write(NOTE, 'late'), guarded.remove(NOTE), guarded.read(NOTE)]).toEqual([
    ...[false, false, 'mine'],
  ]);
});
