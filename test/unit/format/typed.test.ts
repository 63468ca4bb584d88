// I10: numbers and codes are understood as they are pasted, before any length is cut.
import { codeDigits, mobileDigits } from '../../../miniprogram/format/typed';
import { FIRST_VIEW, itemsIn } from '../../../miniprogram/stores/backpack/view';
import { item } from '../stores/backpack/kit';

const MOBILE = '13800000031';

test.each([
  MOBILE,
  '138 0000 0031',
  '138-0000-0031',
  '１３８００００００３１',
  '+86 138 0000 0031',
  '+８６－１３８ ００００ ００３１',
  '＋86 13800000031',
  '0086 138 0000 0031',
  '00 86 13800000031',
  '008613800000031',
  '+86 (0) 138 0000 0031',
  '+86（0）13800000031',
  '+86 0138 0000 0031',
  '013800000031',
  '\u202a+86 138\u00a00000\u200b0031\u202c',
  '电话：138 0000 0031',
  '138000000319',
])('I10 %s is the number', (pasted) => {
  expect(mobileDigits(pasted)).toBe(MOBILE);
});

test('I10 digit by digit the same number comes of every way to begin it', () => {
  for (const typed of [MOBILE, `86${MOBILE}`, `0086${MOBILE}`, `0${MOBILE}`]) {
    let shown = '';
    for (const digit of typed) shown = mobileDigits(shown + digit);
    expect(shown).toBe(MOBILE);
  }
});

test.each([
  ['123456', '123456'],
  ['123 456', '123456'],
  ['123-456', '123456'],
  ['１２３４５６', '123456'],
  ['１２３　４５６', '123456'],
  ['验证码 123456，5 分钟内有效', '123456'],
  ['5 分钟内有效，验证码：123 456。', '123456'],
  ['【门店】您的验证码是123456', '123456'],
  ['1234567', '123456'],
  ['12', '12'],
  ['', ''],
])('I10 %s is the code %s', (pasted, code) => {
  expect(codeDigits(pasted, 6)).toBe(code);
});

test('I10 an item is found by its code however it is grouped, and by its name in any width', () => {
  const items = [
    item(1, { tracking_code: 'TRK-2026-0001', item_name: 'Latte 券' }),
    item(2, { tracking_code: 'TRK-2026-0002' }),
  ];
  const found = (query: string) => itemsIn(items, { ...FIRST_VIEW, query }, 0).map(({ item_id }) => item_id);
  expect(found('trk 2026 0001')).toEqual(['1']);
  expect(found('２０２６－０００２')).toEqual(['2']);
  expect(found('ＬＡＴＴＥ')).toEqual(['1']);
  expect(found('-')).toEqual(['1', '2']);
});
