// The socket's policy against wires that are told of right, late or never: one socket, none when there must be none, and one again
// when all is well.
import { TIMES } from '../../../miniprogram/packages/member/realtime/delays';
import { step, wakeAt } from '../../../miniprogram/packages/member/realtime/policy';
import { INITIAL } from '../../../miniprogram/packages/member/realtime/policy-state';
import type {
  PolicyCommand,
  PolicyEvent,
  PolicyState,
} from '../../../miniprogram/packages/member/realtime/policy-state';
import type { Model, Walk } from './explore';

export type Step = typeof step;

interface Wire {
  generation: number;
  /** When the order to close was given, ms. */
  closing_at: number | undefined;
}

/** More ticks than these at one moment would be a loop. */
const TICKS_AT_ONCE = 8;
const BEGAN_AT = 1_000_000;
/** How long after which everything that ever waited must be over. */
const LONGEST_MS = TIMES.long_most + TIMES.cap;

class World {
  readonly problems: string[] = [];
  private now = BEGAN_AT;
  private state: PolicyState = INITIAL;
  private wires: Wire[] = [];
  private orders = 0;
  private isFine = false;
  /** What is so outside, kept apart from what the policy thinks. */
  private readonly facts = { started: false, session: 0, connected: true, hidden_at: Infinity };

  constructor(private readonly step: Step) {}

  private get generation(): number {
    return this.state.generation;
  }

  tell(event: PolicyEvent): void {
    const before = this.generation;
    const { state, commands } = this.step(this.state, event, this.now, () => 0.5);
    this.state = state;
    for (const command of commands) this.obey(command, before);
  }

  private obey({ type, generation }: PolicyCommand, before: number): void {
    this.orders += 1;
    const wire = this.wires.find((one) => one.generation === generation);
    if (type === 'open') {
      if (this.alive.length > 0) this.problems.push('a second socket');
      if (generation <= before) this.problems.push(`attempt ${generation} again`);
      if (!this.mayBe || this.facts.hidden_at !== Infinity) this.problems.push('opened where none may be');
      this.wires.push({ generation, closing_at: undefined });
    }
    if (type === 'close') {
      if (wire === undefined || wire.closing_at !== undefined) this.problems.push('closed twice');
      else wire.closing_at = this.now;
    }
    if ((type === 'probe' || type === 'renew') && generation !== this.generation)
      this.problems.push(`${type} for an earlier attempt`);
    if (this.isFine) this.answer(type, generation);
  }

  private answer(type: PolicyCommand['type'], generation: number): void {
    if (type === 'open') this.tell({ type: 'opened', generation });
    if (type === 'close') this.closed(generation);
    if (type === 'probe') this.tell({ type: 'heard', generation });
    if (type === 'renew') this.tell({ type: 'renewed', generation });
  }

  /** Wires that neither said their end nor were given up. */
  private get alive(): Wire[] {
    return this.wires.filter(
      ({ closing_at }) => closing_at === undefined || this.now < closing_at + TIMES.close,
    );
  }

  private get mayBe(): boolean {
    const { started, session, connected, hidden_at } = this.facts;
    return (
      started && session !== 0 && connected && (hidden_at === Infinity || this.now < hidden_at + TIMES.grace)
    );
  }

  closed(generation: number): void {
    this.wires = this.wires.filter((wire) => wire.generation !== generation);
    this.tell({ type: 'closed', generation });
  }

  report(
    type: 'opened' | 'heard' | 'ended' | 'rejected' | 'dismissed' | 'renewed' | 'not_renewed',
    back = 0,
  ): void {
    this.tell({ type, generation: this.generation - back });
  }

  refused(code: 'TOKEN_EXPIRED' | 'SESSION_REPLACED'): void {
    this.tell({ type: 'refused', generation: this.generation, code });
  }

  gone(back = 0): void {
    this.closed(this.generation - back);
  }

  start(started: boolean): void {
    this.facts.started = started;
    this.tell({ type: started ? 'start' : 'stop' });
  }

  signIn(session: number): void {
    this.facts.session = session;
    this.tell({ type: 'session', session: session === 0 ? undefined : session });
  }

  network(connected: boolean, network_type: string): void {
    this.facts.connected = connected;
    this.tell({ type: 'network', connected, network_type });
  }

