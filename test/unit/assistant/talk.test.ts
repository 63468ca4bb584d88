// E3 A conversation: an answer as it is written, stopped, broken off, found again.
import { BUSY, GO_ON } from '../../../miniprogram/packages/assistant/stores/talk/talk';
import { room, saidIn, storedLate } from './kit';

test('E3 an answer grows in portions: nothing is handed on sooner than 120 ms, or for a few letters before 400', async () => {
  const { talk, api, time } = room();
  talk.ask('怎么约');
  const heard: string[] = [];
  const look = (): void => void heard.push(talk.entries[1]?.content ?? '');
  await time.advance(1_000);
  api.now.delta('先问');
  look();
  for (let turn = 0; turn < 8; turn += 1) {
    api.now.delta('近况如何');
    await time.advance(20);
    look();
  }
  await time.advance(400);
  look();
  expect([...new Set(heard)]).toEqual(['先问', `先问${'近况如何'.repeat(8)}`]);
});

test('E3 a second question while one runs is refused in words, and the first goes on', async () => {
  const { talk, api, rest } = room();
  expect(talk.ask('怎么约')).toBe('');
  expect(talk.ask('还有呢')).toBe(BUSY);
  await rest();
  api.finish('先问近况');
  await rest();
  expect(saidIn(talk)).toEqual(['? 怎么约', '! 先问近况']);
  expect(talk.ask('还有呢')).toBe('');
  expect(api.asked).toHaveLength(2);
});

test('E3 stopped: what was said stays and is marked, nothing more is heard, and the next reading says what was stored', async () => {
  const { talk, api, rest } = room('7', null);
  api.store('7', '在吗', '在');
  await talk.open();
  talk.ask('怎么约');
  await rest();
  api.now.delta('先问近况，');
  await rest();
  const { now } = api;
  talk.stop();
  now.delta('再说周六');
  await rest();
  expect(now.isAborted).toBe(true);
  expect(saidIn(talk).slice(2)).toEqual(['? 怎么约', '! 先问近况， (stopped)']);
  api.store('7', '怎么约', '先问近况，再说周六下午。');
  await talk.open();
  expect(saidIn(talk).slice(2)).toEqual(['? 怎么约', '! 先问近况，再说周六下午。 (stored)']);
});

test('E3 cut off: the messages are read first, and the whole answer stands there if the server has it', async () => {
  const { talk, api, rest } = room('7', null);
  talk.ask('怎么约');
  await rest();
  api.now.delta('先问近况，');
  await rest();
  api.store('7', '怎么约', '先问近况，再说周六下午。');
  api.breakOff();
  await rest();
  expect(saidIn(talk)).toEqual(['? 怎么约', '! 先问近况，再说周六下午。 (stored)']);
  expect(api.asked).toHaveLength(1);
});

test('E3 cut off with nothing stored: kept, and asked again only by 继续, after one more look', async () => {
  const { talk, api, rest } = room('7', null);
  talk.ask('怎么约');
  await rest();
  api.now.delta('先问近况，');
  await rest();
  api.breakOff();
  await rest();
  expect(saidIn(talk)).toEqual(['? 怎么约', '! 先问近况， (cut)']);
  const looks = api.read.length;
  void talk.resume();
  await rest();
  expect(api.read.length).toBe(looks + 1);
  expect(api.asked.map(({ question }) => question.content)).toEqual(['怎么约', '怎么约']);
  // What was there stays until the first words come.
  expect(saidIn(talk)).toEqual(['? 怎么约', '! 先问近况， (asked)']);
  api.finish('先问近况，再说周六下午。', '7');
  await rest();
  expect(saidIn(talk)).toEqual(['? 怎么约', '! 先问近况，再说周六下午。']);
});

test('E3 where the server kept the beginning and no more, it is asked to go on', async () => {
  const { talk, api, rest } = room('7', null);
  talk.ask('怎么约');
  await rest();
  api.now.delta('先问近况，');
  await rest();
  talk.stop();
  api.store('7', '怎么约', '先问近况，');
  void talk.resume();
  await rest();
  expect(api.now.question.content).toBe(GO_ON);
  api.finish('再说周六下午。', '7');
  await rest();
  expect(saidIn(talk)).toEqual(['? 怎么约', '! 先问近况， (stopped)', `? ${GO_ON}`, '! 再说周六下午。']);
});

test('E3 the app comes back: what broke off in the background is looked for by itself', async () => {
  const { talk, api, rest } = room('7', null);
  talk.ask('怎么约');
  await rest();
  api.now.delta('先问');
  await rest();
  api.failure = { kind: 'network' };
  api.breakOff();
  await rest();
  expect(saidIn(talk)).toEqual(['? 怎么约', '! 先问 (cut)']);
  api.failure = null;
  api.store('7', '怎么约', '先问近况。');
  talk.wake();
  await rest();
  expect(saidIn(talk)).toEqual(['? 怎么约', '! 先问近况。 (stored)']);
});

test('E3 a first question that broke off may have begun a conversation: it is found by its words', async () => {
  const { talk, api, rest } = room();
  api.store('3', '别的', '好');
  talk.ask('怎么约');
  await rest();
  api.now.delta('先问');
  await rest();
  api.store('8', '怎么约', '先问近况。');
  api.breakOff();
  await rest();
  expect([talk.chat_id, ...saidIn(talk)]).toEqual(['8', '? 怎么约', '! 先问近况。 (stored)']);
});

