// Whatever happens, in whatever order: one socket, none when there must be none, and one in the end.
import fc from 'fast-check';
import { TIMES } from '../../../../miniprogram/packages/member/realtime/delays';
import { step } from '../../../../miniprogram/packages/member/realtime/policy';
import type { PolicyEvent } from '../../../../miniprogram/packages/member/realtime/policy-state';
import type { RefusalCode } from '../../../../miniprogram/packages/member/realtime/refusals';
import { PolicyWorld } from './policy-world';

type Happening =
  | { type: 'start' | 'stop' | 'shown' | 'hidden' | 'tick' }
  | { type: 'session'; session: number | undefined }
  | { type: 'network'; connected: boolean; network_type: string }
  /** Of the generation `back` before the present one. */
  | {
      type: 'opened' | 'heard' | 'rejected' | 'dismissed' | 'ended' | 'closed' | 'renewed' | 'not_renewed';
      back: number;
    }
  | { type: 'refused'; back: number; code: RefusalCode }
  | { type: 'advance' | 'sleep'; ms: number };

const back = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) });
const ms = fc.oneof(fc.nat(500), fc.nat(20_000), fc.nat(400_000));
const code = fc.constantFrom<RefusalCode>('TOKEN_EXPIRED', 'SESSION_REPLACED', 'USER_INACTIVE');

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ type: fc.constantFrom('start', 'shown', 'hidden', 'tick') }),
  fc.record({ type: fc.constantFrom('stop', 'start', 'start') }),
  fc.record({
    type: fc.constant('session'),
    session: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  }),
  fc.record({
    type: fc.constant('network'),
    connected: fc.boolean(),
    network_type: fc.constantFrom('wifi', '4g'),
  }),
  fc.record({ type: fc.constantFrom('opened', 'heard', 'rejected', 'dismissed', 'ended', 'closed'), back }),
  fc.record({ type: fc.constantFrom('opened', 'renewed', 'not_renewed'), back }),
  fc.record({ type: fc.constant('refused'), back, code }),
  fc.record({ type: fc.constantFrom('advance', 'sleep'), ms }),
);

const story = fc.record({
  happenings: fc.array(happening, { maxLength: 60 }),
  chances: fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
});

function worldOf(chances: Stream): PolicyWorld {
  return new PolicyWorld(() => {
    const next = chances.next();
    return next.done === true ? 0 : next.value;
  });
}
type Stream = fc.Stream<number>;

/** What the app's own facts are, kept apart from the policy. */
interface Facts {
  started: boolean;
  session: number | undefined;
  hidden_at: number | undefined;
  connected: boolean;
}

function happen(world: PolicyWorld, facts: Facts, what: Happening): void {
  switch (what.type) {
    case 'advance':
      return world.advance(what.ms);
    case 'sleep':
      return world.sleep(what.ms);
    case 'start':
    case 'stop':
      facts.started = what.type === 'start';
      return world.tell(what);
    case 'session':
      facts.session = what.session;
      return world.tell(what);
    case 'shown':
      facts.hidden_at = undefined;
      return world.tell(what);
    case 'hidden':
      facts.hidden_at ??= world.now;
      return world.tell(what);
    case 'network':
      facts.connected = what.connected;
      return world.tell(what);
    case 'tick':
      return world.tell(what);
    case 'closed':
      return world.gone(world.generation - what.back);
    case 'refused':
      return world.tell({ type: 'refused', generation: world.generation - what.back, code: what.code });
    default:
      return world.tell({ type: what.type, generation: world.generation - what.back });
  }
}

const mayBe = (facts: Facts, now: number): boolean =>
  facts.started &&
  facts.session !== undefined &&
  facts.connected &&
  (facts.hidden_at === undefined || now < facts.hidden_at + TIMES.grace);

/** Plays a story; `after` is called after each happening. Orders are checked by the world itself. */
function play(happenings: readonly Happening[], chances: Stream, after: Check = () => undefined) {
  const world = worldOf(chances);
  const facts: Facts = { started: false, session: undefined, hidden_at: undefined, connected: true };
  for (const what of happenings) {
    happen(world, facts, what);
    after(world, facts);
  }
  return { world, facts };
}
type Check = (world: PolicyWorld, facts: Facts) => void;

describe('on any sequence of events', () => {
  test('there are never two sockets, and no order is of a stale generation', () => {
    fc.assert(
      fc.property(story, ({ happenings, chances }) => {
        play(happenings, chances, (world) => expect(world.alive().length).toBeLessThanOrEqual(1));
      }),
      { numRuns: 120 },
    );
  });

  test('no socket is kept when there must be none, once the phone is awake', () => {
    fc.assert(
      fc.property(story, ({ happenings, chances }) => {
        play(happenings, chances, (world, facts) => {
          world.tell({ type: 'tick' });
          const kept = world.alive().filter(({ close_ordered_at }) => close_ordered_at === undefined);
          if (!mayBe(facts, world.now)) expect(kept).toEqual([]);
        });
      }),
      { numRuns: 120 },
    );
  });

  test('reports of another generation change nothing', () => {
    const stale = fc.constantFrom<PolicyEvent['type']>(
      'opened',
      'heard',
      'rejected',
      'dismissed',
      'ended',
      'closed',
    );
    fc.assert(
      fc.property(story, stale, fc.integer({ min: 1, max: 5 }), ({ happenings, chances }, type, off) => {
        const { world } = play(happenings, chances);
        world.tell({ type: 'tick' });
        for (const generation of [world.generation - off, world.generation + off]) {
          const event = { type, generation } as PolicyEvent;
          expect(step(world.state, event, world.now, () => 0)).toEqual({ state: world.state, commands: [] });
        }
      }),
      { numRuns: 80 },
    );
  });

  test('when all is well again a connection is there within six minutes', () => {
    fc.assert(
      fc.property(story, ({ happenings, chances }) => {
        const { world } = play(happenings, chances);
        world.allWell();
        world.tell({ type: 'session', session: 9 }, { type: 'network', connected: true, network_type: '5g' });
        world.tell({ type: 'shown' }, { type: 'start' });
        world.advance(TIMES.long_most + TIMES.cap);
        expect(world.state.link.state).toBe('open');
      }),
      { numRuns: 120 },
    );
  });

  test('it never waits longer than the longest of its delays', () => {
    fc.assert(
      fc.property(story, ({ happenings, chances }) => {
        play(happenings, chances, (world) => {
          const { link, not_before } = world.state;
          const until = Math.max(link.state === 'resting' ? link.until : 0, not_before);
          expect(until - world.now).toBeLessThanOrEqual(TIMES.long_most);
        });
      }),
      { numRuns: 80 },
    );
  });
});
