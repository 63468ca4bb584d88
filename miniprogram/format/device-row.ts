// One device somebody is signed in on, in words.
import type { LoginSession } from '../../typings/v4/auth';
import { tableOf } from './lookup';
import { nameText } from './unicode';
import { unreadableText } from './unreadable';
import { formatMinute, parseWireTime } from './time';

export interface DeviceRow {
  row_key: string;
  name: string;
  detail: string;
  is_current: boolean;
}

const platforms = tableOf<string>({
  wechat_mp: '微信小程序',
  douyin_mp: '抖音小程序',
  alipay_mp: '支付宝小程序',
  app: '手机应用',
  web: '网页',
});

/** The row in the place of those that cannot be shown, where there are any. */
export function unreadableDevices(count: number): DeviceRow[] {
  const name = unreadableText(count);
  return name === '' ? [] : [{ row_key: 'unreadable', name, detail: '', is_current: false }];
}

/** The platform, then where and when it was last active, as far as the backend says. */
export function deviceRow(session: LoginSession): DeviceRow {
  const active = parseWireTime(session.last_activity);
  const facts = [
    nameText(session.login_location, ''),
    active === null ? '' : `最近使用 ${formatMinute(active)}`,
  ];
  return {
    row_key: session.authentication_session_id,
    name: platforms[session.login_platform ?? ''] ?? '其他设备',
    detail: facts.filter((fact) => fact !== '').join(' · '),
    is_current: session.is_current,
  };
}
