// What can be tapped in a message: addresses and numbers as agents write them, and nothing that merely looks alike.
import { textParts } from '../../../miniprogram/packages/member/format/links';

const links = (text: string): string[] =>
  textParts(text).flatMap(({ text: part, link }) => (link === '' ? [] : [`${link} ${part}`]));

test.each([
  ['请打 021-6655 0188 预约', ['phone 021-6655 0188']],
  ['手机13800000031，座机0571-88880000', ['phone 13800000031', 'phone 0571-88880000']],
  ['热线400-820-8820。', ['phone 400-820-8820']],
  ['看 https://m.example.cn/a?b=1#c，谢谢', ['url https://m.example.cn/a?b=1#c']],
  ['m.example.cn/tea/menu 和 example.com', ['url m.example.cn/tea/menu', 'url example.com']],
  ['写信 a@example.com', []],
  ['订单 202611220138000000311234', []],
  ['编号 LTD-2026-0138', []],
  ['周六下午 3 点，一共 4 位，128.50 元', []],
  ['', []],
])('in %p: %j', (text, found) => {
  expect(links(text)).toEqual(found);
  const whole = textParts(text)
    .map((part) => part.text)
    .join('');
  expect(whole).toBe(found.length === 0 ? '' : text);
});

test('a text is its parts in their order, each with its place, and none is empty', () => {
  const phone = { text: '13800000031', link: 'phone' };
  expect(textParts('13800000031')).toEqual([{ ...phone, at: 0 }]);
  expect(textParts('13800000031 是我的')).toEqual([
    { ...phone, at: 0 },
    { text: ' 是我的', link: '', at: 11 },
  ]);
  expect(textParts('打 13800000031')).toEqual([
    { text: '打 ', link: '', at: 0 },
    { ...phone, at: 2 },
  ]);
  expect(textParts('没有')).toEqual([]);
});
