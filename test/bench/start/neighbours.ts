// Measures what other processes use while a start is measured. A shared core makes the start slower, and an
// interruption counts fourfold, because the browser's slowdown stretches all elapsed time.
import os from 'node:os';
import type { Browser, CDPSession } from 'playwright-core';

interface Spent {
  at_ms: number;
  /** Of all processors and all processes; ms. */
  all_ms: number;
  /** Of this process; ms. */
  own_ms: number;
  /** Of the browser's processes, by id; ms. */
  browser_ms: Map<number, number>;
}

function busy_ms(): number {
  return os.cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);
}

export class Neighbours {
  private constructor(private readonly devtools: CDPSession) {}

  static async of(browser: Browser): Promise<Neighbours> {
    return new Neighbours(await browser.newBrowserCDPSession());
  }

  private async spent(): Promise<Spent> {
    const { processInfo } = await this.devtools.send('SystemInfo.getProcessInfo');
    const { user, system } = process.cpuUsage();
    return {
      at_ms: performance.now(),
      all_ms: busy_ms(),
      own_ms: (user + system) / 1000,
      browser_ms: new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime * 1000])),
    };
  }

  /** Starts counting. @returns what others have used since then, in cores: 0.5 is half a core */
  async watch(): Promise<() => Promise<number>> {
    const before = await this.spent();
    return async () => {
      const after = await this.spent();
      const browser_ms = [...after.browser_ms].reduce(
        (sum, [id, ms]) => sum + ms - (before.browser_ms.get(id) ?? 0),
        0,
      );
      const ours = after.own_ms - before.own_ms + browser_ms;
      return Math.max(0, after.all_ms - before.all_ms - ours) / (after.at_ms - before.at_ms);
    };
  }
}
