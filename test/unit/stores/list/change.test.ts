// The optimistic action: whatever the order of answers, refusals, unknown outcomes and sign-outs, the row ends as the server
// has it, and the person was told once.
import fc from 'fast-check';
import { settle } from '../../../support/fake-time';
import { lost, no, World } from './change-world';
import type { Fate } from './change-world';

const id = fc.constantFrom('1', '2');
const place = fc.nat({ max: 5 });
const step = fc.oneof(
  fc.record({ type: fc.constant('change' as const), id }),
  fc.record({ type: fc.constant('refresh' as const) }),
  fc.record({
    type: fc.constant('serve' as const),
    place,
    fate: fc.constantFrom<Fate>('fine', 'fine', 'refused', 'lost_before', 'lost_after'),
  }),
  fc.record({ type: fc.constant('deliver' as const), place }),
  fc.record({ type: fc.constant('other' as const), id, value: fc.integer({ min: -9, max: -1 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function play(world: World, steps: readonly Step[], leave_at = Infinity): Promise<void> {
  void world.list.refresh();
  await world.settle();
  for (const [at, one] of steps.entries()) {
    if (at === leave_at) world.leave();
    if (one.type === 'change' && world.present) world.change(one.id);
    if (one.type === 'refresh') void world.list.refresh();
    if (one.type === 'serve') world.serve(one.place, one.fate);
    if (one.type === 'deliver') world.deliver(one.place);
    if (one.type === 'other') world.server.set(one.id, one.value);
    await settle();
  }
  await world.settle();
}

describe('H3 an optimistic change', () => {
  it('ends as the server has it, and tells once, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const world = new World();
        await play(world, steps);
        // The list is read again later, as a page does when the network is back or it is pulled down.
        void world.list.refresh();
        await world.settle();
        expect(world.shown).toEqual([...world.server].map(([key, value]) => ({ id: key, value })));
        expect(world.outcomes.map(({ told }) => told.length)).toEqual(world.outcomes.map(() => 1));
      }),
      { numRuns: 300 },
    );
  });

  it('reports what was really done, as long as nobody else changes the row', async () => {
    const alone = step.filter(({ type }) => type !== 'other');
    await fc.assert(
      fc.asyncProperty(fc.array(alone, { maxLength: 40 }), async (steps) => {
        const world = new World();
        await play(world, steps);
        for (const { value, told } of world.outcomes) {
          const [outcome] = told;
          if (outcome?.state === 'done') expect(world.applied).toContain(value);
          if (outcome?.state === 'refused') expect(world.applied).not.toContain(value);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('reports nothing after the person has signed out, and sends nothing more', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 40 }),
        fc.nat({ max: 39 }),
        async (steps, at) => {
          const world = new World();
          await play(world, steps, Math.min(at, steps.length - 1));
          const before = world.requests.length;
          await settle();
          expect(world.requests).toHaveLength(before);
          world.outcomes.forEach(({ told }, index) => {
            if (world.told_before[index] === 0) expect(told).toEqual([]);
          });
        },
      ),
      { numRuns: 150 },
    );
  });

  it('shows at once, and is undone when it is refused', async () => {
    const world = new World();
    await play(world, []);
    world.change('1');
    expect(world.shown).toContainEqual({ id: '1', value: 1 });
    await settle();
    world.serve(0, 'refused');
    world.deliver(0);
    await settle();
    expect(world.shown).toContainEqual({ id: '1', value: 0 });
    expect(world.outcomes[0]?.told).toEqual([{ state: 'refused', failure: no }]);
  });

  it('asks for one change of a row at a time, in the order of the taps', async () => {
    const world = new World();
    await play(world, []);
    world.change('1');
    world.change('1');
    world.change('2');
    await settle();
    expect(world.requests).toHaveLength(2);
    expect(world.shown.map(({ value }) => value)).toEqual([2, 3]);
    await world.settle();
    expect(world.applied).toEqual([1, 3, 2]);
  });

  it('is not taken back by a reading that began before it was decided', async () => {
    const world = new World();
    await play(world, []);
    void world.list.refresh();
    await settle();
    world.serve(0, 'fine');
    world.change('1');
    await settle();
    world.serve(0, 'fine');
    world.deliver(1);
    await settle();
    world.deliver(0);
    await settle();
    expect(world.shown).toContainEqual({ id: '1', value: 1 });
    // The other rows of the older reading may be out of date too, so the list is read once more.
    expect(world.requests).toHaveLength(1);
    await world.settle();
    expect(world.shown).toContainEqual({ id: '1', value: 1 });
  });

  it('reads the list again when not even the row can be read', async () => {
    const world = new World();
    await play(world, []);
    world.change('1');
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await settle();
      world.serve(0, 'lost_after');
      world.deliver(0);
    }
    await settle();
    expect(world.outcomes[0]?.told).toEqual([{ state: 'unknown', failure: lost }]);
    expect(world.requests).toHaveLength(1);
    await world.settle();
    expect(world.shown).toContainEqual({ id: '1', value: 1 });
  });

  it('reads the row again when the outcome is unknown, and says nothing when the change was made after all', async () => {
    const world = new World();
    await play(world, []);
    world.change('1');
    await settle();
    world.serve(0, 'lost_after');
    world.deliver(0);
    await world.settle();
    expect(world.outcomes[0]?.told).toEqual([{ state: 'done' }]);
    expect(world.shown).toContainEqual({ id: '1', value: 1 });
  });
});
