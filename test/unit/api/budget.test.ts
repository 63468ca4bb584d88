import fc from 'fast-check';
import { createBudget } from '../../../miniprogram/api/budget';
import type { Priority } from '../../../miniprogram/api/budget';
import { createAbort } from '../../../miniprogram/platform/abort';
import { settle } from '../../support/fake-time';

const ORDER: Priority[] = ['first', 'now', 'soon', 'later'];

/** Tasks that end when told to. */
function manual() {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const task = (name: string) => () => {
    started.push(name);
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
  };
  return { started, ends, task };
}

describe('the budget of requests', () => {
  test('never runs more than its limit, runs everything, and the more urgent before the less', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...ORDER), { maxLength: 60 }),
        fc.integer({ min: 1, max: 10 }),
        async (priorities, limit) => {
          const budget = createBudget(limit);
          const order: number[] = [];
          let running = 0;
          let most = 0;
          await Promise.all(
            priorities.map((priority, index) =>
              budget.run(priority, undefined, async () => {
                order.push(index);
                running += 1;
                most = Math.max(most, running);
                await settle();
                running -= 1;
              }),
            ),
          );
          expect(most).toBeLessThanOrEqual(limit);
          expect(most).toBe(Math.min(limit, priorities.length));
          expect([...order].sort((a, b) => a - b)).toEqual(priorities.map((_, index) => index));
          const queued = order.slice(limit);
          const rank = (index: number) => ORDER.indexOf(priorities[index] ?? 'later');
          const wanted = [...queued].sort((a, b) => rank(a) - rank(b) || a - b);
          expect(queued).toEqual(wanted);
          expect(budget.running).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('20 calls at once: 10 leave, the others follow as slots come free', async () => {
    const budget = createBudget(10);
    const { started, ends, task } = manual();
    const all = Array.from({ length: 20 }, (_, at) => budget.run('now', undefined, task(`r${at}`)));
    await settle();
    expect(started).toHaveLength(10);
    ends.get('r3')?.();
    await settle();
    expect(started).toHaveLength(11);
    for (let at = 0; at < 20; at += 1) {
      await settle();
      ends.get(`r${at}`)?.();
    }
    await expect(Promise.all(all)).resolves.toHaveLength(20);
  });

  test('a failing task gives its slot back', async () => {
    const budget = createBudget(1);
    const failing = () => Promise.reject(new Error('no'));
    await expect(budget.run('now', undefined, failing)).rejects.toThrow('no');
    await expect(budget.run('now', undefined, async () => 'next')).resolves.toBe('next');
  });

  test('what is aborted while it waits never runs and leaves its place', async () => {
    const budget = createBudget(1);
    const { started, ends, task } = manual();
    const { signal, abort } = createAbort();
    const first = budget.run('now', undefined, task('first'));
    const dropped = budget.run('now', signal, task('dropped'));
    const last = budget.run('now', undefined, task('last'));
    abort();
    await expect(dropped).rejects.toMatchObject({ failure: { kind: 'aborted' } });
    ends.get('first')?.();
    await settle();
    ends.get('last')?.();
    await Promise.all([first, last]);
    expect(started).toEqual(['first', 'last']);
    await expect(budget.run('now', signal, task('late'))).rejects.toMatchObject({
      failure: { kind: 'aborted' },
    });
  });
});
