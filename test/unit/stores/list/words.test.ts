// What a list says above, below and instead of itself.
import { failedWords, footerOf, noticeOf } from '../../../../miniprogram/stores/list/words';
import type { Listing } from '../../../../miniprogram/stores/list/words';
import { failureIn } from '../../../../miniprogram/stores/list/progress';
import type { Progress } from '../../../../miniprogram/stores/list/progress';

const idle: Progress = { state: 'idle' };
const lost: Progress = { state: 'failed', failure: { kind: 'network' } };
const listing = (more: Partial<Listing>): Listing => ({
  ...{ refreshing: idle, adding: idle, has_more: false, count: 8, shown: 8 },
  ...more,
});

test.each([
  [idle, '', ['', '']],
  [idle, 'connecting', ['正在连接，新消息可能稍晚显示', '']],
  [lost, 'connecting', ['网络连接失败，显示的是上次的内容', '重试']],
  [lost, 'offline', ['网络不可用，显示的是上次的内容', '']],
] as const)('%j, %s: one line at most, the worst first', (refreshing, link, [text, action]) => {
  expect(noticeOf(refreshing, link)).toMatchObject({ text, action });
});

test('a failure has words, and the network’s has a sign of its own', () => {
  expect(failedWords(failureIn(idle))).toMatchObject({ title: '', action: 'nothing' });
  expect(failedWords(failureIn(lost))).toMatchObject({
    title: '网络连接失败',
    action: 'retry',
    failed_for: 'offline',
  });
  expect(failedWords({ kind: 'http', status: 500 }).failed_for).toBe('other');
});

test.each([
  [{ count: 0, shown: 0, has_more: true }, '', false],
  [{ adding: { state: 'running' } as const }, '正在加载…', false],
  [{ adding: lost, has_more: true }, '加载失败，点此重试', true],
  [{ has_more: true }, '上滑或点此加载更多', true],
  [{ has_more: true, shown: 2 }, '已在加载的 8 张工单中查找，点此加载更多', true],
  [{}, '共 8 张工单', false],
  [{ shown: 2 }, '', false],
  [{ shown: 0, searched: true }, '共 8 张工单，找到 0 张工单', false],
  [{ has_more: true, searched: true }, '已在加载的 8 张工单中查找，点此加载更多', true],
])('below a list of %j: %s', (more, text, action) => {
  expect(footerOf(listing(more), '张工单')).toEqual({ text, action });
});
