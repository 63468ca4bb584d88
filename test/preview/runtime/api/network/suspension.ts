// What a phone does to the connections of a program that left the screen: the open ones are cut off after a while, and none is made
// until it is back.
import type { HostPorts } from '../../ports/host';

/** What is still open this long after the program went to the background is interrupted. */
const BACKGROUND_GRACE_MS = 5_000;

export const INTERRUPTED = 'interrupted';

export class Suspension {
  /** No connection can be made. */
  active = false;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  /** @param cut ends all open connections */
  constructor(ports: HostPorts, cut: () => void) {
    ports.events.subscribe('AppHide', () => {
      this.waiting = setTimeout(() => {
        this.active = true;
        cut();
      }, BACKGROUND_GRACE_MS);
    });
    ports.events.subscribe('AppShow', () => {
      clearTimeout(this.waiting);
      this.active = false;
    });
  }
}
