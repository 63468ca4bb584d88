// Who is signed in as a customer, as 我的 says it.
import { customerView } from '../../../../miniprogram/stores/person/customer-view';
import type { User } from '../../../../typings/v4/auth';
import { user } from './session-kit';

const viewOf = (more: Partial<User>) =>
  customerView({ customer: { state: 'signed_in', user: { ...user('31'), mobile: '13800000031', ...more } } });

test('nobody signed in is nobody', () => {
  expect(customerView({ customer: { state: 'signed_out', reason: 'expired' } })).toEqual({
    ...{ signed_in: false, nickname: '', letter: '', mobile: '', level: '' },
  });
});

test('a customer is shown by name, with a number that nobody can read off', () => {
  expect(viewOf({ nickname: '林夏', user_level: 'vip' })).toEqual({
    ...{ signed_in: true, nickname: '林夏', letter: '林', mobile: '138****0031', level: 'VIP 会员' },
  });
});

test.each([
  ['normal', '普通会员'],
  ['merchant', '商户会员'],
  ['level_9', ''],
  ['constructor', ''],
  [undefined, ''],
])('the level %j is said as „%s“', (user_level, level) => {
  expect(viewOf(user_level === undefined ? {} : { user_level }).level).toBe(level);
});
