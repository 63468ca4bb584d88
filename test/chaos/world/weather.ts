// Which faults befall a run, by its seed: each is counted, so that a run can report its faults.
import { createRandom } from '../../backend/db/seed/prng';

export type Fault =
  | 'request dropped'
  | 'reply lost'
  | 'timeout after the write'
  | 'stored late'
  | 'delayed'
  | 'reply delayed'
  | 'duplicated request'
  | '502'
  | '500'
  | '500 after the write'
  | 'HTML of a portal'
  | 'stream cut'
  | 'stream broken'
  | 'push dropped'
  | 'push delayed'
  | 'push duplicated'
  | 'half-open socket'
  | 'socket cut'
  | 'server restart'
  | 'token expired'
  | 'session replaced'
  | 'sign-in expired'
  | 'network off'
  | 'background'
  | 'killed'
  | 'killed between two steps'
  | 'clock jump'
  | 'storage full'
  | 'storage refuses writes';

export interface Dice {
  /** 0 ≤ x < 1 */
  next(): number;
  chance(share: number): boolean;
  between(least: number, most: number): number;
  below(end: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
}

const FINE = 2 ** 30;

export function createDice(seed: number): Dice {
  const random = createRandom(seed);
  const next = () => random.below(FINE) / FINE;
  return {
    next,
    chance: (share) => next() < share,
    between: (least, most) => least + random.below(most - least + 1),
    below: (end) => random.below(end),
    pick: (from) => random.pick(from),
  };
}

/** What happens to one request on its way. */
export type RequestFate =
  | 'fine'
  | 'request dropped'
  | 'reply lost'
  | 'timeout after the write'
  | 'stored late'
  | 'delayed'
  | 'reply delayed'
  | 'duplicated request'
  | '502'
  | '500'
  | '500 after the write'
  | 'HTML of a portal';
export type PushFate = 'fine' | 'push dropped' | 'push delayed' | 'push duplicated';

export class Weather {
  readonly counts = new Map<Fault, number>();
  /** In fine weather nothing is thrown. */
  fine = false;

  constructor(readonly dice: Dice) {}

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  count(fault: Fault): void {
    this.counts.set(fault, (this.counts.get(fault) ?? 0) + 1);
  }

  /** @param isRepeatable whether the server may hear it twice without harm */
  request(isRepeatable: boolean): RequestFate {
    if (this.fine || !this.dice.chance(0.35)) return 'fine';
    const fates = [
      'request dropped',
      'reply lost',
      'timeout after the write',
      'stored late',
      'delayed',
      'reply delayed',
      '502',
      '500',
      '500 after the write',
      'HTML of a portal',
    ] as const;
    const fate: RequestFate =
      isRepeatable && this.dice.chance(0.2) ? 'duplicated request' : this.dice.pick(fates);
    this.count(fate);
    return fate;
  }

  /** @returns after how many pieces an answer of this type is cut off; nothing where it is no stream, or is not cut */
  cut(type: string | undefined): number | undefined {
    if (type?.startsWith('text/event-stream') !== true || this.fine || !this.dice.chance(0.25))
      return undefined;
    this.count('stream cut');
    return this.dice.between(0, 6);
  }

  push(): PushFate {
    if (this.fine || !this.dice.chance(0.4)) return 'fine';
    const fate = this.dice.pick(['push dropped', 'push delayed', 'push duplicated'] as const);
    this.count(fate);
    return fate;
  }
}
