// The app's core with a staff member signed in at the reference backend.
import { createAssistantApi } from '../../../miniprogram/packages/assistant/api/assistant';
import type { AssistantApi } from '../../../miniprogram/packages/assistant/api/assistant';
import type { RouteProfile } from '../../../miniprogram/config';
import type { ClientCore } from '../../support/client-core';
import { useBackend } from '../v4/kit';

export interface StaffKit extends ReturnType<typeof useBackend> {
  /** A core with the person of that openid signed in; no request counted yet. */
  staff(openid?: string): Promise<ClientCore>;
  /** The assistant's wrappers over that core. */
  assistant(core: ClientCore): AssistantApi;
  userId(openid: string): number;
}

/** A backend of that profile for the tests of a block, reset before each; answers are streamed without a pause. */
export function useStaff(profile: RouteProfile): StaffKit {
  const kit = useBackend({ profile });
  beforeEach(() => kit.backend.dev.xcx.setQuirks({ stream_pace_ms: 0 }));
  return {
    get backend() {
      return kit.backend;
    },
    core: (options) => kit.core(options),
    async staff(openid = 'demo-coach') {
      const core = kit.core({ loginCode: () => openid });
      await core.session.signInStaff();
      kit.backend.dev.requests.clear();
      return core;
    },
    assistant: ({ xcx, config }) => createAssistantApi(xcx.client, config.timeouts.stream_ms),
    userId: (openid) => kit.backend.dev.xcx.userId(openid),
  };
}
