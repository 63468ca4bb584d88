// A conversation in each of its main states.
import type { Device, OpenOptions } from '../../preview/playwright';
import { sendPicture, statuses, typed, write } from './chat-person';
import { atDesk, isHeard, openTalk, say, scrollTo, sight } from './conversation';
import { enter } from './inside';
import { fields, go } from './journeys';
import type { Scene } from './scene';
import { until } from './until';
import { accounts } from './world';
import type { World } from './world';

/** The demo customer's: one closed and rated, one open. */
const CLOSED = '2201';
const OPEN = '2203';
const LONG_NAME = '滨江天街旗舰体验店会员权益与售后服务专属客服小禾';
const LONG_TEXT =
  '您好，关于双人下午茶套餐的核销问题已经为您登记。\n\n1. 请先在背包里打开这张券；\n2. 点击“刷新”得到新的二维码；\n3. 若仍然无效，请把截图发到这里，我们会联系门店处理。';
const UNBROKEN = 'LIMITED-EDITION-ANNIVERSARY-COLLECTIBLE-SERIES-No.0123456789';

async function onTalk(
  world: World,
  options: OpenOptions,
  session_id = OPEN,
  state = 'ready',
): Promise<Device> {
  const device = await enter(world, options, accounts.full);
  await openTalk(device, session_id, state);
  return device;
}

const failing = (world: World, status: number, path: string, code = 'INTERNAL_ERROR', message = '') =>
  world.backend.dev.fail({ status, code, message, count: 1_000, prefix: `/api/v4/system/chat/${path}` });

/** The deployed and the documented route. */
const sendRoute = `sessions/${OPEN}/message`;

