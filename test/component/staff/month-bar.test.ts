// D9 The month bar: one month at a time, nothing at an end, and any month by its picker where the page offers one.
import { mount } from '../support/mount';

const BAR = 'packages/staff/components/month-bar/month-bar';
const ends = { text: '2026年11月', canGoBack: true, canGoOn: false };

test('D9 its arrows move by one, and one at an end does nothing', async () => {
  const bar = mount(BAR, ends);
  const moves = bar.heard('move');
  bar.tap('.arrow');
  await bar.settle();
  bar.call('onOn');
  await bar.settle();
  expect(moves).toEqual([{ by: -1 }]);
  bar.set({ canGoOn: true });
  bar.call('onOn');
  await bar.settle();
  expect(moves).toEqual([{ by: -1 }, { by: 1 }]);
  expect(bar.count('.arrow-off')).toBe(0);
  bar.destroy();
});

test('D9 the month is a text, and a way to any month where the page names it', () => {
  const bar = mount(BAR, ends);
  expect([bar.text, bar.count('picker')]).toEqual([['2026年11月'], 0]);
  bar.set({ value: '2026-11', first: '2024-11', last: '2026-11' });
  expect([bar.text, bar.count('.month-pick')]).toEqual([['2026年11月'], 1]);
  bar.destroy();
});
