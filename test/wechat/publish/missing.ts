/** What has to be set before anything can be sent to WeChat. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { isPlaceholder, type Origin } from './domains';

/** Who sends. */
export interface Key {
  appid: string;
  /** Absolute path of the upload key. */
  path: string;
}

/**
 * The app id and the key that the environment names; without both, what is missing and where its value comes from.
 * @throws Error when a variable is set to what cannot be right
 */
export function credentials(env: NodeJS.ProcessEnv): { key: Key | undefined; missing: string[] } {
  const { MINIPROGRAM_APPID: appid = '', MINIPROGRAM_KEY: path = '' } = env;
  if (appid !== '' && !/^wx[0-9a-f]{16}$/.test(appid))
    throw new Error(`MINIPROGRAM_APPID is no app id (wx and 16 characters): ${appid}`);
  if (path !== '' && !existsSync(path))
    throw new Error(`MINIPROGRAM_KEY names a file that does not exist: ${path}`);
  const missing = [
    ...(appid === '' ? ['MINIPROGRAM_APPID, the app id: mp.weixin.qq.com, 开发管理 → 开发设置.'] : []),
    ...(path === ''
      ? [
          'MINIPROGRAM_KEY, the path of the upload key: 开发管理 → 开发设置 → 小程序代码上传. This machine must be on its IP list.',
        ]
      : []),
  ];
  return { key: missing.length === 0 ? { appid, path: resolve(path) } : undefined, missing };
}

/** Addresses that no server answers: a version with them can be tried in development alone. */
export function placeholders(origins: readonly Origin[]): string[] {
  return origins
    .filter(({ environment, address }) => environment !== 'development' && isPlaceholder(address))
    .map(
      ({ environment, name, address }) =>
        `miniprogram/config.ts, ${[environment, name].filter(Boolean).join('.')}: ${address} is a placeholder.`,
    );
}
