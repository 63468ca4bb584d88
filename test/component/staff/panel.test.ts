// One module of a page: failed it keeps its heading, absent it shows nothing.
import { mount } from '../support/mount';

const panel = (properties: Record<string, unknown>) =>
  mount('packages/staff/components/panel/panel', { heading: '维客线索', ...properties });

test('D3 a module that failed keeps its heading and offers another try', async () => {
  const failed = panel({ state: 'failed', failedText: '没能加载线索', more: '全部' });
  const retried = failed.heard('retry');
  expect(failed.text).toEqual(['维客线索', '没能加载线索', '重试']);
  failed.tap('.retry');
  await failed.settle();
  expect(retried).toHaveLength(1);
});

test('D3 a module that is absent leaves nothing, not even its card', () => {
  const absent = panel({ state: 'absent', count: '3', tag: 'AI 生成' });
  expect(absent.text).toEqual([]);
  expect(absent.count('.panel')).toBe(0);
});

test('D3 a module that is there says how many, whose work it is, and where there is more', async () => {
  const ready = panel({ count: '3', tag: 'AI 生成', more: '全部记录' });
  const opened = ready.heard('more');
  expect(ready.text).toEqual(['维客线索', '3', 'AI 生成', '全部记录']);
  ready.tap('.more');
  await ready.settle();
  expect(opened).toHaveLength(1);
});
