// E3 The phone's clock was set: what it knows of the server's is wrong until the next reply, or runs late from then on.
import { room, saidIn, storedLate } from './kit';

const HOUR_MS = 3_600_000;
const SET = [
  ['forward before the question, unnoticed', HOUR_MS, 0],
  ['back after it, while nobody read it for minutes', 0, 200_000],
  ['never, and a slow request put the server’s some seconds ahead', 4_500, 4_500],
] as const;

test.each(SET)(
  'K3 a question that began a conversation, unheard, is found there: clock set %s',
  async (_when, at_first, then) => {
    const { talk, api, clock, rest } = room();
    clock.skew_ms = at_first;
    const answered = api.chats;
    api.chats = (paging) => ((clock.skew_ms = then), answered(paging));
    talk.ask('怎么约');
    await rest();
    api.store('7', '怎么约', '先问近况。');
    api.breakOff();
    await rest();
    expect(saidIn(talk)).toEqual(['? 怎么约', '! 先问近况。 (stored)']);
    expect(talk.chat_id).toBe('7');
  },
);

test.each(SET)(
  'K3 a question that was stored late, before the one asked after it, is known again: clock set %s',
  async (_when, at_first, then) => {
    const { talk } = await storedLate(at_first, then);
    expect(saidIn(talk)).toEqual(['? 怎么约', '! 先问近况。 (stored)', '? 还有呢', '! 周六下午']);
  },
);

test('K3 the same words of an hour before are another question, whatever a reply says of the clock', async () => {
  const { talk, api, clock, rest, time } = room();
  api.store('7', '怎么约', '先问近况。');
  await time.advance(HOUR_MS);
  talk.ask('怎么约');
  await rest();
  clock.skew_ms = 200_000;
  api.breakOff();
  await rest();
  expect(saidIn(talk)).toEqual(['? 怎么约', '!  (failed)']);
});
