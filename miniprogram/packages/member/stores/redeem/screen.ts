// A bright screen that stays awake while a code is shown, and is given back as it was. The phone's calls are slow and
// may be asked for in any order, so they run one after the other towards what is wanted last.
import type { DevicePort } from '../../../../platform/ports';

type ScreenDevice = Pick<DevicePort, 'brightness' | 'setBrightness' | 'keepScreenOn' | 'hideOnCapture'> & {
  info: Pick<DevicePort['info'], 'platform'>;
};

const FULL = 1;
/** Android: leave it to the system again. A number would freeze the automatic brightness. */
const SYSTEM = -1;

export class Screen {
  private wanted = false;
  private is = false;
  private before: number | undefined;
  private running: Promise<void> | undefined;

  constructor(private readonly device: ScreenDevice) {}

  /** Asks for a bright (`true`) or an ordinary screen. Returns at once. */
  want(bright: boolean): void {
    this.wanted = bright;
    this.running ??= this.follow().finally(() => {
      this.running = undefined;
    });
  }

  /** Resolves when the phone is as wanted last. */
  async settled(): Promise<void> {
    while (this.running) await this.running;
  }

  private async follow(): Promise<void> {
    while (this.wanted !== this.is) {
      this.is = this.wanted;
      if (this.is) await this.brighten();
      else await this.restore();
    }
  }

  private async brighten(): Promise<void> {
    this.before = await this.remember();
    const { device } = this;
    // Each is worth having without the others: a phone may refuse any of them.
    await quietly(device.keepScreenOn(true));
    await quietly(device.hideOnCapture(true));
    if (this.before !== undefined && this.wanted) await quietly(device.setBrightness(FULL));
  }

  private async restore(): Promise<void> {
    const { device, before } = this;
    if (before !== undefined) await quietly(device.setBrightness(before));
    await quietly(device.keepScreenOn(false));
    await quietly(device.hideOnCapture(false));
  }

  /** What to give back later; `undefined` when unknown, and then the brightness is left alone. */
  private async remember(): Promise<number | undefined> {
    if (this.device.info.platform === 'android') return SYSTEM;
    try {
      return await this.device.brightness();
    } catch {
      return undefined;
    }
  }
}

/** A screen that cannot be made brighter is no failure of the code on it. */
async function quietly(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch {
    return;
  }
}
