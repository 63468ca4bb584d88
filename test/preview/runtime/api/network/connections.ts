// The ten HTTP calls that may run at once, and what happens to them when the program leaves the screen.
import type { HostPorts } from '../../ports/host';
import { Slots } from './slots';
import { INTERRUPTED, Suspension } from './suspension';

const AT_ONCE = 10;

export class Connections {
  private readonly slots = new Slots(AT_ONCE);
  private readonly open = new Set<(reason: string) => void>();
  private readonly suspension: Suspension;

  constructor(ports: HostPorts) {
    this.suspension = new Suspension(ports, () => {
      for (const cut of [...this.open]) cut(INTERRUPTED);
    });
  }

  /**
   * @param start gets the function that ends the connection
   * @param interrupted called once with WeChat's reason when the phone cuts it off
   * @returns leaves the line before the start
   */
  enter(start: (leave: () => void) => void, interrupted: (reason: string) => void): () => void {
    if (this.suspension.active) {
      setTimeout(() => interrupted(INTERRUPTED), 0);
      return () => undefined;
    }
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
}
