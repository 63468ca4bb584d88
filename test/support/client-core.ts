// The app's own core, against a running backend or anything else that answers HTTP.
import { createCore } from '../../miniprogram/compose/core';
import type { Core } from '../../miniprogram/compose/core';
import { configFor } from '../../miniprogram/config';
import type { RouteProfile } from '../../miniprogram/config';
import { createNodePlatform } from './node-platform';
import type { NodePlatform, NodePlatformOptions } from './node-platform';

export interface ClientCore extends Core {
  platform: NodePlatform;
}

/** `origin`: where the backend listens. The platform's options are for restarts, fake time and such. */
export function createClientCore(
  origin: string,
  profile: RouteProfile = 'documented',
  options: NodePlatformOptions = {},
): ClientCore {
  const platform = createNodePlatform(options);
  const core = createCore(platform, configFor('development', { profile, origin }));
  return { ...core, platform };
}
