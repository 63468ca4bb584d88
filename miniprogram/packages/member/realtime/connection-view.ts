// The socket's state in the words of a banner.
import { TIMES } from './delays';
import { isWanted } from './policy';
import type { PolicyState } from './policy-state';

/**
 * `off`: no connection is due (signed out, not started, in the background, no network). `settling`: connecting for less
 * than 3 s, too short to show. `connecting`: for longer, show it.
 */
export type ConnectionView = 'off' | 'settling' | 'connecting' | 'connected';

export function connectionView(state: PolicyState, now: number): ConnectionView {
  if (state.link.state === 'open' && isWanted(state, now)) return 'connected';
  if (state.missing_since === undefined) return 'off';
  return now < state.missing_since + TIMES.banner ? 'settling' : 'connecting';
}
