import fc from 'fast-check';
import { deviceId } from '../../../miniprogram/platform/device-id';
import { createStore } from '../../../miniprogram/platform/storage';
import { createFakeTime } from '../../support/fake-time';
import { createMemoryStorage } from '../../support/memory-storage';

describe('the device id', () => {
  test('is short, plain, stable over restarts, and differs between phones', () => {
    const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.infiniteStream(unit), (stream) => {
        const random = () => {
          const next = stream.next();
          return next.done === true ? 0 : next.value;
        };
        const store = createStore(createMemoryStorage(), createFakeTime());
        const id = deviceId(store, createFakeTime(), random);
        expect(id).toMatch(/^[\w-]{8,64}$/);
        expect(deviceId(store, createFakeTime(0), random)).toBe(id);
      }),
    );
    const make = () =>
      deviceId(createStore(createMemoryStorage(), createFakeTime()), createFakeTime(), Math.random);
    expect(new Set(Array.from({ length: 200 }, make)).size).toBe(200);
  });

  test('what is stored but no id is replaced', () => {
    const raw = createMemoryStorage(new Map([['app:kept/device_id', '{"v":1,"t":0,"d":"a\\nb: injected"}']]));
    expect(deviceId(createStore(raw, createFakeTime()), createFakeTime(), () => 0.5)).toMatch(/^mp-/);
  });
});
