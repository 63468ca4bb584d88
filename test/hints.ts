// What stands in the panel beside the phone, so that somebody new is in the program by one tap.
import { DEMO_STAFF } from './backend/demo';
import type { Hint } from './preview/protocol';

export const ACCOUNTS = [
  {
    mobile: '13800000031',
    en: 'a full backpack (customer and administrator)',
    zh: '满的背包',
  },
  { mobile: '13800000032', en: 'a second customer', zh: '另一位顾客' },
  { mobile: '13800000033', en: 'an empty backpack', zh: '空的背包' },
];
/** Opens every account of the reference backend. */
export const CODE = '123456';

/** Where a member of staff comes in. */
const ENTRANCE = 'packages/entrance/entrance/entrance';
/** Where a customer signs in, and what its fields are called. */
const SIGN_IN = 'packages/member/sign-in/sign-in';
const customers = ACCOUNTS.map(({ mobile, zh }) => ({
  text: zh,
  path: SIGN_IN,
  fields: { 手机号: mobile, 短信验证码: CODE },
}));
const staff = DEMO_STAFF.map(({ openid, called }) => ({ openid, text: called, path: ENTRANCE }));

/** @param backendUrl where its desk and its own panel are */
export function hintsFor(backendUrl: string): Hint[] {
  return [
    {
      title: '顾客账号（点一下，替您填好登录）',
      people: customers,
      lines: [`任何手机号都能注册，验证码 ${CODE}`],
    },
    {
      title: '员工账号（点一下，换成这个人的手机）',
      people: staff,
      lines: ['两种身份：进入后再到「我的」登录会员', '审核申请：客服工作台的「员工」'],
    },
    {
      title: '另一端（在新窗口打开）',
      links: [
        { text: '客服工作台', url: `${backendUrl}/desk` },
        { text: '后端控制台', url: `${backendUrl}/dev` },
      ],
      lines: [],
    },
  ];
}
