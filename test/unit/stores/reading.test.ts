// One reply that a page reads, and reads again.
import { ApiError } from '../../../miniprogram/api/errors';
import type { Settled } from '../../../miniprogram/api/settled';
import type { AbortSignal } from '../../../miniprogram/platform/abort';
import { Reading } from '../../../miniprogram/stores/reading';
import { settle } from '../../support/fake-time';

const DOWN = { kind: 'network' } as const;

function readings() {
  const asked: { signal: AbortSignal; done: (value: string) => void; fail: (error: Error) => void }[] = [];
  const ask = (signal: AbortSignal): Promise<string> =>
    new Promise((done, fail) => asked.push({ signal, done, fail }));
  return { asked, ask };
}

test('what was read stays while it is read again, and when that fails', async () => {
  const { asked, ask } = readings();
  const reading = new Reading(ask);
  expect([reading.value, reading.failure]).toEqual([null, null]);
  const first = reading.read();
  asked[0]?.done('一');
  await first;
  const second = reading.read();
  expect(reading.value).toBe('一');
  asked[1]?.fail(new ApiError(DOWN));
  await second;
  expect([reading.value, reading.failure]).toEqual(['一', DOWN]);
  const third = reading.read();
  asked[2]?.done('三');
  await third;
  expect([reading.value, reading.failure]).toEqual(['三', null]);
});

test('a reading that was overtaken is given up, and says nothing when it comes late', async () => {
  const { asked, ask } = readings();
  const reading = new Reading(ask);
  void reading.read();
  void reading.read();
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  asked[1]?.done('new');
  await settle();
  asked[0]?.done('old');
  await settle();
  expect(reading.value).toBe('new');
  void reading.read();
  void reading.read();
  asked[2]?.fail(new ApiError({ kind: 'aborted' }));
  await settle();
  expect(reading.failure).toBeNull();
});

test('once its page is gone it is given up', async () => {
  const { asked, ask } = readings();
  const reading = new Reading(ask);
  reading.dispose();
  const read = reading.read();
  reading.dispose();
  expect(asked[0]?.signal.aborted).toBe(true);
  asked[0]?.done('late');
  await read;
  expect(reading.value).toBeNull();
});

test('begins with what is kept under its key, and what it reads is kept there', async () => {
  const { asked, ask } = readings();
  const learnt: [string, Settled<string>][] = [];
  const kept = {
    get: (key: string) => (key === 'a' ? 'kept' : null),
    learn: (key: string, read: Settled<string>) => void learnt.push([key, read]),
  };
  expect(new Reading(ask, kept, 'b').value).toBeNull();
  const reading = new Reading(ask, kept, 'a');
  expect(reading.value).toBe('kept');
  for (const [at, end] of [() => asked[0]?.done('new'), () => asked[1]?.fail(new ApiError(DOWN))].entries()) {
    const read = reading.read();
    end();
    await read;
    expect(learnt).toHaveLength(at + 1);
  }
  expect(learnt).toEqual([
    ['a', { ok: true, value: 'new' }],
    ['a', { ok: false, failure: DOWN }],
  ]);
});
