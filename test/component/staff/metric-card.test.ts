// A figure of the finance board: its direction in words beside its arrow, and a panel that did not come, which says so alone.
import { blankCard } from '../../../miniprogram/packages/staff/format/finance-cards';
import { mount } from '../support/mount';

const part = (label: string, text: string) => ({
  ...{ row_key: label, label, text, share: '', bar: 50, is_minus: false, trend: '', trend_text: '' },
});
const card = (more: Record<string, unknown>) =>
  mount('packages/staff/components/metric-card/metric-card', {
    card: { ...blankCard, row_key: '0 revenue', key: 'revenue', label: '营业额', figure: '¥1,200', ...more },
  });

test('E1 a figure has its unit, its direction in words, its parts, and opens what it says', async () => {
  const shown = card({ unit: '人', trend: 'down', trend_text: '下降 8%', parts: [part('台费', '¥700')] });
  const opened = shown.heard('open');
  expect(shown.text).toEqual(['营业额', '¥1,200', '人', '下降 8%', '台费', '¥700']);
  shown.tap('.card');
  await shown.settle();
  expect(opened).toEqual([{ row_key: '0 revenue' }]);
});

test('E1 without a comparison there is neither an arrow nor a 0', () => {
  const shown = card({ trend: '', trend_text: '' });
  expect([shown.count('.trend'), shown.text]).toEqual([0, ['营业额', '¥1,200']]);
});

test('E1 what did not come says so and offers another try; it opens nothing', async () => {
  const lost = card({ kind: 'lost', label: '现金流', figure: '', is_wide: true });
  const [opened, retried] = [lost.heard('open'), lost.heard('retry')];
  expect(lost.text).toEqual(['现金流', '没能加载这一项', '重试']);
  lost.tap('.card');
  lost.tap('.retry');
  await lost.settle();
  expect([opened.length, retried.length]).toEqual([0, 1]);
});

test('an estimate says that it is one', () => {
  expect(card({ is_estimate: true }).text).toContain('预估');
});
