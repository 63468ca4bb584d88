// E3 What can be done about an answer that ended early, and who hears that something was said.
import type { Failure } from '../../../miniprogram/api/errors';
import { GO_ON } from '../../../miniprogram/packages/assistant/stores/talk/talk';
import { room, saidIn } from './kit';
import type { Room } from './kit';

const DOWN: Failure = { kind: 'network' };
const REFUSED: Failure = { kind: 'api', status: 422, code: '422', message: '消息不能超过 1000 个字' };

const contents = ({ api }: Room): string[] => api.asked.map(({ question }) => question.content);

/** A question whose first words came. */
async function begun(chat_id: string | null = '7'): Promise<Room> {
  const one = room(chat_id, chat_id === null ? { context_type: 'general' } : null);
  one.talk.ask('怎么约');
  await one.rest();
  one.api.now.delta('先问近况，');
  await one.rest();
  return one;
}

/** One whose answer broke off while nothing could be read. */
async function cutOff(): Promise<Room> {
  const one = await begun();
  one.api.failure = DOWN;
  one.api.breakOff();
  await one.rest();
  expect(saidIn(one.talk)).toEqual(['? 怎么约', '! 先问近况， (cut)']);
  return one;
}

test('an answer is on its way from the question to its last word', async () => {
  const { talk, api, rest } = room('7', null);
  const seen: (string | boolean)[] = [];
  const look = (): void => void seen.push(talk.last?.answer.ending.state ?? '', talk.is_busy);
  talk.ask('怎么约');
  look();
  await rest();
  api.now.delta('先问近况，');
  await rest();
  look();
  api.finish('先问近况，再说周六。', '7');
  await rest();
  look();
  expect(seen).toEqual(['asked', true, 'writing', true, 'whole', false]);
});

test('stopped: what was held back for the next portion is shown, the next question can be asked', async () => {
  const { talk, api, rest } = await begun();
  api.now.delta('再');
  api.now.delta('说');
  talk.stop();
  expect(saidIn(talk)).toEqual(['? 怎么约', '! 先问近况，再说 (stopped)']);
  expect(talk.ask('还有呢')).toBe('');
  await rest();
  expect(api.asked).toHaveLength(2);
});

test('nothing is stopped where nothing is on its way', async () => {
  const one = room('7', null);
  one.api.store('7', '怎么约', '先问近况。');
  await one.talk.open();
  one.talk.stop();
  expect([saidIn(one.talk), one.said]).toEqual([['? 怎么约', '! 先问近况。'], 0]);
});

test('the list hears of every end once: whole, stopped, broken off', async () => {
  const whole = await begun();
  whole.api.finish('先问近况，再说周六。', '7');
  await whole.rest();
  const stopped = await begun();
  stopped.talk.stop();
  await stopped.rest();
  const cut = await cutOff();
  expect([whole.said, stopped.said, cut.said]).toEqual([1, 1, 1]);
});

test('the list hears of a conversation that was found after its first answer broke off', async () => {
  const one = await begun(null);
  one.api.failure = DOWN;
  one.api.breakOff();
  await one.rest();
  const before = one.said;
  one.api.failure = null;
  one.api.store('8', '怎么约', '先问近况，再说周六。');
  one.talk.wake();
  await one.rest();
  expect([one.talk.chat_id, one.said - before]).toEqual(['8', 1]);
});

test('it goes on in the conversation that it began', async () => {
  const one = await begun(null);
  one.api.finish('先问近况，再说周六。', '4');
  await one.rest();
  one.talk.ask('还有呢');
  await one.rest();
  expect(one.api.now.question).toMatchObject({ content: '还有呢', chat_id: '4' });
  expect(one.api.now.question).not.toHaveProperty('context_type');
});

test('a reply that does not say its conversation leaves the one that is known', async () => {
  const { talk, api, rest } = await begun('7');
  const user_message = api.message('user', '怎么约');
  api.now.done({ user_message, ai_reply: api.message('assistant', '先问近况。') });
  await rest();
  expect([talk.chat_id, saidIn(talk)]).toEqual(['7', ['? 怎么约', '! 先问近况。']]);
});

