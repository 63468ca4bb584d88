// Keeps measurements free of other load: waits while other processes work, and repeats what they disturbed, up to a
// limit of time.
import { setTimeout as wait } from 'node:timers/promises';
import type { Neighbours } from './neighbours';

/** Cores of others that do not show in the figures. */
const CALM = 0.15;
/** How long one looks before a load. */
const LOOK_MS = 300;

export class Quiet {
  /** How many measurements were disturbed and could not be repeated, because the time was used up. */
  disturbed = 0;

  /** @param patience_ms for waiting and for measuring again, in all */
  constructor(
    private readonly neighbours: Pick<Neighbours, 'watch'>,
    private patience_ms: number,
    private readonly look_ms = LOOK_MS,
  ) {}

  private async settle(): Promise<void> {
    for (;;) {
      const others = await this.neighbours.watch();
      await wait(this.look_ms);
      if ((await others()) <= CALM || this.patience_ms <= 0) return;
      this.patience_ms -= this.look_ms;
    }
  }

  /** Runs while nobody else does much; again, when somebody did. */
  async undisturbed<T>(run: () => Promise<T>): Promise<T> {
    for (;;) {
      await this.settle();
      const [began, others] = [performance.now(), await this.neighbours.watch()];
      const made = await run();
      if ((await others()) <= CALM) return made;
      if (this.patience_ms <= 0) {
        this.disturbed += 1;
        return made;
      }
      this.patience_ms -= performance.now() - began;
    }
  }
}
