// Amounts, sizes, people, devices, balances.
import { groupedAmount } from '../../../miniprogram/format/amount';
import { assetTile } from '../../../miniprogram/format/asset-tile';
import { bytesText } from '../../../miniprogram/format/bytes';
import { deviceRow } from '../../../miniprogram/format/device-row';
import { avatarLetter, maskedMobile } from '../../../miniprogram/format/person';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567.5, '1,234,567.5'],
  [-1200, '-1,200'],
  [-0.001, '0'],
  [0.1 + 0.2, '0.3'],
  [Number.NaN, '—'],
])('the amount %d reads %s', (value, text) => {
  expect(groupedAmount(value)).toBe(text);
});

test.each([
  [0, '0 KB'],
  [1, '1 KB'],
  [1024 * 1023, '1023 KB'],
  [1024 * 1024 * 3.4, '3.4 MB'],
])('%d bytes read %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});

test.each([
  ['13800000031', '138****0031'],
  ['138****0031', '138****0031'],
  ['+86 138 0000 0031', '****31'],
  ['', ''],
])('the number %j is shown as %j', (mobile, shown) => {
  expect(maskedMobile(mobile)).toBe(shown);
});

test.each([
  ['陈小满', '陈'],
  [' anna', 'A'],
  ['🦊狐狸', '🦊'],
  ['  ', '·'],
])('%j signs as %s', (name, letter) => {
  expect(avatarLetter(name)).toBe(letter);
});

test('a device says what, where and when as far as is known', () => {
  const bare = { authentication_session_id: '7', device_id: null, is_current: false };
  expect(deviceRow(bare)).toEqual({ row_key: '7', name: '其他设备', detail: '', is_current: false });
  const known = { login_platform: 'wechat_mp', login_location: '杭州', last_activity: '2026-11-22 06:41:03' };
  expect(deviceRow({ ...bare, ...known, is_current: true })).toEqual({
    row_key: '7',
    name: '微信小程序',
    detail: '杭州 · 最近使用 2026-11-22 06:41',
    is_current: true,
  });
});

test('a balance names what is held back only when something is', () => {
  const points = { asset_code: 'points', display_name: '积分', total_amount: 1300, available_amount: 1250 };
  expect(assetTile({ ...points, frozen_amount: 50 })).toMatchObject({
    available_text: '1,250',
    frozen_text: '冻结 50',
  });
  expect(assetTile({ ...points, frozen_amount: 0 }).frozen_text).toBe('');
});
