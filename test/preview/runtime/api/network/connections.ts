// The ten HTTP calls that may run at once, and what happens to them when the program leaves the screen.
import type { HostPorts } from '../../ports/host';
import { Slots } from './slots';

const AT_ONCE = 10;
/** A call that is still running this long after the program went to the background is interrupted. */
const BACKGROUND_GRACE_MS = 5_000;

export class Connections {
  private readonly slots = new Slots(AT_ONCE);
  private readonly open = new Set<(reason: string) => void>();
  private suspension: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: HostPorts) {
    ports.events.subscribe('AppHide', () => {
      this.suspension = setTimeout(() => this.interrupt(), BACKGROUND_GRACE_MS);
    });
    ports.events.subscribe('AppShow', () => clearTimeout(this.suspension));
  }

  /**
   * @param start gets the function that ends the connection
   * @param interrupted called once with WeChat's reason when the phone cuts it off
   * @returns leaves the line before the start
   */
  enter(start: (leave: () => void) => void, interrupted: (reason: string) => void): () => void {
    this.open.add(interrupted);
    const leaveLine = this.slots.enter((leave) =>
      start(() => {
        this.open.delete(interrupted);
        leave();
      }),
    );
    return () => {
      this.open.delete(interrupted);
      leaveLine();
    };
  }

  private interrupt(): void {
    for (const cut of [...this.open]) cut('interrupted');
  }
}