test('E3 everything at once at the end is an answer like any other', async () => {
  const { talk, api, rest } = room();
  talk.ask('怎么约');
  await rest(20_000);
  api.now.delta('先问近况，');
  api.now.delta('再说周六。');
  api.finish('先问近况，再说周六。');
  await rest();
  expect(saidIn(talk)).toEqual(['? 怎么约', '! 先问近况，再说周六。']);
});

test('E3 a refusal is a row with its words; what cannot have happened is asked again without a look', async () => {
  const { talk, api, rest } = room('7', null);
  talk.ask('怎么约');
  await rest();
  api.breakOff({ kind: 'api', status: 422, code: '422', message: '消息不能超过 1000 个字' });
  await rest();
  expect(saidIn(talk)).toEqual(['? 怎么约', '!  (failed)']);
  void talk.resume();
  await rest();
  expect([api.read, api.asked.length]).toEqual([[], 2]);
});

test('the card that an answer refers to comes with the stored messages, and stays where the server has none', async () => {
  const { talk, api, rest } = room('7', null);
  talk.ask('怎么约');
  await rest();
  const card = { type: 'customer', title: '林小满', summary: '银卡', data: { 储值: '¥3,280' } };
  api.finish('先问近况。', '7');
  const [, reply] = api.stored.get('7') ?? [];
  if (reply !== undefined) reply.reference_card = card;
  await rest();
  expect(talk.entries[1]?.card).toEqual(card);
  delete reply?.reference_card;
  await talk.open();
  expect(talk.entries[1]?.card).toEqual(card);
});

test('what was streamed is not drawn again when the stored messages say the same', async () => {
  const { talk, api, rest } = room('7', null);
  talk.ask('怎么约');
  await rest();
  api.now.delta('### 一\n\n先问近况。\n\n再说周六。');
  await rest();
  const before = talk.entries[1]?.lines ?? [];
  expect(before).toHaveLength(3);
  api.finish('### 一\n\n先问近况。\n\n再说周六。', '7');
  await rest();
  const after = talk.entries[1]?.lines ?? [];
  expect(after.slice(0, 2).every((line, at) => line === before[at])).toBe(true);
});

test('a long conversation is read from its end, and further back on demand, without anything twice', async () => {
  const { talk, api, rest } = room('7', null);
  api.page_size = 10;
  for (let at = 0; at < 24; at += 1) api.store('7', `问${at}`, `答${at}`);
  await talk.open();
  expect(talk.shown_entries.map(({ content }) => content).slice(-1)).toEqual(['答23']);
  expect(talk.shown_entries).toHaveLength(12);
  for (let turn = 0; turn < 8; turn += 1) {
    await talk.older();
    await rest();
  }
  expect(talk.shown_entries.map(({ content }) => content)).toEqual(
    Array.from({ length: 24 }, (_, at) => [`问${at}`, `答${at}`]).flat(),
  );
  expect(talk.has_older).toBe(false);
});

test('another answer can be asked for; what it was about goes along each time', async () => {
  const about = {
    context_type: 'task',
    context_id: '9',
    title: '林小满 · 高优先召回',
    source: '/packages/staff/task/task?id=9',
  } as const;
  const { talk, api, rest, subjects } = room(null, about);
  talk.ask('怎么约');
  await rest();
  api.finish('先问近况。');
  await rest();
  talk.again();
  await rest();
  api.finish('约周六。');
  await rest();
  expect(saidIn(talk)).toEqual(['? 怎么约', '! 先问近况。', '? 怎么约', '! 约周六。']);
  const page_context = {
    id: '9',
    contextType: 'task',
    context_type: 'task',
    contextId: '9',
    context_id: '9',
    page_type: 'task',
  };
  for (const { question } of api.asked) {
    expect(question.from).toEqual({
      source_page: 'task',
      screen_content: '林小满 · 高优先召回',
      page_context,
    });
  }
  expect(subjects.of('1')).toEqual(about);
});

test('K3 a question that began a conversation of its own, unheard, is found there and not asked again in another', async () => {
  const { talk, api, rest } = room();
  talk.ask('怎么约');
  await rest();
  api.breakOff();
  await rest();
  expect(talk.chat_id).toBeNull();
  talk.ask('还有呢');
  await rest();
  api.store('7', '怎么约', '先问近况。');
  api.finish('周六下午');
  await rest();
  const asked = api.asked.length;
  // The first one stands last: the server has nothing of it here.
  expect(saidIn(talk).slice(-2)[0]).toBe('? 怎么约');
  await talk.resume();
  await rest();
  expect(api.asked).toHaveLength(asked);
  expect(saidIn(talk)).toEqual(['? 还有呢', '! 周六下午']);
});

test('K3 a question that was stored late, before the one asked after it, is the one that was asked', async () => {
  const { talk, api, rest } = await storedLate();
  expect(saidIn(talk)[0]).toBe('? 怎么约');
  const asked = api.asked.length;
  await talk.resume();
  await rest();
  expect(api.asked).toHaveLength(asked);
});