test('asked again, what the attempt before said goes with the first words of the new one', async () => {
  const { talk, api, rest } = await cutOff();
  api.failure = null;
  void talk.resume();
  await rest();
  api.now.delta('约周六');
  await rest();
  expect(saidIn(talk)).toEqual(['? 怎么约', '! 约周六 (writing)']);
});

test('继续 asks nothing while it is not known what the server has, and nothing where it has the whole answer', async () => {
  const one = await cutOff();
  void one.talk.resume();
  await one.rest();
  expect(saidIn(one.talk)).toEqual(['? 怎么约', '! 先问近况， (cut)']);
  one.api.failure = null;
  one.api.store('7', '怎么约', '先问近况，再说周六。');
  void one.talk.resume();
  await one.rest();
  expect(saidIn(one.talk)).toEqual(['? 怎么约', '! 先问近况，再说周六。 (stored)']);
  expect(contents(one)).toEqual(['怎么约']);
  // What is stored may still not be all of it.
  void one.talk.resume();
  await one.rest();
  expect(contents(one)).toEqual(['怎么约', GO_ON]);
});

test('what was found in its conversation is not looked for in others that began with the same words', async () => {
  const { talk, api, rest } = await begun(null);
  api.store('7', '怎么约', '先问近况，');
  api.breakOff();
  await rest();
  expect([talk.chat_id, ...saidIn(talk)]).toEqual(['7', '? 怎么约', '! 先问近况， (cut)']);
  api.store('8', '怎么约', '约周六。');
  talk.wake();
  await rest();
  expect([talk.chat_id, ...saidIn(talk)]).toEqual(['7', '? 怎么约', '! 先问近况， (cut)']);
});

test('继续 asks nothing while the conversation that a question may have begun could not be looked for', async () => {
  const one = await begun(null);
  one.api.failure = DOWN;
  one.api.breakOff();
  await one.rest();
  void one.talk.resume();
  await one.rest();
  expect([contents(one), one.talk.last?.answer.ending.state]).toEqual([['怎么约'], 'cut']);
});

test('while an answer is on its way neither 继续 nor 再答一次 asks anything', async () => {
  const one = await begun();
  void one.talk.resume();
  one.talk.again();
  await one.rest();
  expect(contents(one)).toEqual(['怎么约']);
  expect(saidIn(one.talk)).toEqual(['? 怎么约', '! 先问近况， (writing)']);
});

test('再答一次 of an answer that failed asks the same question once more, not another one', async () => {
  const one = room('7', null);
  one.talk.ask('怎么约');
  await one.rest();
  one.api.breakOff(REFUSED);
  await one.rest();
  one.talk.again();
  await one.rest();
  expect(contents(one)).toEqual(['怎么约', '怎么约']);
  expect(saidIn(one.talk)).toEqual(['? 怎么约', '!  (asked)']);
});

test('the app comes back: what was refused, stopped or said is not looked for', async () => {
  const refused = room('7', null);
  refused.talk.ask('怎么约');
  await refused.rest();
  refused.api.breakOff(REFUSED);
  await refused.rest();
  const stopped = await begun();
  stopped.talk.stop();
  const writing = await begun();
  for (const one of [refused, stopped, writing, room('7', null)]) {
    one.talk.wake();
    await one.rest();
    expect(one.api.read).toEqual([]);
  }
});

test('a question that broke off has no answer in what was said before it, though the words are the same', async () => {
  const { talk, api, rest, time } = room('7', null);
  api.store('7', '怎么约', '先问近况。');
  await time.advance(3_600_000);
  // Nothing was read before it was asked.
  talk.ask('怎么约');
  await rest();
  api.breakOff();
  await rest();
  expect(saidIn(talk)).toEqual(['? 怎么约', '! 先问近况。', '? 怎么约', '!  (failed)']);
});
