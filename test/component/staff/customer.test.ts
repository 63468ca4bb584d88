// D5, D9: a customer's page as it stands: modules that are not there leave nothing, long lists are folded, one line says a failure.
import type { ConsumptionRow } from '../../../miniprogram/packages/staff/format/consumption-row';
import { createFakeTime } from '../../support/fake-time';
import { mount, nobody, useApp } from '../support/mount';
import type { Mounted } from '../support/mounted';

// Colours need the whole app, and are none of the page's business.
jest.mock('../../../miniprogram/compose/bind/theme', () => ({
  themed: jest.requireActual<{ bound: string }>('../../../miniprogram/compose/bind/bound').bound,
}));

beforeEach(() => {
  const identity = { state: { state: 'signed_out' }, area: () => undefined, stay: () => undefined };
  useApp({ core: { session: nobody, xcx: { identity }, platform: { timers: createFakeTime() } } });
});

function page(data: Record<string, unknown>): Mounted {
  const mounted = mount('packages/staff/customer/customer');
  const seen = { state: 'ready', whole: true };
  mounted.set({ ...seen, name: '林小满', month_state: 'ready', notes_state: 'ready', ...data });
  return mounted;
}

const spent = (at: number): ConsumptionRow => ({
  ...{ row_key: `table ${at}`, type: '台费', tone: 'brand', when: `11-0${at} 14:02`, amount: `¥${at}00` },
  ...{ about: 'A03 · 2h', food: '', coaches: [] },
});

test('D5 what was not sent leaves no heading and no gap', () => {
  const bare = page({ month_none: '本月还没有服务记录。', notes_none: '还没有备注。' });
  expect(bare.text).toEqual([
    ...['林', '林小满', '本月服务', '按月查看', '本月还没有服务记录。', '备注', '还没有备注。'],
    ...['问助手', '写备注'],
  ]);
  expect([bare.count('.tags'), bare.count('.figures')]).toEqual([0, 0]);
});

test('D7-30 a head that failed is one line with its own retry, beside the records', () => {
  const failed = page({ head_state: 'failed', month_sum: '5 次 · 11.5h' });
  expect(failed.text).toEqual(
    expect.arrayContaining(['没能加载资料、线索和消费记录', '重试', '本月服务', '5 次 · 11.5h']),
  );
});

test('D5 what was spent shows five, and all of it after a tap; each coach stands with a level', async () => {
  const coaches = [{ row_key: '0', level: '高级', tone: 'warn', text: '陈小柔 · 基础课 2h（折前 2.5h）' }];
  const rows = [1, 2, 3, 4, 5, 6, 7].map(spent);
  const long = page({ spent_state: 'ready', spent: [{ ...spent(9), coaches }, ...rows] });
  expect(long.count('.spent')).toBe(5);
  expect(long.text).toEqual(
    expect.arrayContaining(['高级', '陈小柔 · 基础课 2h（折前 2.5h）', '展开其余 3 条']),
  );
  long.tap('.unfold');
  await long.settle();
  expect([long.count('.spent'), long.count('.unfold')]).toEqual([8, 0]);
});

test('D5 after a call a note is offered, until it is written', async () => {
  const called = page({});
  called.call('onCalled');
  await called.settle();
  expect(called.text).toContain('刚给林小满打过电话');
  called.call('onSaved');
  await called.settle();
  expect(called.text).not.toContain('刚给林小满打过电话');
});

test.each([
  ['no_permission', '这一页没有开放给您'],
  ['gone', '没有这位客户的档案'],
  ['signed_out', '请先登录'],
])('D5 in the state %s nothing of a customer is there', (state, words) => {
  const other = page({ state, phone: '138****0031' });
  expect(other.text).toContain(words);
  expect(other.text.join()).not.toMatch(/林小满|138/);
});
