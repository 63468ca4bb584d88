// E3 Where a question is written: while an answer is on its way its button stops it, also with a draft typed.
import { mount } from './support/mount';

const SEND = '.send';
const STOP = '.stop';

test('E3 sends what is typed, and nothing where nothing is', async () => {
  const bar = mount('packages/assistant/components/ask-bar/ask-bar', { text: ' \n ' });
  const sent = bar.heard('send');
  bar.call('onSend');
  bar.set({ text: '怎么约' });
  await bar.settle();
  bar.call('onSend');
  expect([sent.length, bar.count(SEND), bar.count(STOP)]).toEqual([1, 1, 0]);
});

test('E3 the stop stands in place of the button as long as an answer is on its way, whatever is typed', async () => {
  const bar = mount('packages/assistant/components/ask-bar/ask-bar', { busy: true });
  const stopped = bar.heard('stop');
  const typed = bar.heard('text');
  bar.call('onInput', { detail: { value: '那要不要' } });
  bar.set({ text: '那要不要' });
  await bar.settle();
  bar.call('onStop');
  expect([typed, stopped.length]).toEqual([[{ text: '那要不要' }], 1]);
  expect([bar.count(SEND), bar.count(STOP)]).toEqual([0, 1]);
  bar.set({ busy: false });
  await bar.settle();
  expect([bar.count(SEND), bar.count(STOP)]).toEqual([1, 0]);
});

test('says why a question was not sent, and keeps it', () => {
  const bar = mount('packages/assistant/components/ask-bar/ask-bar', {
    text: '怎么约',
    trouble: '上一个回答还没说完',
  });
  expect(bar.text).toContain('上一个回答还没说完');
});
