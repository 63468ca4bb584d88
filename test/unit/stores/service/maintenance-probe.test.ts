// While the backend is under maintenance: who asks whether it is over, and when; and who is told that it is.
import { createListeners } from '../../../../miniprogram/platform/listeners';
import type { ShowOptions } from '../../../../miniprogram/platform/ports';
import { createMaintenanceStore } from '../../../../miniprogram/stores/service/maintenance';
import { probeMaintenance } from '../../../../miniprogram/stores/service/maintenance-probe';
import { createAvailability, onAvailable } from '../../../../miniprogram/stores/service/availability';
import { createFakeTime } from '../../../support/fake-time';
import { FakeNetwork } from '../../member/chat/network';

const NOW = Date.parse('2026-11-27T12:00:00+08:00');
const launch: ShowOptions = { path: '', query: {}, scene: 0 };

function start(random = 0.5) {
  const time = createFakeTime(NOW);
  const network = new FakeNetwork();
  const maintenance = createMaintenanceStore();
  const [shows, hides] = [createListeners<ShowOptions>(), createListeners<undefined>()];
  const phone = {
    ...{ time, network, maintenance, visible: true, asked: [] as number[], heals: 0, over: false },
    /** How long the backend takes. */
    answer: Promise.resolve(),
  };
  const stop = probeMaintenance({
    ...{ maintenance, network, clock: time, timers: time, random: () => random },
    lifecycle: {
      get visible() {
        return phone.visible;
      },
      onShow: shows.add,
      onHide: (listener) => hides.add(() => listener()),
      launchOptions: () => launch,
    },
    ask: async () => {
      phone.asked.push((time.now() - NOW) / 1000);
      await phone.answer;
      if (phone.over) maintenance.end();
    },
  });
  onAvailable(createAvailability(network, maintenance), () => (phone.heals += 1));
  return Object.assign(phone, {
    stop,
    show(on: boolean) {
      phone.visible = on;
      if (on) shows.tell(launch);
      else hides.tell(undefined);
    },
  });
}

test('asks every half minute until it is over, tells it once, and then asks no more', async () => {
  const phone = start();
  await phone.time.advance(600_000);
  expect(phone.asked).toEqual([]);
  phone.maintenance.begin('升级', undefined);
  await phone.time.advance(70_000);
  expect(phone.asked).toEqual([630, 660]);
  expect(phone.heals).toBe(0);
  phone.over = true;
  await phone.time.advance(600_000);
  expect(phone.asked).toEqual([630, 660, 690]);
  expect(phone.heals).toBe(1);
  expect(phone.time.pending).toBe(0);
});

test.each([
  [0, 15],
  [0.999, 44.97],
])('phones ask apart from each other: at chance %s after %s s', async (random, seconds) => {
  const phone = start(random);
  phone.maintenance.begin('升级', undefined);
  await phone.time.advance(45_000);
  expect(phone.asked[0]).toBeCloseTo(seconds);
});

test('asks more seldom while the end that was told is far', async () => {
  const phone = start();
  phone.maintenance.begin('升级', '2026-11-27 13:00:00');
  await phone.time.advance(125_000);
  expect(phone.asked).toEqual([120]);
  phone.maintenance.begin('升级', '不知道');
  await phone.time.advance(115_000 + 35_000);
  expect(phone.asked).toEqual([120, 240, 270]);
});

test('asks neither in the background nor without a network, and soon after the app is back', async () => {
  const phone = start();
  phone.maintenance.begin('升级', undefined);
  phone.show(false);
  await phone.time.advance(300_000);
  expect(phone.asked).toEqual([]);
  phone.show(true);
  await phone.time.advance(2_000);
  expect(phone.asked).toEqual([301]);

  phone.network.set(false);
  await phone.time.advance(300_000);
  expect(phone.asked).toHaveLength(1);
  phone.over = true;
  phone.network.set(true);
  await phone.time.advance(35_000);
  expect(phone.asked).toHaveLength(2);
  expect(phone.heals).toBe(1);
});

test('a network that comes back during the maintenance heals nothing yet', () => {
  const phone = start();
  phone.maintenance.begin('升级', undefined);
  phone.network.set(false);
  phone.network.set(true);
  expect(phone.heals).toBe(0);
  phone.maintenance.end();
  expect(phone.heals).toBe(1);
  phone.network.set(false);
  phone.network.set(true);
  expect(phone.heals).toBe(2);
});

test('asks no more once it is stopped', async () => {
  const phone = start();
  phone.maintenance.begin('升级', undefined);
  phone.stop();
  await phone.time.advance(300_000);
  expect(phone.asked).toEqual([]);
});

test('does not ask again before it was answered, nor after it was stopped meanwhile', async () => {
  const phone = start();
  let answer = (): void => undefined;
  phone.answer = new Promise<void>((resolve) => (answer = resolve));
  phone.maintenance.begin('升级', undefined);
  await phone.time.advance(35_000);
  phone.show(false);
  phone.show(true);
  await phone.time.advance(300_000);
  expect(phone.asked).toEqual([30]);
  phone.stop();
  answer();
  await phone.time.advance(300_000);
  expect(phone.asked).toEqual([30]);
  expect(phone.time.pending).toBe(0);
});
