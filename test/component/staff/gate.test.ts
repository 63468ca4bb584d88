// D1, D9: what is refused to a person, the card of a member of staff, and the sheet with their stores.
import { mount } from '../support/mount';

test('D7-29 what is refused says to whom it is open, and leads on', async () => {
  const refused = mount('packages/staff/components/no-permission/no-permission', {
    text: '这是其他助教的记录，只有店长可以看。',
  });
  expect(refused.text).toEqual(['这一页没有开放给您', '这是其他助教的记录，只有店长可以看。', '返回']);
  const acted = refused.heard('act');
  refused.tap('.action >>> .t-button');
  await refused.settle();
  expect(acted).toHaveLength(1);
  refused.set({ action: '' });
  expect(refused.count('.action')).toBe(0);
});

const CARD = 'pages/me/staff-card/staff-card';
const coach = { name: '林夏', letter: '林', place: '助教 · 滨江店', level: '中级', monthLabel: '11 月工时' };

test('D9 the card shows the month’s figures with their units, and opens them', async () => {
  const card = mount(CARD, {
    ...coach,
    monthState: 'ready',
    hours: '158.5',
    income: '¥12,680',
    customers: '32',
  });
  expect(card.text).toEqual(
    expect.arrayContaining(['林夏', '中级', '助教 · 滨江店', '158.5', 'h', '¥12,680', '预估', '32', '位']),
  );
  const opened = card.heard('figures');
  card.tap('.figures');
  await card.settle();
  expect(opened).toHaveLength(1);
  expect(card.count('.switch')).toBe(0);
});

test('D9 without figures there is no gap; figures that failed say so', () => {
  const card = mount(CARD, { ...coach, monthState: 'unread' });
  expect(card.count('.figures')).toBe(0);
  card.set({ monthState: 'failed' });
  expect(card.text).toContain('本月业绩没有读到，点此重试');
});

test('D9 while the review goes on the card says where it stands, and leads there', async () => {
  const card = mount(CARD, { ...coach, status: '审核中' });
  expect(card.text).toEqual(expect.arrayContaining(['审核中', '员工身份，点此查看']));
  expect(card.text).not.toContain('中级');
  const opened = card.heard('open');
  card.tap('.who');
  await card.settle();
  expect(opened).toHaveLength(1);
});

test('D1 the sheet tells the chosen store; the present one only closes it', async () => {
  const options = ['2', '1'].map((value) => ({ value, text: `店 ${value}` }));
  const group = { name: 'store', title: '', value: '1', options };
  const sheet = mount('components/choice-sheet/choice-sheet', { groups: [group], busyText: '正在换…' });
  const [chosen, closed] = [sheet.heard('choose'), sheet.heard('close')];
  sheet.tap('.row');
  await sheet.settle();
  expect(chosen).toEqual([{ name: 'store', value: '2' }]);
  sheet.set({ groups: [{ ...group, value: '2' }] });
  sheet.tap('.row');
  await sheet.settle();
  expect(closed).toHaveLength(1);
  expect(chosen).toHaveLength(1);
  sheet.set({ busy: '2' });
  expect(sheet.text).toContain('正在换…');
  sheet.set({ busy: '', failed: '没有换成：网络连接失败' });
  expect(sheet.text).toContain('没有换成：网络连接失败');
});
