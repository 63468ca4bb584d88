// Who is signed in, in flat values for 我的.
import { tableOf } from '../../format/lookup';
import { nameText } from '../../format/unicode';
import { avatarLetter, maskedMobile } from '../../format/person';
import type { SessionStore } from './session';

/** Words for `user_level`; no word for one nobody knows, rather than a code. */
const levels = tableOf<string>({ normal: '普通会员', vip: 'VIP 会员', merchant: '商户会员' });

export interface CustomerView {
  signed_in: boolean;
  nickname: string;
  letter: string;
  mobile: string;
  level: string;
}

/** A customer without a name is called by what they are, never by their number. */
export function customerView({ customer }: Pick<SessionStore, 'customer'>): CustomerView {
  if (customer.state === 'signed_out') {
    return { signed_in: false, nickname: '', letter: '', mobile: '', level: '' };
  }
  const { user } = customer;
  const nickname = nameText(user.nickname, '会员');
  return {
    signed_in: true,
    nickname,
    letter: avatarLetter(nickname),
    mobile: maskedMobile(user.mobile),
    level: levels[user.user_level ?? ''] ?? '',
  };
}
