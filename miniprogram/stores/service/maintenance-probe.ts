// Asks from time to time whether the maintenance is over, while somebody looks at the app and there is a network: one
// small request, so that pages need not ask by turns.
import { reaction } from 'mobx-miniprogram';
import { parseWireTime } from '../../format/time';
import type { Clock, LifecyclePort, Off, Random, Timers } from '../../platform/ports';
import type { MaintenanceStore } from './maintenance';

/** Between two questions, ms; half as long to half as long again, so that a shop's phones do not ask as one. */
const PAUSE_MS = 30_000;
/** While the end that was told is farther away than `FAR_MS`. */
const LONG_PAUSE_MS = 120_000;
const FAR_MS = 10 * 60_000;
/** After the app comes back, ms. */
const BACK_MS = 1_000;

export interface ProbeParts {
  maintenance: Pick<MaintenanceStore, 'current'>;
  /** Observable. */
  network: { readonly connected: boolean };
  lifecycle: LifecyclePort;
  /** The server's time. */
  clock: Clock;
  timers: Timers;
  random: Random;
  /** Sends any request to the backend; its outcome ends the maintenance if it is over. Never rejects. */
  ask(): Promise<void>;
}

export function probeMaintenance(parts: ProbeParts): Off {
  const { maintenance, network, lifecycle } = parts;
  let cancel: Off = () => undefined;
  let is_asking = false;
  let is_stopped = false;

  const is_due = (): boolean => maintenance.current.state === 'maintenance' && network.connected;

  function pause(): number {
    const { current } = maintenance;
    const end = current.state === 'maintenance' ? parseWireTime(current.end_time) : null;
    const is_far = end !== null && end - parts.clock.now() > FAR_MS;
    return (is_far ? LONG_PAUSE_MS : PAUSE_MS) * (0.5 + parts.random());
  }

  /** Plans the next question. There is one plan at a time: a new one replaces it. */
  function plan(ms: number): void {
    cancel();
    if (is_due() && lifecycle.visible && !is_asking && !is_stopped)
      cancel = parts.timers.after(ms, () => void question());
  }

  async function question(): Promise<void> {
    is_asking = true;
    await parts.ask();
    is_asking = false;
    plan(pause());
  }

  const stops = [
    reaction(is_due, (due) => (due ? plan(pause()) : cancel())),
    lifecycle.onShow(() => plan(BACK_MS)),
    lifecycle.onHide(() => cancel()),
  ];
  return () => {
    is_stopped = true;
    [cancel, ...stops].forEach((stop) => stop());
  };
}
