// The states of a page: skeleton, content, empty, nobody signed in, error with retry.
import { mount } from './support/mount';

const pageState = (properties: Record<string, unknown>) =>
  mount('components/page-state/page-state', properties);

test('loading shows a skeleton in the page’s shape and says so to a screen reader', () => {
  const state = pageState({ state: 'loading', skeleton: 'list' });
  expect(state.count('.bone-row')).toBe(5);
  expect(state.text).toEqual([]);
  state.set({ skeleton: 'detail' });
  expect(state.count('.bone-row')).toBe(0);
  expect(state.count('.bone-large')).toBe(1);
  state.set({ skeleton: 'form' });
  expect([state.count('.bone-large'), state.count('.bone-field')]).toEqual([0, 2]);
});

test('before its state is known nothing stands there, so that nothing is built for naught', () => {
  const state = pageState({});
  expect([state.count('.bones'), state.count('.notice'), state.text]).toEqual([0, 0, []]);
});

test('empty says why, and offers what can be done when something can', async () => {
  const state = pageState({ state: 'empty', emptyTitle: '背包还是空的', emptyText: '买了就有。' });
  expect(state.text).toEqual(['背包还是空的', '买了就有。']);
  expect(state.count('.action')).toBe(0);
  state.set({ emptyAction: '去逛逛' });
  const acted = state.heard('act');
  state.tap('.action >>> .t-button');
  await state.settle();
  expect(acted).toHaveLength(1);
});

test('who is not signed in reads what for, and is led there', async () => {
  const state = pageState({ state: 'signed_out', emptyText: '员工登录后才能查看客户。' });
  expect(state.text).toEqual(['请先登录', '员工登录后才能查看客户。', '去登录']);
  const acted = state.heard('act');
  state.tap('.action >>> .t-button');
  await state.settle();
  expect(acted).toHaveLength(1);
});

test('an error stays in the page with its retry', async () => {
  const state = pageState({ state: 'failed', failedTitle: '网络连接失败', failedText: '请检查网络后重试。' });
  expect(state.text).toEqual(['网络连接失败', '请检查网络后重试。', '重试']);
  const retried = state.heard('retry');
  state.tap('.action >>> .t-button');
  await state.settle();
  expect(retried).toHaveLength(1);
});

test('an error that nothing can be done about has no button', () => {
  const state = pageState({ state: 'failed', failedTitle: '没有权限', failedAction: 'nothing' });
  expect(state.text).toEqual(['没有权限']);
  expect(state.count('.action')).toBe(0);
});

test('ready shows nothing of its own', () => {
  const state = pageState({ state: 'ready', failedTitle: 'x', emptyTitle: 'y' });
  expect(state.text).toEqual([]);
  expect([state.count('.bones'), state.count('.notice')]).toEqual([0, 0]);
});
