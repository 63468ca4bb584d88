// A backend that does not answer: old content stays with a notice, and trying again works once the backend is back.
import { openItem, pages, signIn } from '../support/journeys';
import { enter, signInQuietly } from '../support/inside';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';

const world = useWorld();

jest.setTimeout(90_000);

test('A6 opens with the items of last time, says so, and retries when the backend is back', async () => {
  const { dev } = world.backend;
  dev.give({ owner_user_id: 31, item_name: '双人下午茶套餐' });
  const device = await world.open();
  await signInQuietly(device, accounts.full);
  await device.see({ text: '双人下午茶套餐' });

  dev.drop({ count: 1_000 });
  await device.restart();
  await device.see({ text: '双人下午茶套餐' });
  await device.see({ text: '网络连接失败，显示的是上次的内容' });

  dev.faults.clear();
  dev.give({ owner_user_id: 31, item_name: '手冲咖啡豆' });
  await device.tap({ text: '重试' });
  await device.see({ text: '手冲咖啡豆' });
  await until(async () => !(await device.text()).includes('网络连接失败'));
  await expectCalm(device);
});

test('E6 A6 a first run without an answer is an error page with a way to try again', async () => {
  const { dev } = world.backend;
  dev.drop({ count: 1_000, prefix: '/api/v4/backpack' });
  const device = await world.open();
  await signIn(device, accounts.full);
  await device.see({ text: '网络连接失败' });
  await device.see({ text: '请检查网络后重试。' });

  dev.faults.clear();
  await device.tap({ text: '重试' });
  await device.see({ text: '类型' });
  expect(await device.route()).toBe(pages.backpack);
  await expectCalm(device);
});

test('A6 what could not be read without a network is read when it is back, without a tap', async () => {
  const item_id = `${world.backend.dev.give({ owner_user_id: 31, item_name: '双人下午茶套餐' })}`;
  const device = await enter(world, {}, accounts.full);
  await device.offline();
  await openItem(device, item_id);
  await device.see({ text: '网络连接失败' });
  await device.online();
  await device.see({ text: '双人下午茶套餐' });
  await until(async () => !(await device.text()).includes('网络连接失败'));
  await expectCalm(device);
});

test('E6 A6 a maintenance says until when, and what could not be read during it is read by itself', async () => {
  const { dev } = world.backend;
  const item_id = `${dev.give({ owner_user_id: 31, item_name: '双人下午茶套餐' })}`;
  const device = await enter(world, { clock: new Date() }, accounts.full);
  dev.maintenance({ message: '门店系统升级，请稍后再来', end_time: '2027-03-09 06:30:00' });
  await openItem(device, item_id);
  await device.see({ text: '系统维护中' });
  await device.see({ text: '门店系统升级，请稍后再来。预计 3 月 9 日 06:30 恢复。' });
  dev.maintenance(null);
  // The announced end is far away, so the next probe comes within three minutes of the last one's answer.
  await until(async () => {
    await device.advance(180_000);
    return (await device.text()).includes('双人下午茶套餐');
  });
  await expectCalm(device);
});
