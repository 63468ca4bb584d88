// The rating input: what is lit is what is chosen, and a rating can be taken back.
import { mount } from '../support/mount';

const WORDS = ['不愿意', '不太愿意', '一般', '愿意', '很愿意'];
const rating = (value: number, more: Record<string, unknown> = {}) =>
  mount('packages/staff/components/star-row/star-row', { label: '再服务意愿', words: WORDS, value, ...more });

test('D9 a rating that is not given lights nothing and says that it need not be', () => {
  const row = rating(0);
  expect(row.count('.lit')).toBe(0);
  expect(row.text).toEqual(['再服务意愿', '可不填']);
});

test('D9 a tap on a star tells which, and lights up to it', async () => {
  const row = rating(0);
  const changed = row.heard('change');
  row.tap('.star-4');
  await row.settle();
  expect(changed).toEqual([{ value: 4 }]);
  row.set({ value: 4 });
  await row.settle();
  expect(row.count('.lit')).toBe(4);
  expect(row.text).toContain('愿意');
});

test('D9 a tap on the chosen star takes the rating back', async () => {
  const row = rating(3);
  const changed = row.heard('change');
  row.tap('.star-3');
  row.tap('.star-2');
  await row.settle();
  expect(changed).toEqual([{ value: 0 }, { value: 2 }]);
});

test('D9 while the note is being saved no star answers', async () => {
  const row = rating(3, { disabled: true });
  const changed = row.heard('change');
  row.tap('.star-5');
  await row.settle();
  expect(changed).toEqual([]);
});
