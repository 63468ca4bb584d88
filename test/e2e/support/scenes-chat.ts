// The 客服 tab and the tickets in each of their main states.
import type { Device, OpenOptions } from '../../preview/playwright';
import { fill } from './full-phone';
import { go, pages } from './journeys';
import { signInHeld, signInQuietly } from './inside';
import type { Scene } from './scene';
import { until } from './until';
import { accounts } from './world';
import type { World } from './world';

const LONG_NAME = '滨江天街旗舰体验店会员权益与售后服务专属客服小禾';
const LONG_TITLE =
  '在滨江天街旗舰体验店使用双人下午茶套餐时核销码反复提示无效导致无法入座并且重复扣款两次请尽快处理';
const UNBROKEN = 'LIMITED-EDITION-ANNIVERSARY-COLLECTIBLE-SERIES-No.0123456789';

const stateOf = async (device: Device, selector?: string): Promise<string> =>
  ((await device.data(selector)) as { state: string }).state;

async function onChat(
  world: World,
  options: OpenOptions,
  mobile = accounts.full,
  state = 'ready',
): Promise<Device> {
  const device = await world.open({ ...options, path: pages.chat });
  await signInQuietly(device, mobile);
  // Of the body itself: its stand-in has the same id, and goes.
  await device.see({ text: '服务单' });
  await until(async () => (await stateOf(device, '#body')) === state);
  return device;
}

async function onTickets(
  world: World,
  options: OpenOptions,
  mobile = accounts.full,
  state = 'ready',
): Promise<Device> {
  const device = await onChat(world, options, mobile, mobile === accounts.empty ? 'empty' : 'ready');
  await go(device, `/${pages.tickets}`);
  await until(async () => (await stateOf(device)) === state);
  return device;
}

async function onTicket(world: World, options: OpenOptions, title: string): Promise<Device> {
  const device = await onTickets(world, options);
  await device.tap({ text: title });
  await device.ready(pages.ticket);
  await device.see({ text: '单号' });
  return device;
}

const failing = (world: World, path: string): void =>
  world.backend.dev.fail({ status: 500, count: 1_000, prefix: `/api/v4/system/chat/${path}` });

const chat: Record<string, Scene> = {
  'chat signed out': (world, options) => world.open({ ...options, path: pages.chat }),
  'chat skeleton': async (world, options) => {
    const device = await world.open({ ...options, path: pages.chat });
    await signInHeld(world, device, accounts.full);
    return device;
  },
  'chat content': (world, options) => onChat(world, options),
  'chat waiting': async (world, options) => {
    world.backend.db.run(
      "UPDATE chat_sessions SET status = 'waiting', admin_id = NULL WHERE status <> 'closed'",
    );
    return onChat(world, options);
  },
  'chat closed': async (world, options) => {
    world.backend.dev.closeChat(2203n);
    return onChat(world, options);
  },
  'chat long names': async (world, options) => {
    const { db } = world.backend;
    db.run('UPDATE users SET nickname = ? WHERE user_id IN (SELECT admin_id FROM chat_sessions)', LONG_NAME);
    db.run('UPDATE chat_messages SET content = ? WHERE customer_service_session_id = 2203', UNBROKEN);
    db.run("UPDATE chat_messages SET is_read = 0 WHERE origin = 'agent'");
    return onChat(world, options);
  },
  'chat empty': (world, options) => onChat(world, options, accounts.empty, 'empty'),
  'chat error': async (world, options) => {
    failing(world, 'sessions');
    return onChat(world, options, accounts.full, 'failed');
  },
  'chat start refused': async (world, options) => {
    const device = await onChat(world, options, accounts.empty, 'empty');
    // Only the answer to starting a session is broken: if the list failed too, the button would move away from the
    // finger.
    world.rewrites.set('/chat/sessions', (data) => {
      if (!('sessions' in data)) delete data['customer_service_session_id'];
    });
    await device.tap({ text: '开始咨询' });
    await device.see('#body >>> .hero-error');
    return device;
  },
  'chat question on a full phone': async (world, options) => {
    const device = await onChat(world, options, accounts.empty, 'empty');
    await fill(device);
    await device.tap({ text: '券怎么使用？' });
    await device.see('#body >>> .hero-error');
    return device;
  },
  'chat cached': async (world, options) => {
    const device = await onChat(world, options);
    failing(world, 'sessions');
    await device.restart();
    await device.see({ text: '重试' });
    return device;
  },
  'chat offline': async (world, options) => {
    const device = await onChat(world, options);
    await device.offline();
    await device.see({ text: /^网络不可用/ });
    return device;
  },
};

const tickets: Record<string, Scene> = {
  'tickets content': (world, options) => onTickets(world, options),
  'tickets filtered': async (world, options) => {
    const device = await onTickets(world, options);
    await device.tap({ text: '已解决' });
    await until(async () => ((await device.data()) as { status: string }).status === 'resolved');
    return device;
  },
  'tickets long names': async (world, options) => {
    world.backend.db.run('UPDATE chat_issues SET title = ?, description = ?', LONG_TITLE, UNBROKEN.repeat(3));
    return onTickets(world, options);
  },
  'tickets not offered': async (world, options) => {
    world.backend.dev.setProfile('deployed');
    return onTickets(world, options, accounts.full, 'not_offered');
  },
  'tickets empty': (world, options) => onTickets(world, options, accounts.empty, 'empty'),
  'tickets error': async (world, options) => {
    failing(world, 'issues');
    return onTickets(world, options, accounts.full, 'failed');
  },
  'tickets offline': async (world, options) => {
    const device = await onTickets(world, options);
    await device.offline();
    await device.see({ text: /^网络不可用/ });
    return device;
  },
  'tickets signed out': async (world, options) => {
    const device = await world.open(options);
    await go(device, `/${pages.tickets}`);
    return device;
  },
  'ticket open': (world, options) => onTicket(world, options, '火锅券核销码无法识别'),
  'ticket resolved': (world, options) => onTicket(world, options, '赠送的拿铁券未到账'),
  'ticket long names': async (world, options) => {
    const sql =
      'UPDATE chat_issues SET title = ?, description = ?, resolution = ? WHERE session_id IS NOT NULL';
    world.backend.db.run(sql, LONG_TITLE, UNBROKEN.repeat(3), LONG_TITLE.repeat(3));
    return onTicket(world, options, LONG_TITLE);
  },
  'ticket error': async (world, options) => {
    failing(world, 'issues');
    const device = await onChat(world, options);
    await go(device, `/${pages.ticket}?issue_id=4040404`);
    await until(async () => (await stateOf(device)) === 'failed');
    return device;
  },
  'ticket missing': async (world, options) => {
    const device = await onChat(world, options);
    await go(device, `/${pages.ticket}?issue_id=4040404`);
    await device.see({ text: '没有找到这张服务单' });
    return device;
  },
};

export const atTheDesk: Readonly<Record<string, Scene>> = { ...chat, ...tickets };
