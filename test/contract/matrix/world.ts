// The app at a reference backend, signed in as whom a row wants.
import { createAssistantApi } from '../../../miniprogram/packages/assistant/api/assistant';
import { createCoachesApi } from '../../../miniprogram/packages/staff/api/coaches';
import { createCustomersApi } from '../../../miniprogram/packages/staff/api/customers';
import { createNotesApi } from '../../../miniprogram/packages/staff/api/notes';
import { createPerformanceApi } from '../../../miniprogram/packages/staff/api/performance';
import { createTaskApi } from '../../../miniprogram/packages/staff/api/task';
import type { RouteProfile } from '../../../miniprogram/config';
import { startBackend } from '../../backend';
import type { Backend } from '../../backend';
import { createClientCore } from '../../support/client-core';
import { CODE } from '../v4/kit';
import { createTamper } from './tamper';
import type { World } from './row';

type Enter = (world: World, person: string) => Promise<unknown>;

async function enterAsCustomer({ core }: World, mobile: string): Promise<void> {
  await core.session.requestCode(mobile);
  await core.session.signIn(mobile, CODE);
}
const enterAsStaff: Enter = ({ core }) => core.session.signInStaff();

function worldOf(backend: Backend, person: string): World {
  const tamper = createTamper();
  const core = createClientCore(backend.url, backend.profile, {
    wrapNetwork: tamper.wrap,
    loginCode: () => person,
  });
  const client = core.xcx.client;
  const staff = {
    assistant: createAssistantApi(client, core.config.timeouts.stream_ms),
    coaches: createCoachesApi(client),
    customers: createCustomersApi(client),
    notes: createNotesApi(client),
    performance: createPerformanceApi(client),
    task: createTaskApi(client),
  };
  return { backend, core, client, staff, tamper, as: () => Promise.reject(new Error('not opened')) };
}

async function opened(backend: Backend, person: string, enter: Enter): Promise<World> {
  const world = worldOf(backend, person);
  await enter(world, person);
  return { ...world, as: (other) => opened(backend, other, enter) };
}

/** One backend for a file; `open` resets it and signs that person in. */
export function useWorld(
  side: 'v4' | 'xcx',
  person: string,
  profile: RouteProfile = 'documented',
): (other?: string) => Promise<World> {
  let backend: Backend | undefined;
  beforeAll(async () => {
    backend = await startBackend({ port: 0, profile });
  }, 60_000);
  afterAll(() => backend?.close());
  return async (other = person) => {
    if (backend === undefined) throw new Error('the backend is not running');
    backend.dev.reset();
    backend.dev.waitWithoutAgent(0);
    backend.dev.xcx.setQuirks({ stream_pace_ms: 0 });
    return opened(backend, other, side === 'v4' ? enterAsCustomer : enterAsStaff);
  };
}
