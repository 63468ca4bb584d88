// The app's own core, against a running backend or anything else that answers HTTP; with the wrappers that live in packages.
import { createBoardsApi } from '../../miniprogram/packages/staff/api/boards';
import { createConfigApi } from '../../miniprogram/packages/staff/api/config';
import { createTasksApi } from '../../miniprogram/packages/staff/api/tasks';
import { v4Routes } from '../../miniprogram/api/v4/routes';
import { createCore } from '../../miniprogram/compose/core';
import { configFor } from '../../miniprogram/config';
import type { RouteProfile } from '../../miniprogram/config';
import { createChatApi } from '../../miniprogram/packages/member/api/chat';
import { createNodePlatform } from './node-platform';
import type { NodePlatformOptions } from './node-platform';

export type ClientCore = ReturnType<typeof createClientCore>;

/** `origin`: where the backend listens. The platform's options are for restarts, fake time and such. */
export function createClientCore(
  origin: string,
  profile: RouteProfile = 'documented',
  options: NodePlatformOptions = {},
) {
  const platform = createNodePlatform(options);
  const core = createCore(platform, configFor('development', { profile, origin }));
  const { client, api } = core.xcx;
  const staff = {
    tasks: createTasksApi(client),
    boards: createBoardsApi(client),
    config: createConfigApi(client),
  };
  const chat = createChatApi(core.v4.client, v4Routes(profile), core.config.timeouts.send_message_ms);
  return {
    ...{ ...core, platform },
    v4: { ...core.v4, api: { ...core.v4.api, chat } },
    xcx: { ...core.xcx, api: { ...api, ...staff } },
  };
}
