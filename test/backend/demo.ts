// The demo accounts of both APIs in one list, for who shows them beside the phone.
import { PEOPLE } from './db/seed/people';
import { ACCOUNTS } from './xcx/data/accounts';

export interface DemoAccount {
  /** Signs in as a customer, with the code 123456. */
  mobile?: string;
  /** Signs in as staff: the stable code of `wx.login` (and of `/dev-login`). */
  openid?: string;
  about: string;
  zh: string;
}

const CUSTOMERS: Readonly<Record<string, string>> = {
  '13800000031': '顾客：满的背包（也是管理员）',
  '13800000032': '另一位顾客',
  '13800000033': '顾客：空的背包',
  '13800000034': '已停用的顾客',
  '13800000035': '门店核销员',
};

/** Customers, then staff; who is both has both. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  ...PEOPLE.map(({ mobile, about }) => ({ mobile, about, zh: CUSTOMERS[mobile] ?? about })),
  ...ACCOUNTS.map(({ openid, mobile, about, zh }) => ({
    ...(mobile === undefined ? {} : { mobile }),
    ...{ openid, about, zh },
  })),
];

/** Who can be on the phone by one tap beside it, and in how few words they are called there. */
export const DEMO_STAFF: readonly { openid: string; called: string }[] = ACCOUNTS.map(
  ({ openid, called }) => ({
    openid,
    called,
  }),
);
