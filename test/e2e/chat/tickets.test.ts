// Tickets: the list by status, one ticket as far as the backend tells of it, and a backend that has none.
import { signInQuietly } from '../support/inside';
import { go, pages } from '../support/journeys';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';

const world = useWorld();

jest.setTimeout(90_000);

const ISSUES = 'GET /api/v4/system/chat/issues';
/** The filter's words come first on the page. */
const chip = (text: string) => ({ text });

async function signedIn(mobile = accounts.full) {
  const device = await world.open({ path: pages.chat });
  await signInQuietly(device, mobile);
  return device;
}

test('C6 lists the tickets, by status, with the way to each', async () => {
  const device = await signedIn();
  await device.tap({ text: '服务单' });
  await device.ready(pages.tickets);
  await device.see({ text: '火锅券核销码无法识别' });
  await device.see({ text: '共 12 张服务单' });

  await device.tap(chip('已关闭'));
  await device.see({ text: '丢失雨伞' });
  await until(async () => !(await device.text()).includes('火锅券核销码无法识别'));
  expect((await device.text()).match(/已关闭/g)).toHaveLength(4);

  await device.tap(chip('已解决'));
  await device.tap({ text: '赠送的拿铁券未到账' });
  await device.ready(pages.ticket);
  for (const text of ['处理结果', '已补发到背包。', '活动赠券超过 24 小时没有到账。'])
    await device.see({ text });
  await device.see({ css: '[aria-label="进展：已解决"]' });
  expect(await device.text()).not.toContain('紧急');
  await device.tap({ text: '查看相关会话' });
  await device.ready(pages.conversation);
  expect((await device.pages()).at(-1)?.query).toEqual({ session_id: '2201' });
  await expectCalm(device);
});

test('C6 a ticket on a later page is found by its link, and one that is not there is said to be missing', async () => {
  const { db, dev } = world.backend;
  db.run(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
    INSERT INTO chat_issues (user_id, issue_type, status, priority, title, description, created_at, updated_at)
    SELECT 31, 'item', 'open', 'low', '新的第 ' || i || ' 张', '内容', 9000000000000 + i, 0 FROM n`);
  world.rewrites.set('/chat/issues', ({ rows }) => {
    for (const issue of rows as Record<string, unknown>[]) {
      if (issue['status'] === 'open') Object.assign(issue, { status: 'hologram', issue_type: 'hologram' });
    }
  });
  const device = await signedIn();
  await go(device, `/${pages.ticket}?issue_id=4`);
  await device.see({ text: '赠送的拿铁券未到账' });
  expect(dev.requests.count(ISSUES)).toBe(3);

  await go(device, `/${pages.ticket}?issue_id=4040404`);
  await device.see({ text: '没有找到这张服务单' });
  await device.see({ text: '联系客服' });
  await go(device, `/${pages.tickets}`);
  await device.see({ text: '新的第 40 张' });
  await device.see({ text: '其他状态' });
  expect(await device.text()).not.toContain('hologram');
  await expectCalm(device);
});

test('C6 a backend without the route says that the store does not offer it, and leads to customer service', async () => {
  world.backend.dev.setProfile('deployed');
  const device = await signedIn();
  await device.tap({ text: '服务单' });
  await device.ready(pages.tickets);
  await device.see({ text: '这家店没有开放服务单' });
  await device.tap({ text: '联系客服' });
  await device.ready(pages.chat);
  await expectCalm(device);
});

test('C6 tickets that cannot be read are a page to try again; none at all is said', async () => {
  // From the start: the chat's tab reads them too.
  world.backend.dev.drop({ count: 1_000, prefix: '/api/v4/system/chat/issues' });
  const device = await signedIn(accounts.empty);
  await device.tap({ text: '服务单' });
  await device.ready(pages.tickets);
  await device.see({ text: '网络连接失败' });
  world.backend.dev.faults.clear();
  await device.tap({ text: '重试' });
  await device.see({ text: '还没有服务单' });
  await expectCalm(device);
});