export const conversation: Readonly<Record<string, Scene>> = {
  'conversation signed out': async (world, options) => {
    const device = await world.open(options);
    await go(device, `/packages/member/conversation/conversation?session_id=${OPEN}`);
    await device.see({ text: '请先登录' });
    return device;
  },
  'conversation skeleton': async (world, options) => {
    const device = await enter(world, options, accounts.full);
    world.backend.dev.latency(60_000);
    await openTalk(device, OPEN, 'loading');
    return device;
  },
  'conversation content': async (world, options) => {
    const device = await onTalk(world, options);
    await write(device, '好的，谢谢');
    return device;
  },
  'conversation long texts': async (world, options) => {
    const { db } = world.backend;
    db.run('UPDATE users SET nickname = ? WHERE user_id IN (SELECT admin_id FROM chat_sessions)', LONG_NAME);
    const device = await onTalk(world, options);
    await say(world, OPEN, LONG_TEXT);
    await write(device, UNBROKEN);
    await say(world, OPEN, UNBROKEN);
    await device.see({ text: /若仍然无效/ });
    return device;
  },
  'conversation pictures': async (world, options) => {
    const image_url = `${world.backend.url}/static/items/tea.png`;
    const device = await onTalk(world, options);
    await atDesk(world, OPEN, 'send', { content: '[图片]', message_type: 'image', metadata: { image_url } });
    // Answers with a page, which is no picture.
    const gone = { image_url: `${world.backend.url}/desk` };
    await atDesk(world, OPEN, 'send', { content: '[图片]', message_type: 'image', metadata: gone });
    const place = { name: '滨江店', latitude: 30.2, longitude: 120.1 };
    await atDesk(world, OPEN, 'send', { content: '位置', message_type: 'location', metadata: place });
    await device.see({ text: '加载失败，点按重试' });
    await device.see({ text: '[不支持的消息类型]' });
    return device;
  },
  'conversation uploading': async (world, options) => {
    const device = await onTalk(world, options);
    await device.setNetwork({ latencyMs: 60_000 });
    await sendPicture(device);
    await until(async () => (await statuses(device)).includes('uploading'));
    await device.see({ css: '[aria-label="取消发送"]' });
    return device;
  },
  'conversation offline': async (world, options) => {
    const device = await onTalk(world, options);
    await device.offline();
    await device.see({ text: /^网络已断开/ });
    await write(device, '没有网络时写的');
    await device.see({ text: '等待网络' });
    return device;
  },
  'conversation failed sends': async (world, options) => {
    const device = await onTalk(world, options);
    await write(device, '这里有违禁词');
    await device.see({ text: '删除' });
    failing(world, 400, sendRoute, 'BAD_REQUEST', '消息内容不能为空');
    await write(device, '服务器不收的一条');
    await device.see({ text: '重试' });
    return device;
  },
  'conversation writing': async (world, options) => {
    const device = await onTalk(world, options);
    await device.type(fields.message, `请问\n${UNBROKEN.repeat(6)}`);
    await until(async () => (await typed(device)).endsWith(UNBROKEN));
    return device;
  },
  'conversation refused words': async (world, options) => {
    const device = await onTalk(world, options);
    await write(device, '这里有违禁词');
    await device.see({ text: '编辑' });
    return device;
  },
  'conversation pill': async (world, options) => {
    const device = await enter(world, options, accounts.second);
    await openTalk(device, '2202');
    // It opens at its end; a person scrolls again when rows that came meanwhile took them back there.
    let above = 0;
    await until(async () => {
      const { rest, scrollTop } = await sight(device);
      above = rest > 300 ? above + 1 : 0;
      if (above === 0) await scrollTo(device, scrollTop - 600);
      return above > 3;
    });
    await say(world, '2202', '您还在吗？');
    await device.see({ text: '1 条新消息' });
    return device;
  },
  'conversation rating': async (world, options) => {
    const device = await onTalk(world, options);
    await atDesk(world, OPEN, 'satisfaction');
    await device.see({ text: '这次服务怎么样' });
    await device.tap({ css: '[aria-label^="4 分"]' });
    return device;
  },
  'conversation consent': async (world, options) => {
    const device = await onTalk(world, options);
    await device.page.evaluate(() => globalThis.__host?.setPrivacy?.(false));
    await device.tap({ css: '[aria-label="发送图片"]' });
    await device.see({ text: '用户隐私保护提示' });
    return device;
  },
  'conversation without consent': async (world, options) => {
    const device = await onTalk(world, options);
    await device.page.evaluate(() => globalThis.__host?.setPrivacy?.(false));
    await device.tap({ css: '[aria-label="发送图片"]' });
    await device.tap({ text: '拒绝' });
    await device.see({ text: '去同意' });
    return device;
  },
  'conversation links': async (world, options) => {
    const device = await onTalk(world, options);
    await say(world, OPEN, '周六下午人多，建议先打电话留位：021-6655 0188');
    await say(world, OPEN, '套餐里有什么，看这里：m.example.cn/tea/menu');
    await device.see({ text: 'm.example.cn/tea/menu' });
    return device;
  },
  'conversation rating refused': async (world, options) => {
    const device = await onTalk(world, options);
    await isHeard(world, OPEN);
    world.backend.dev.closeChat(2203n);
    await device.see({ text: '这次服务怎么样' });
    failing(world, 503, `sessions/${OPEN}/rate`);
    await device.tap({ css: '[aria-label^="5 分"]' });
    await device.tap({ text: '提交评价' });
    await device.see({ text: '重新提交' });
    return device;
  },
  'conversation rating thanks': async (world, options) => {
    const device = await onTalk(world, options);
    await atDesk(world, OPEN, 'satisfaction');
    await device.tap({ css: '[aria-label^="4 分"]' });
    world.backend.dev.closeChat(2203n);
    await device.see({ text: '感谢您的评价' });
    return device;
  },
  'conversation closed': (world, options) => onTalk(world, options, CLOSED),
  'conversation closed while sending': async (world, options) => {
    const device = await onTalk(world, options);
    await device.offline();
    await device.see({ text: /^网络已断开/ });
    await write(device, '还有一个问题想问');
    world.backend.dev.closeChat(2203n);
    await device.online();
    await device.see({ text: '在新会话中发送' });
    return device;
  },
  'conversation waiting': async (world, options) => {
    world.backend.db.run(
      "UPDATE chat_sessions SET status = 'waiting', admin_id = NULL WHERE status <> 'closed'",
    );
    const device = await onTalk(world, options);
    await device.see({ text: '正在为您接通客服' });
    return device;
  },
  'conversation empty': async (world, options) => {
    world.backend.db.run('DELETE FROM chat_messages WHERE customer_service_session_id = 2203');
    return onTalk(world, options, OPEN, 'empty');
  },
  'conversation error': async (world, options) => {
    failing(world, 500, `sessions/${OPEN}/messages`);
    return onTalk(world, options, OPEN, 'failed');
  },
  'conversation unknown': (world, options) => onTalk(world, options, '4040404', 'missing'),
};
