// The code card: its text code in groups, what it says when there is no QR, and what its taps tell the page.
import { mount } from '../support/mount';

const CARD = 'packages/member/components/code-card/code-card';
const live = {
  name: '招牌拿铁',
  face: 'valid',
  countdown: '4:32',
  share: 0.9,
  seconds: 272,
  content: 'RQRV1_x',
};

test('shows the code in groups, and copies on a tap', async () => {
  const card = mount(CARD, { ...live, code: 'KX4M-7TSA-H5W2' });
  expect(card.text).toEqual(expect.arrayContaining(['KX4M', '7TSA', 'H5W2', '4:32 后自动更新']));
  const copied = card.heard('copy');
  card.tap('.copy');
  await card.settle();
  expect(copied).toHaveLength(1);
});

test('says where the text code is when this phone does not have it', () => {
  const card = mount(CARD, { ...live, code: '' });
  expect(card.count('.copy')).toBe(0);
  expect(card.text.join()).toContain('文字券码只在生成它的手机上显示');
});

test('an expired QR has no count-down but a retry', async () => {
  const card = mount(CARD, { ...live, face: 'offline', content: '' });
  expect(card.text.join()).not.toContain('后自动更新');
  const retried = card.heard('retry');
  card.tap('.retry');
  await card.settle();
  expect(retried).toHaveLength(1);
});

test('while the first QR is on its way there is nothing to retry', () => {
  expect(mount(CARD, { ...live, face: 'loading', content: '' }).count('.retry')).toBe(0);
});
