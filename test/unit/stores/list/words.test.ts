// What a list says above, below and instead of itself.
import {
  brokenLink,
  failedWords,
  footerOf,
  listFields,
  noticeOf,
  SILENT_LIST,
} from '../../../../miniprogram/stores/list/words';
import type { Listing } from '../../../../miniprogram/stores/list/words';
import { failureIn } from '../../../../miniprogram/stores/list/progress';
import { unreadableText } from '../../../../miniprogram/format/unreadable';
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
  [{ shown: 6 }, '', false],
  [{ shown: 7 }, '共 7 张工单', false],
  [{ shown: 0, searched: true }, '共 8 张工单，找到 0 张工单', false],
  [{ has_more: true, searched: true }, '已在加载的 8 张工单中查找，点此加载更多', true],
])('below a list of %j: %s', (more, text, action) => {
  expect(footerOf(listing(more), '张工单')).toEqual({ text, action });
});

/** What a page binds, by name. */
function bound(...[shown, link]: [Listing | null, (() => '' | 'offline' | 'connecting')?]) {
  const fields = listFields(() => shown, '张工单', link);
  return Object.fromEntries(Object.entries(fields).map(([name, say]) => [name, say()]));
}

test('a page begins with what an empty list says, which is nothing', () => {
  expect(bound(listing({ count: 0, shown: 0 }))).toEqual(SILENT_LIST);
});

test('while nobody is signed in it says that alone', () => {
  expect(bound(null, () => 'offline')).toEqual({
    ...SILENT_LIST,
    ...{ failed_title: '请重新登录', failed_text: '请先登录。', failed_action: 'sign_in' },
  });
});

test('a list says what failed, what may be old, how much there is and what cannot be shown', () => {
  expect(bound(listing({ refreshing: lost, unreadable: 2 }))).toEqual({
    ...{ failed_title: '网络连接失败', failed_text: '请检查网络后重试。' },
    ...{ failed_action: 'retry', failed_for: 'offline', unreadable_text: unreadableText(2) },
    ...{ notice_text: '网络连接失败，显示的是上次的内容', notice_action: '重试', notice_tone: 'warn' },
    ...{ footer_text: '共 8 张工单', footer_action: false },
  });
  expect(bound(listing({ has_more: true }), () => 'connecting')).toMatchObject({
    ...{ notice_tone: 'info', footer_action: true, unreadable_text: '' },
  });
});

test('an address that names nothing leads home', () => {
  expect(brokenLink('物品')).toEqual({
    ...{ state: 'failed', failed_action: 'home', failed_title: '链接无效' },
    failed_text: '没有找到对应的物品。',
  });
});
