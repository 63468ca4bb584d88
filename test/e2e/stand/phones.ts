// The phones of a world. One that was put away is taken out again: what its page has compiled already opens in half the time.
import type { Browser, Page } from 'playwright-core';
import { openPreview } from '../../preview/playwright';
import type { Device, OpenOptions } from '../../preview/playwright';

/** More are rarely open at once. */
const KEPT = 3;

export class Phones {
  private out: { device: Device; plain: boolean }[] = [];
  private readonly rested: Page[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  async open(options: OpenOptions): Promise<Device> {
    // A clock or a storage stays with a page.
    const plain = options.clock === undefined && options.storage === undefined;
    const device = await openPreview(this.browser, this.url, options, plain ? this.rested.pop() : undefined);
    this.out.push({ device, plain });
    return device;
  }

  /** Every open phone forgets all; the next ones may be the same. */
  async putAway(): Promise<void> {
    const open = this.out;
    this.out = [];
    await Promise.all(
      open.map(async ({ device, plain }) => {
        if (device.page.isClosed()) return;
        if (!plain || this.rested.length >= KEPT) await device.close();
        else this.rested.push(await device.rest());
      }),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.out.map(({ device }) => device.close()));
    await Promise.all(this.rested.map((page) => page.context().close()));
  }
}
