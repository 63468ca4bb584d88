// An item's history as steps: what each says, and nothing where nothing was sent.
import { timelineSteps } from '../../../miniprogram/packages/member/format/timeline-steps';
import { mount } from '../support/mount';

const steps = timelineSteps([
  { time: '2026-11-20 10:00:00', event: 'mint', detail: '物品已发放' },
  { time: null, event: 'hold', detail: null },
]);

test('says what happened, how and when, the latest first', () => {
  const history = mount('packages/member/components/timeline-steps/timeline-steps', { steps });
  expect(history.text).toEqual(['待使用', '已到账', '物品已发放', '2026-11-20 10:00']);
  expect(history.count('.step')).toBe(2);
});

test('follows its steps', () => {
  const history = mount('packages/member/components/timeline-steps/timeline-steps', { steps });
  history.set({ steps: steps.slice(1) });
  expect(history.text).toEqual(['已到账', '物品已发放', '2026-11-20 10:00']);
});
