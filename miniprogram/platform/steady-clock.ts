// A clock that never goes back: phones set theirs by the network, and a deadline must not move hours away by that.
import type { Clock } from './ports';

export function steadyClock(clock: Clock): Clock {
  let last = clock.now();
  let behind = 0;
  return {
    now() {
      const read = clock.now() + behind;
      if (read < last) behind += last - read;
      last = Math.max(read, last);
      return last;
    },
  };
}