  show(shown: boolean): void {
    this.facts.hidden_at = shown ? Infinity : Math.min(this.facts.hidden_at, this.now);
    this.tell({ type: shown ? 'shown' : 'hidden' });
  }

  /** Time passes, and the policy is woken whenever it asks. */
  wait(ms: number): void {
    const end = this.now + ms;
    let ticks = 0;
    for (
      let at = wakeAt(this.state, this.now);
      at !== undefined && at <= end;
      at = wakeAt(this.state, this.now)
    ) {
      ticks = at > this.now ? 0 : ticks + 1;
      if (ticks > TICKS_AT_ONCE) return void this.problems.push('it wakes itself without end');
      this.now = Math.max(this.now, at);
      this.tell({ type: 'tick' });
    }
    this.now = end;
    this.look();
  }

  /** Time passes and nothing runs. */
  sleep(ms: number): void {
    this.now += ms;
  }

  /** What must hold whenever the phone is awake. */
  private look(): void {
    this.tell({ type: 'tick' });
    const kept = this.wires.filter(({ closing_at }) => closing_at === undefined);
    if (!this.mayBe && kept.length > 0) this.problems.push('a socket is kept where none may be');
  }

  get key(): string {
    const since = (at: number) => (Number.isFinite(at) ? Math.max(-LONGEST_MS, at - this.now) : at);
    const state = JSON.stringify(this.state, (name, value: unknown) => {
      if (name === 'generation') return this.generation - Number(value);
      const isMoment = typeof value === 'number' && Math.abs(value) > BEGAN_AT / 2;
      return isMoment ? since(value) : value;
    });
    const wires = this.alive.map(({ generation, closing_at = Infinity }) => [
      this.generation - generation,
      String(since(closing_at)),
    ]);
    return `${state} ${JSON.stringify(wires)} ${JSON.stringify(this.facts.hidden_at === Infinity)}`;
  }

  /** From here on all goes well: a connection must be there soon, and stay. */
  end(): void {
    this.isFine = true;
    for (const { generation } of this.alive) this.closed(generation);
    this.signIn(9);
    this.network(true, '5g');
    this.show(true);
    this.start(true);
    this.wait(LONGEST_MS);
    if (this.state.link.state !== 'open') this.problems.push('no connection though all is well');
    const before = this.orders;
    this.report('heard');
    this.wait(TIMES.quiet - 1);
    if (this.orders !== before) this.problems.push('a good connection is not left alone');
  }
}

const EVENTS: Record<string, (world: World) => void> = {
  starts: (world) => world.start(true),
  stops: (world) => world.start(false),
  signs_in: (world) => world.signIn(1),
  another_signs_in: (world) => world.signIn(2),
  signs_out: (world) => world.signIn(0),
  seen: (world) => world.show(true),
  hidden: (world) => world.show(false),
  no_network: (world) => world.network(false, 'none'),
  wifi: (world) => world.network(true, 'wifi'),
  other_network: (world) => world.network(true, '4g'),
  opened: (world) => world.report('opened'),
  heard: (world) => world.report('heard'),
  broke: (world) => world.report('ended'),
  wire_gone: (world) => world.gone(),
  old_wire_gone: (world) => world.gone(1),
  old_one_broke: (world) => world.report('ended', 1),
  server_full: (world) => world.report('rejected'),
  dismissed: (world) => world.report('dismissed'),
  token_refused: (world) => world.refused('TOKEN_EXPIRED'),
  renewed: (world) => world.report('renewed'),
  not_renewed: (world) => world.report('not_renewed'),
  waits_5_s: (world) => world.wait(5_000),
  waits_a_minute: (world) => world.wait(60_000),
  sleeps_20_s: (world) => world.sleep(20_000),
};

/** @param step the policy under test */
export const policyModel = (tested: Step = step): Model => ({
  name: 'policy',
  events: Object.keys(EVENTS),
  few: ['seen', 'hidden', 'no_network', 'wifi', 'opened', 'broke', 'wire_gone', 'waits_5_s'],
  play(story): Walk {
    const world = new World(tested);
    // A story begins with somebody who uses the chat: nothing happens before.
    world.start(true);
    world.signIn(1);
    for (const event of story) EVENTS[event]?.(world);
    const { key, problems } = world;
    return { key, problems, end: () => (world.end(), problems) };
  },
});
