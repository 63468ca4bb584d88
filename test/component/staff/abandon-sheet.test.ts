// The sheet that asks why a task is abandoned: a reason, own words, or both, but not nothing.
import { mount } from '../support/mount';
import type { Mounted } from '../support/mounted';

type Heed = (keyboard: { height: number }) => void;
const heeding = new Set<Heed>();
Object.assign((globalThis as unknown as { wx: object }).wx, {
  onKeyboardHeightChange: (heed: Heed) => heeding.add(heed),
  offKeyboardHeightChange: (heed: Heed) => heeding.delete(heed),
});

const sheet = (): Mounted =>
  mount('packages/staff/components/abandon-sheet/abandon-sheet', {
    ...{ shown: true, taskId: '7', about: '林小满 · 高优先召回' },
  });

/** As its chips tell it. */
const choose = (one: Mounted, reason: string): void =>
  one.call('onReason', { currentTarget: { dataset: { reason } } });
const write = (one: Mounted, value: string): void => one.call('onWords', { detail: { value } });

test('D2 says whom it is about, and what follows', () => {
  const { text } = sheet();
  expect(text).toEqual([
    ...[
      '放弃任务',
      '林小满 · 高优先召回',
      '联系不上',
      '客户已到店',
      '客户不想被打扰',
      '搬离本市',
      '任务重复',
    ],
    ...['请选一个原因，或写下具体情况。', '再想想', '放弃任务'],
  ]);
});

test('D2 without a reason nothing is abandoned', async () => {
  const one = sheet();
  const abandoned = one.heard('abandon');
  one.call('onAbandon');
  write(one, ' \n ');
  one.call('onAbandon');
  choose(one, '联系不上');
  choose(one, '联系不上');
  one.call('onAbandon');
  await one.settle();
  expect([abandoned, one.data['can_abandon']]).toEqual([[], false]);
});

test('D2 hands on what was chosen and written', async () => {
  const one = sheet();
  const abandoned = one.heard('abandon');
  choose(one, '搬离本市');
  one.call('onAbandon');
  write(one, ' 过完年再联系 ');
  one.call('onAbandon');
  await one.settle();
  expect(abandoned).toEqual([{ reason: '搬离本市' }, { reason: '搬离本市：过完年再联系' }]);
  expect(one.text).toContain('原因会留在任务上。放弃后随时可以取消。');
});

test('D7 22: what is at its foot stands above the keyboard', async () => {
  const one = mount('components/sheet/sheet', { shown: true, heading: '放弃任务' });
  expect(heeding.size).toBeGreaterThan(0);
  for (const heed of heeding) heed({ height: 291 });
  await one.settle();
  expect(one.data['keyboard']).toBe(291);
  one.set({ shown: false });
  for (const heed of heeding) heed({ height: 0 });
  expect(one.data['keyboard']).toBe(0);
});

test('keeps what was written until another task is asked about', async () => {
  const one = sheet();
  write(one, '过完年再联系');
  one.set({ shown: false });
  one.set({ shown: true });
  await one.settle();
  expect(one.data['words']).toBe('过完年再联系');
  one.set({ taskId: '8' });
  await one.settle();
  expect([one.data['words'], one.data['can_abandon']]).toEqual(['', false]);
});
