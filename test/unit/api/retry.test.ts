import { ApiError } from '../../../miniprogram/api/errors';
import type { Failure } from '../../../miniprogram/api/errors';
import { withRetry } from '../../../miniprogram/api/retry';
import { createAbort } from '../../../miniprogram/platform/abort';
import { createFakeTime } from '../../support/fake-time';

const limits = { attempts: 3, base_ms: 400, cap_ms: 5000 };

/** Fails with these, one an attempt, then succeeds; notes the time of each attempt. */
function flaky(time: ReturnType<typeof createFakeTime>, failures: Failure[]) {
  const tried: number[] = [];
  const left = [...failures];
  return {
    tried,
    run: async () => {
      tried.push(time.now());
      const failure = left.shift();
      if (failure !== undefined) throw new ApiError(failure);
      return 'fine';
    },
  };
}

describe('retrying a GET', () => {
  test('tries again after a network failure, later each time, and gives the answer', async () => {
    const time = createFakeTime(0);
    const { tried, run } = flaky(time, [{ kind: 'network' }, { kind: 'http', status: 502 }]);
    const result = withRetry(run, limits, { timers: time, random: () => 0.5 });
    await time.advance(10_000);
    await expect(result).resolves.toBe('fine');
    expect(tried).toEqual([0, 200, 600]);
  });

  test('gives up after the last attempt with the last failure', async () => {
    const time = createFakeTime(0);
    const { tried, run } = flaky(time, Array<Failure>(5).fill({ kind: 'network' }));
    const result = withRetry(run, limits, { timers: time, random: () => 0.5 });
    const refused = expect(result).rejects.toMatchObject({ failure: { kind: 'network' } });
    await time.advance(60_000);
    await refused;
    expect(tried).toHaveLength(3);
  });

  test('a time-out is tried once more only', async () => {
    const time = createFakeTime(0);
    const { tried, run } = flaky(time, Array<Failure>(5).fill({ kind: 'timeout' }));
    const refused = expect(
      withRetry(run, { ...limits, attempts: 5 }, { timers: time, random: () => 0 }),
    ).rejects.toMatchObject({ failure: { kind: 'timeout' } });
    await time.advance(60_000);
    await refused;
    expect(tried).toHaveLength(2);
  });

  const finals: Failure[] = [
    { kind: 'aborted' },
    { kind: 'decode', endpoint: 'GET /x', path: '$', problem: 'p' },
    { kind: 'signed_out', backend: 'v4', reason: 'expired' },
    { kind: 'maintenance', message: '' },
    { kind: 'api', status: 404, code: 'NOT_FOUND', message: '' },
    { kind: 'api', status: 429, code: 'RATE_LIMIT_EXCEEDED', message: '', wait_seconds: 3 },
    { kind: 'http', status: 403 },
  ];
  test.each(finals)('does not repeat $kind $status', async (failure) => {
    const time = createFakeTime(0);
    const { tried, run } = flaky(time, [failure]);
    await expect(withRetry(run, limits, { timers: time, random: () => 0 })).rejects.toMatchObject({
      failure,
    });
    expect(tried).toHaveLength(1);
  });

  test('abort ends the pause at once and leaves no timer', async () => {
    const time = createFakeTime(0);
    const { signal, abort } = createAbort();
    const { tried, run } = flaky(time, [{ kind: 'network' }]);
    const refused = expect(
      withRetry(run, limits, { timers: time, random: () => 0.9, signal }),
    ).rejects.toMatchObject({ failure: { kind: 'aborted' } });
    await time.advance(1);
    abort();
    await refused;
    expect(tried).toHaveLength(1);
    expect(time.pending).toBe(0);
  });

  test('a bug is not retried and surfaces as it is', async () => {
    const time = createFakeTime(0);
    const bug = new TypeError('bug');
    await expect(
      withRetry(() => Promise.reject(bug), limits, { timers: time, random: () => 0 }),
    ).rejects.toBe(bug);
  });
});
