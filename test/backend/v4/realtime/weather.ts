// What can go wrong with sockets, on demand: lost and silent connections, refusals, pushes late, twice or out of order.
import type { Duplex } from 'node:stream';
import type { Clock } from '../../clock';

/** How long an out-of-order push waits for one to overtake it. */
const OVERTAKE_MS = 400;
/** A WebSocket close frame, 1001 "going away". */
const CLOSE_FRAME = Buffer.from([0x88, 0x02, 0x03, 0xe9]);

export interface PushWeather {
  delayMs: number;
  duplicate: boolean;
  reorder: boolean;
}

const CALM: PushWeather = { delayMs: 0, duplicate: false, reorder: false };

export class SocketWeather {
  pushes: PushWeather = { ...CALM };
  /** Refuses the handshake. */
  refuses = false;
  /** Lets people in and turns them away with `connection_rejected`. */
  isFull = false;
  private readonly wires = new Set<Duplex>();
  /** For each listener a push that is held back until another one has been sent. */
  private readonly held = new Map<string, () => void>();

  constructor(private readonly clock: Clock) {}

  /** Takes note of a connection that becomes a WebSocket. */
  watch(wire: Duplex): void {
    this.wires.add(wire);
    wire.once('close', () => this.wires.delete(wire));
  }

  /** Live connections. */
  get count(): number {
    return this.wires.size;
  }

  /** Cuts every connection: with a close frame, as a server that stops, or without, as a lost network. */
  drop(withFrame: boolean): number {
    const { size } = this.wires;
    for (const wire of this.wires) {
      if (withFrame) wire.end(CLOSE_FRAME);
      else wire.destroy();
    }
    return size;
  }

  /** Half-open: every connection so far stays, hears nothing and says nothing more, not even a ping. */
  silence(): number {
    for (const wire of this.wires) {
      wire.pause();
      wire.cork();
    }
    return this.wires.size;
  }

  /** Closes every connection and refuses new ones for `ms`. */
  restart(ms = 5000): void {
    this.refuses = true;
    this.drop(true);
    this.clock.after(ms, () => {
      this.refuses = false;
    });
  }

  /** Sends a push to `whom` as the weather has it. */
  deliver(whom: string, send: () => void): void {
    const { delayMs, duplicate, reorder } = this.pushes;
    const run = () => {
      send();
      if (duplicate) send();
    };
    if (delayMs > 0) this.clock.after(delayMs, run);
    else if (reorder) this.overtake(whom, run);
    else run();
  }

  clear(): void {
    this.pushes = { ...CALM };
    this.refuses = false;
    this.isFull = false;
  }

  private overtake(whom: string, run: () => void): void {
    const earlier = this.held.get(whom);
    if (earlier !== undefined) {
      this.held.delete(whom);
      run();
      earlier();
      return;
    }
    this.held.set(whom, run);
    this.clock.after(OVERTAKE_MS, () => {
      if (this.held.get(whom) !== run) return;
      this.held.delete(whom);
      run();
    });
  }
}
