// Throttled writes: the first change at once, then one write a while of the last value, none after the value was dropped.
import { ThrottledWrite } from '../../../../miniprogram/stores/list/throttled-write';
import { createFakeTime } from '../../../support/fake-time';

function throttled() {
  const time = createFakeTime();
  const written: number[] = [];
  return { time, written, write: new ThrottledWrite<number>(time, 1_000, (value) => written.push(value)) };
}

test('the first change is written at once, those that follow once a second, the last one always', async () => {
  const { time, written, write } = throttled();
  for (let value = 1; value <= 50; value += 1) {
    write.set(value);
    await time.advance(100);
  }
  await time.advance(1_000);
  expect(written).toEqual([1, 10, 20, 30, 40, 50]);
  await time.advance(1_000);
  write.set(51);
  expect(written).toEqual([1, 10, 20, 30, 40, 50, 51]);
});

test('what waits is written when it is flushed, and not again', async () => {
  const { time, written, write } = throttled();
  write.set(1);
  write.set(2);
  write.flush();
  write.flush();
  await time.advance(5_000);
  expect(written).toEqual([1, 2]);
  expect(time.pending).toBe(0);
});

test('nothing is written once it was dropped', async () => {
  const { time, written, write } = throttled();
  write.set(1);
  write.set(2);
  write.drop();
  await time.advance(5_000);
  expect(written).toEqual([1]);
  expect(time.pending).toBe(0);
});
