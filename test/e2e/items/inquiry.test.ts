// J2: from an item to the conversation about it, the item named in the draft.
import { agentSays } from '../support/agent';
import { typed } from '../support/chat-person';
import { conversationPage } from '../support/conversation';
import { enter } from '../support/inside';
import { fields, openItem, pages } from '../support/journeys';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';

describe.each(['documented', 'deployed'] as const)('J2 咨询这件 (%s)', (profile) => {
  const world = useWorld(profile);

  test('J2 it leads to the conversation with the item named in the draft, and keeps what is written there already', async () => {
    const first = world.backend.dev.give({ owner_user_id: 33, item_name: '双人下午茶套餐' }).toString();
    const second = world.backend.dev.give({ owner_user_id: 33, item_name: '拿铁兑换券' }).toString();
    const device = await enter(world, {}, accounts.empty);
    await openItem(device, first);
    await device.tap({ text: '咨询这件' });
    await device.ready(conversationPage);
    await until(async () => (await typed(device)) === '关于「双人下午茶套餐」：');

    // Ready to write on: what is typed goes with the name, and to the shop's agent.
    await device.type(fields.message, '关于「双人下午茶套餐」：能换成两杯拿铁吗');
    await device.page.evaluate(() => globalThis.__host?.navigation.navigateBack());
    await device.ready(pages.item);

    await openItem(device, second);
    await device.tap({ text: '咨询这件' });
    await device.ready(conversationPage);
    await until(async () => (await typed(device)) === '关于「双人下午茶套餐」：能换成两杯拿铁吗');
    await device.tap({ css: '[aria-label="发送"]' });
    const session_id = (await device.pages()).at(-1)?.query['session_id'] ?? '';
    await until(async () => (await typed(device)) === '');
    await agentSays(world.backend, session_id, '可以的');
    await device.see({ text: '可以的' });
    await expectCalm(device);
  }, 60_000);

  test('J2 where no conversation can be started it says why on the item, and another tap leads there', async () => {
    const item = world.backend.dev.give({ owner_user_id: 33, item_name: '拿铁兑换券' }).toString();
    const device = await enter(world, {}, accounts.empty);
    await openItem(device, item);
    world.backend.dev.fail({ status: 500, count: 100, prefix: '/api/v4/system/chat/sessions' });
    await device.tap({ text: '咨询这件' });
    await device.see({ css: '.note-wrong' });
    world.backend.dev.faults.clear();
    await device.tap({ text: '咨询这件' });
    await device.ready(conversationPage);
    await until(async () => (await typed(device)) === '关于「拿铁兑换券」：');
    await expectCalm(device);
  }, 60_000);
});
