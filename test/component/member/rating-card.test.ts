// The rating card: nothing is sent before a star is chosen, nothing twice, and a refusal keeps what was chosen.
import { mount } from '../support/mount';

const card = (properties: Record<string, unknown>) =>
  mount('packages/member/components/rating-card/rating-card', properties);

test('C5 sends the score that is lit, and none before that', async () => {
  const asked = card({ state: 'asked' });
  const rated = asked.heard('rate');
  asked.call('onSend');
  asked.tap('.star-4');
  await asked.settle();
  expect(asked.text).toContain('满意');
  asked.call('onSend');
  await asked.settle();
  expect(rated).toEqual([{ score: 4 }]);
});

test('C5 sends nothing while one is under way, and lights no other star', async () => {
  const sending = card({ state: 'sending', score: 5 });
  const rated = sending.heard('rate');
  sending.tap('.star-2');
  sending.call('onSend');
  await sending.settle();
  expect(rated).toEqual([]);
  expect(sending.count('.lit')).toBe(5);
});

test('C5 a refusal says why and keeps the stars', () => {
  const refused = card({ state: 'refused', score: 3, note: '服务暂时不可用' });
  expect(refused.text).toEqual(expect.arrayContaining(['服务暂时不可用', '重新提交']));
  expect(refused.count('.lit')).toBe(3);
});

test('C5 thanks afterwards, with the stars where they are known', () => {
  expect(card({ state: 'done', score: 4 }).count('.lit')).toBe(4);
  expect(card({ state: 'done', score: 0 }).text).toEqual(['感谢您的评价']);
});

test('J3 while the session goes on a star is the answer, which can be changed, and says when it is sent', async () => {
  const early = card({ state: 'noted', early: true, score: 4 });
  const rated = early.heard('rate');
  expect(early.text).toEqual(expect.arrayContaining(['满意', '已记下，会话结束后提交']));
  expect(early.text).not.toContain('提交评价');
  early.tap('.star-5');
  await early.settle();
  expect(rated).toEqual([{ score: 5 }]);
});
