// Which build is running, as WeChat knows it.
import { tableOf } from '../../format/lookup';

const environments = tableOf<string>({ develop: '开发版', trial: '体验版' });

/** `1.4.0`, or the environment where there is no released version. */
export function versionText(): string {
  const { version, envVersion } = wx.getAccountInfoSync().miniProgram;
  const environment = environments[envVersion] ?? '';
  return [version, environment].filter((part) => part !== '').join(' ');
}
