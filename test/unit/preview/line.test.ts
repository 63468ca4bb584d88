// How fast the simulated line is.
import { Line } from '../../preview/server/line';

const clear = { offline: false, latencyMs: 0, lossRate: 0 };

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('all that goes through it shares its speed', () => {
  const line = new Line(() => ({ ...clear, bytesPerSecond: 1000 }));
  expect([line.wait(500), line.wait(250)]).toEqual([500, 750]);
  jest.advanceTimersByTime(700);
  expect(line.wait(100)).toBe(150);
  jest.advanceTimersByTime(60_000);
  expect(line.wait(100)).toBe(100);
});

test('without a limit nothing waits', () => {
  const line = new Line(() => ({ ...clear, bytesPerSecond: 0 }));
  expect([line.wait(1e9), line.wait(1e9)]).toEqual([0, 0]);
});

test('pieces come in their order, each when its turn is', async () => {
  const line = new Line(() => ({ ...clear, bytesPerSecond: 1000 }));
  const paced = line.paced();
  const heard: string[] = [];
  paced.on('data', (bytes: Buffer) => heard.push(bytes.toString('utf8')));
  paced.write('a'.repeat(100));
  paced.end('b'.repeat(100));
  await jest.advanceTimersByTimeAsync(99);
  expect(heard).toEqual([]);
  await jest.advanceTimersByTimeAsync(101);
  expect(heard.map((text) => text[0])).toEqual(['a', 'b']);
});
