// What the dev panel shows at a glance.
import { PEOPLE } from '../db/seed/people';
import { DEMO_ACCOUNTS } from '../demo';
import { beijingIso } from '../clock';
import type { DevControls } from './controls';

export function stateOf(dev: DevControls) {
  return {
    profile: dev.profile,
    revision: dev.revision,
    xcx_profile: dev.xcx.profile,
    now: beijingIso(dev.now),
    latency_ms: dev.faults.latencyMs,
    maintenance: dev.faults.maintenance,
    requests_per_minute: dev.faults.requestsPerMinute,
    sockets: {
      open: dev.sockets.count,
      refuses: dev.sockets.refuses,
      full: dev.sockets.isFull,
      ...dev.sockets.pushes,
    },
    scripted_agent: dev.script.isOn,
    people: PEOPLE.map(({ user_id, mobile, nickname }) => ({ user_id, mobile, nickname })),
    accounts: DEMO_ACCOUNTS,
  };
}
