// The phones of a world. A phone that was put away is used again: its page has the scripts compiled already and opens
// in half the time.
import type { Browser, Page } from 'playwright-core';
import { openPreview } from '../../preview/playwright';
import type { Device, OpenOptions } from '../../preview/playwright';

/** More are rarely open at once. */
const KEPT = 3;

/** What stays with a page: a phone is taken out again by somebody of the same kind. */
type Kind = 'plain' | 'clocked';

const kindOf = ({ clock }: OpenOptions): Kind => (clock === undefined ? 'plain' : 'clocked');

export class Phones {
  private out: { device: Device; kind: Kind }[] = [];
  private readonly rested: Record<Kind, Page[]> = { plain: [], clocked: [] };

  constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  /** Those that were opened and not put away, closed ones too. */
  get open_ones(): readonly Device[] {
    return this.out.map(({ device }) => device);
  }

  async open(options: OpenOptions): Promise<Device> {
    const kind = kindOf(options);
    const device = await openPreview(this.browser, this.url, options, this.rested[kind].pop());
    this.out.push({ device, kind });
    return device;
  }

  /** Every open phone forgets all; the next ones may be the same. */
  async putAway(): Promise<void> {
    const out = this.out;
    this.out = [];
    await Promise.all(
      out.map(async ({ device, kind }) => {
        if (device.page.isClosed()) return;
        if (this.rested[kind].length >= KEPT) return device.close();
        // A clock that was stopped would stay stopped.
        if (kind === 'clocked') await device.page.clock.resume();
        this.rested[kind].push(await device.rest());
      }),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.out.map(({ device }) => device.close()));
    await Promise.all(
      Object.values(this.rested)
        .flat()
        .map((page) => page.context().close()),
    );
  }
}
