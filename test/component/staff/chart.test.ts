// D9 The chart's words: they stand from the start, whether or not a drawing ever comes; a package that cannot be fetched is
// said below them, with a way to try again.
// First: it brings what the program's files need where they load.
import { mount, useApp } from '../support/mount';
import { observable, runInAction } from 'mobx-miniprogram';
import { useCharts } from '../../../miniprogram/compose/charts';
import type { ChartContent } from '../../../miniprogram/format/chart';
import { failed } from '../../../miniprogram/stores/list/progress';

const late = observable({ connected: true });
const timers = { after: () => () => undefined };
useApp({
  core: {
    network: late,
    platform: { timers },
    store: { area: () => ({ read: () => undefined, write: () => undefined }) },
  },
});

const content: ChartContent = {
  kind: 'donut',
  parts: [
    {
      ...{ row_key: '0', label: '基础课', value: 65, value_text: '¥8,240', share_text: '65%' },
      is_strong: false,
    },
    { ...{ row_key: '1', label: '奖', value: 35, value_text: '¥4,440', share_text: '' }, is_strong: false },
  ],
  ...{ total: 100, total_label: '合计', total_text: '¥12,680' },
};

test('D9 names, shares, amounts and the whole are there before anything is drawn', () => {
  const chart = mount('packages/staff/components/chart/chart', { content, label: '收入构成' });
  expect(chart.text).toEqual(['基础课 65%', '¥8,240', '奖', '¥4,440', '合计', '¥12,680']);
  expect(chart.count('.words-under')).toBe(0);
  chart.destroy();
});

test('D9 without its package the words stand, and the way to try again', async () => {
  const chart = mount('packages/staff/components/chart/chart', { content, label: '收入构成' });
  runInAction(() => (useCharts().fetching = failed({ kind: 'network' })));
  await chart.settle();
  expect(chart.text).toEqual(expect.arrayContaining(['基础课 65%', '合计', '图表没能加载', '重试']));
  expect(chart.count('.words-under')).toBe(0);
  chart.destroy();
});
