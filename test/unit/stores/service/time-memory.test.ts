// What is kept of a backend's time between starts.
import { createTimeMemory } from '../../../../miniprogram/stores/service/time-memory';
import { memoryStore } from '../backpack/kit';

test('how far the phone’s clock is off is kept by the clock that the next start knows, for each backend its own', () => {
  const store = memoryStore();
  // The steady clock has stood still for a second.
  const memory = createTimeMemory(store, { now: () => 99_000 }, { now: () => 100_000 });
  const [v4, xcx] = [memory('v4'), memory('xcx')];
  expect([v4.skew.read(), v4.judgement.read()]).toEqual([undefined, undefined]);
  v4.skew.write(5_000.4);
  v4.judgement.write('date');
  xcx.judgement.write('envelope');
  const next = createTimeMemory(store, { now: () => 0 }, { now: () => 0 });
  expect([next('v4').skew.read(), next('v4').judgement.read()]).toEqual([4_000, 'date']);
  expect([next('xcx').skew.read(), next('xcx').judgement.read()]).toEqual([undefined, 'envelope']);
});
