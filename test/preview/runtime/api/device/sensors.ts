// Sensors of a phone that lies still on a table: a program that starts one gets the same values at the interval it
// asked for.
import { optional } from '../check';
import type { ApiTable, Result } from '../table';

interface Sensor {
  start: string;
  stop: string;
  event: string;
  still: Result;
}

const SENSORS: readonly Sensor[] = [
  {
    start: 'startAccelerometer',
    stop: 'stopAccelerometer',
    event: 'AccelerometerChange',
    still: { x: 0, y: 0, z: -1 },
  },
  {
    start: 'startCompass',
    stop: 'stopCompass',
    event: 'CompassChange',
    still: { direction: 0, accuracy: 'high' },
  },
  { start: 'startGyroscope', stop: 'stopGyroscope', event: 'GyroscopeChange', still: { x: 0, y: 0, z: 0 } },
  {
    start: 'startDeviceMotionListening',
    stop: 'stopDeviceMotionListening',
    event: 'DeviceMotionChange',
    still: { alpha: 0, beta: 0, gamma: 0 },
  },
];

/** ms between two reports. */
const PACES: Readonly<Record<string, number>> = { game: 20, ui: 60, normal: 200 };
const USUAL_MS = 200;

export function addSensors(table: ApiTable): void {
  for (const { start, stop, event, still } of SENSORS) {
    const signal = table.event<Result>(event);
    let timer: ReturnType<typeof setInterval> | undefined;
    table.async(start, (options) => {
      const { interval = 'normal' } = optional(options, { interval: 'String' });
      clearInterval(timer);
      timer = setInterval(() => signal.emit(still), PACES[interval] ?? USUAL_MS);
    });
    table.async(stop, () => clearInterval(timer));
    table.standIn('this phone lies still on a table', [start, stop, `on${event}`, `off${event}`]);
  }
}
