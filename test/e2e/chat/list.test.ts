// The 客服 tab: its list, the badge, starting and going on, and what it is without a network or an answer.
import { agentSays } from '../support/agent';
import { signInQuietly } from '../support/inside';
import { pages } from '../support/journeys';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';

/** The demo customer's open session; two of its messages are unread. */
const OPEN = '2203';
const tab = (label: string) => ({
  css: `[aria-role="tab"][aria-label="${label}"], [role="tab"][aria-label="${label}"]`,
});
const row = { text: '继续咨询' };

jest.setTimeout(90_000);

describe.each([
  ['C3', 'documented'],
  ['C7 C3', 'deployed'],
] as const)('%s the list, %s', (_line, profile) => {
  const world = useWorld(profile);

  test('C3 an agent’s message counts on the tab and in its row at once, and no more once it was read', async () => {
    const device = await world.open();
    await signInQuietly(device, accounts.full);
    await device.see(tab('客服，2 条新的'));
    await agentSays(world.backend, OPEN, '今天还有位子');
    await device.see(tab('客服，3 条新的'));

    await device.tap(tab('客服，3 条新的'));
    await device.ready(pages.chat);
    await device.see({ text: '今天还有位子' });
    await device.see({ css: '[aria-label="3 条未读"]' });
    // The open session stands once: the list below is of those that are over.
    expect((await device.text()).match(/今天还有位子/g)).toHaveLength(1);

    await device.tap(row);
    await device.ready(pages.conversation);
    expect((await device.pages()).at(-1)?.query).toEqual({ session_id: OPEN });
    await device.see({ text: '今天还有位子' });
    await device.page.evaluate(() => globalThis.__host?.navigation.navigateBack());
    await device.ready(pages.chat);
    await device.see(tab('客服'));
    await expectCalm(device);
  });

  test('C6 starts a session, and goes on with the same one', async () => {
    const device = await world.open({ path: pages.chat });
    await signInQuietly(device, accounts.empty);
    await device.tap({ text: '开始咨询' });
    await device.ready(pages.conversation);
    const started = (await device.pages()).at(-1)?.query;
    expect(started?.['session_id']).toMatch(/^\d+$/);

    await device.page.evaluate(() => globalThis.__host?.navigation.navigateBack());
    await device.ready(pages.chat);
    await device.see({ text: '正在为您接通客服' });
    await device.tap({ text: '继续咨询' });
    await device.ready(pages.conversation);
    expect((await device.pages()).at(-1)?.query).toEqual(started);
    await expectCalm(device);
  });
});

describe('C6 the list', () => {
  const world = useWorld();

  test('C6 opens no socket for a phone that nobody is signed in on', async () => {
    const device = await world.open();
    let sockets = 0;
    device.page.on('websocket', () => (sockets += 1));
    await device.restart();
    await device.page.evaluate(() => globalThis.__host?.navigation.switchTab('/pages/chat/chat'));
    await device.ready(pages.chat);
    await device.see({ text: '登录后联系客服' });
    expect(sockets).toBe(0);

    await signInQuietly(device, accounts.full);
    await device.see(row);
    await until(() => sockets === 1);
    await expectCalm(device);
  });

  test('C6 without a network it says so, keeps what it had, also after a restart, and catches up by itself', async () => {
    const device = await world.open({ path: pages.chat });
    await signInQuietly(device, accounts.full);
    await device.see(row);
    await device.offline();
    await device.see({ text: '网络不可用，显示的是上次的内容' });
    await agentSays(world.backend, OPEN, '您还在吗');
    await device.online();
    await device.see({ text: '您还在吗' });
    await until(async () => !(await device.text()).includes('网络不可用'));

    world.backend.dev.drop({ count: 1_000, prefix: '/api/v4/system/chat' });
    await device.restart();
    await device.see({ text: '您还在吗' });
    await device.see({ text: '网络连接失败，显示的是上次的内容' });
    world.backend.dev.faults.clear();
    await device.tap({ text: '重试' });
    await until(async () => !(await device.text()).includes('网络连接失败'));
    await expectCalm(device);
  });

  test('C6 a first run without an answer is a page to try again, and sessions can be started meanwhile', async () => {
    const { dev } = world.backend;
    dev.fail({ status: 500, count: 1_000, prefix: '/api/v4/system/chat/sessions' });
    const device = await world.open({ path: pages.chat });
    await signInQuietly(device, accounts.full);
    await device.see({ text: /^没能加载历史会话/ });
    await device.tap({ text: '开始咨询' });
    await device.see('#body >>> .hero-error');
    expect(await device.text()).not.toContain('联系客服');

    dev.faults.clear();
    await device.tap({ text: '重试' });
    await device.see(row);
    await expectCalm(device);
  });

  test('C6 reads further sessions when asked, and again when pulled down', async () => {
    const { db, dev } = world.backend;
    db.run(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
      INSERT INTO chat_sessions (user_id, admin_id, status, source, created_at)
      SELECT 31, 31, 'closed', 'mobile', i FROM n`);
    const device = await world.open({ path: pages.chat });
    await signInQuietly(device, accounts.full);
    await device.see({ text: '上滑或点此加载更多' });
    await device.tap({ text: '上滑或点此加载更多' });
    await device.see({ text: '共 62 个会话' });

    dev.requests.clear();
    await device.page.evaluate(() => globalThis.__host?.navigation.switchTab('/pages/me/me'));
    await device.ready(pages.me);
    await device.tap(tab('客服，2 条新的'));
    await device.ready(pages.chat);
    await until(() => dev.requests.count('GET /api/v4/system/chat/sessions') > 0);
    await device.see({ text: '共 62 个会话' });

    await device.finger.scrollPage(0);
    await agentSays(world.backend, OPEN, '拉一下就有');
    await device.finger.pullDown();
    await device.see({ text: '拉一下就有' });
    await expectCalm(device);
  });
});
