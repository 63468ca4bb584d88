// The phone's own state that a program changes: brightness, awake, capture. The frame shows it, tests read it.
import type { DeviceSnapshot } from '../../ports/inspection';
import type { Desk } from '../../shell/index';

export class DeviceState {
  private state: DeviceSnapshot = {
    brightness: 0.6,
    keepScreenOn: false,
    visualEffectOnCapture: 'none',
    vibrations: 0,
    lastCall: '',
  };

  constructor(private readonly desk: Desk | null) {}

  snapshot(): Readonly<DeviceSnapshot> {
    return { ...this.state };
  }

  change(patch: Partial<DeviceSnapshot>): void {
    this.state = { ...this.state, ...patch };
    const { brightness, keepScreenOn, visualEffectOnCapture } = this.state;
    this.desk?.dim(brightness);
    const words = [
      brightness >= 0.95 ? '亮' : '',
      keepScreenOn ? '常亮' : '',
      visualEffectOnCapture === 'hidden' ? '防截屏' : '',
    ];
    this.desk?.showDeviceState(words.filter((word) => word !== '').join(' · '));
  }

  vibrated(): void {
    this.change({ vibrations: this.state.vibrations + 1 });
  }
}
