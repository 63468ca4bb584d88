// A world for the policy: virtual time, and wires whose fate the test decides. It checks every order as it comes.
import { TIMES } from '../../../../miniprogram/packages/member/realtime/delays';
import { step, wakeAt } from '../../../../miniprogram/packages/member/realtime/policy';
import { INITIAL } from '../../../../miniprogram/packages/member/realtime/policy-state';
import type {
  PolicyCommand,
  PolicyEvent,
  PolicyState,
} from '../../../../miniprogram/packages/member/realtime/policy-state';

/** A wire that an order opened. */
interface Wire {
  generation: number;
  opened_at: number;
  close_ordered_at: number | undefined;
  gone: boolean;
}

/** More ticks than this at one moment would be a loop. */
const TICKS_AT_ONCE = 4;

export class PolicyWorld {
  now = 1_000_000;
  state: PolicyState = INITIAL;
  readonly wires: Wire[] = [];
  readonly orders: (PolicyCommand & { at: number })[] = [];
  /** Told of each order, after it was checked; may tell the policy something back. */
  obey: (command: PolicyCommand) => void = () => undefined;

  constructor(private readonly random: () => number = () => 0.5) {}

  tell(...events: PolicyEvent[]): void {
    for (const event of events) this.take(event);
  }

  private take(event: PolicyEvent): void {
    const generation_before = this.state.generation;
    const { state, commands } = step(this.state, event, this.now, this.random);
    this.state = state;
    for (const command of commands) this.check(command, generation_before);
    for (const command of commands) this.obey(command);
  }

  /** Wires that have neither reported their end nor been given up. */
  alive(): Wire[] {
    return this.wires.filter(({ gone, close_ordered_at }) => {
      const given_up = close_ordered_at !== undefined && this.now >= close_ordered_at + TIMES.close;
      return !gone && !given_up;
    });
  }

  private check(command: PolicyCommand, generation_before: number): void {
    const { generation } = command;
    this.orders.push({ ...command, at: this.now });
    const wire = this.wires.find((one) => one.generation === generation);
    switch (command.type) {
      case 'open':
        if (this.alive().length > 0) throw new Error(`a second socket at ${this.now}`);
        if (generation <= generation_before) throw new Error(`generation ${generation} again`);
        this.wires.push({ generation, opened_at: this.now, close_ordered_at: undefined, gone: false });
        return;
      case 'close':
        if (wire === undefined || wire.close_ordered_at !== undefined) throw new Error('closed twice');
        wire.close_ordered_at = this.now;
        return;
      case 'probe':
      case 'renew':
        if (generation !== this.state.generation) throw new Error(`${command.type} of a stale generation`);
    }
  }

  /** The wire of a generation is gone, and says so. */
  gone(generation: number): void {
    const wire = this.wires.find((one) => one.generation === generation);
    if (wire !== undefined) wire.gone = true;
    this.tell({ type: 'closed', generation });
  }

  /** Lets time pass, waking the policy whenever it asks to be woken. */
  advance(ms: number): void {
    const end = this.now + ms;
    let ticks = 0;
    for (;;) {
      const wake_at = wakeAt(this.state, this.now);
      if (wake_at === undefined || wake_at > end) break;
      ticks = wake_at > this.now ? 0 : ticks + 1;
      if (ticks > TICKS_AT_ONCE) throw new Error(`a loop of ticks in ${JSON.stringify(this.state)}`);
      this.now = Math.max(this.now, wake_at);
      this.tell({ type: 'tick' });
    }
    this.now = end;
  }

  /** Time passes and nothing runs, as in WeChat's background; a tick follows when the phone wakes. */
  sleep(ms: number): void {
    this.now += ms;
  }

  /** From now on every order is carried out well: opens succeed, closes are confirmed, renewals give a token. */
  allWell(): void {
    this.obey = (command) => {
      const { generation } = command;
      if (command.type === 'open') this.tell({ type: 'opened', generation });
      if (command.type === 'close') this.gone(generation);
      if (command.type === 'probe') this.tell({ type: 'heard', generation });
      if (command.type === 'renew') this.tell({ type: 'renewed', generation });
    };
  }

  /** Started, signed in, in front, with a network. */
  begin(): this {
    this.tell({ type: 'session', session: 1 }, { type: 'start' });
    return this;
  }

  get generation(): number {
    return this.state.generation;
  }

  /** How many orders of a kind were given. */
  count(kind: PolicyCommand['type']): number {
    return this.orders.filter((order) => order.type === kind).length;
  }
}

/** A phone whose connection is open; the server carries out everything from then on unless a test says otherwise. */
export function connected(random?: () => number): PolicyWorld {
  const world = new PolicyWorld(random);
  world.allWell();
  return world.begin();
}

/** Opens are left unanswered, closes are confirmed. */
export function silent(world: PolicyWorld): PolicyWorld {
  world.obey = (command) => {
    if (command.type === 'close') world.gone(command.generation);
  };
  return world;
}
