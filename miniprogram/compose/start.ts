// Starts the core on a phone: which environment, which overrides of a developer, WeChat's ports. For `app.ts`.
import { configFor } from '../config';
import type { Overrides } from '../config';
import type { Platform } from '../platform/ports';
import type { StorageKey } from '../platform/storage-types';
import { createStore } from '../platform/storage';
import { createWxPlatform } from '../platform/wx/platform';
import { createCore } from './core';
import { logBrokenRows } from './launch/error-log';
import type { Core } from './core';

const text = (name: string): StorageKey<string> => ({
  name,
  kind: 'kept',
  version: 1,
  decode: (value) => (typeof value === 'string' ? value : undefined),
});
const profileKey = text('dev.profile');
const originKey = text('dev.origin');

/**
 * What a developer asked for, by the launch query (`?profile=deployed&origin=http://127.0.0.1:9001`). It is kept, so
 * that a restart without a query (a tab, a reload) stays on it; `profile=documented` or `origin=default` goes back.
 * Only development honours it.
 */
export function developerOverrides(platform: Platform): Overrides {
  if (platform.device.info.env !== 'development') return {};
  const shelf = createStore(platform.storage, platform.clock).area('app');
  const { query } = platform.lifecycle.launchOptions();
  const asked = { profile: decoded(query.profile), origin: decoded(query.origin) };
  if (asked.profile !== undefined) shelf.write(profileKey, asked.profile);
  if (asked.origin !== undefined) shelf.write(originKey, asked.origin);
  return { profile: shelf.read(profileKey), origin: shelf.read(originKey) };
}

/** Launch queries arrive encoded. */
function decoded(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

/** The core of this run of the app. */
export function startCore(): Core {
  const platform = createWxPlatform();
  const config = configFor(platform.device.info.env, developerOverrides(platform));
  return createCore(platform, config, logBrokenRows);
}
