// What is typed or pasted into the sign-in form, before any length is cut.
import { mobileDigits } from '../../../miniprogram/packages/member/stores/sign-in/form';

const MOBILE = '13800000031';

test.each([
  ['138 0000 0031', MOBILE],
  ['+86 138-0000-0031', MOBILE],
  ['8613800000031', MOBILE],
  ['138000000319', MOBILE],
  ['1380', '1380'],
])('%s is the number %s', (typed, mobile) => {
  expect(mobileDigits(typed)).toBe(mobile);
});
