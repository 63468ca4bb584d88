// E3 A conversation is opened: what is read of it, once, and further back on demand.
import type { About } from '../../../miniprogram/packages/assistant/stores/about';
import { room, saidIn } from './kit';

const TASK: About = { context_type: 'task', context_id: '9', title: '林小满 · 高优先召回' };
const DOWN = { kind: 'network' } as const;

/** So many words in turns, from the person on. */
const turns = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => (at % 2 === 0 ? `问${at}` : `答${at}`));

test('one about something is opened by it, is remembered to be about it, and is read from then on', async () => {
  const { talk, api, subjects } = room(null, TASK);
  api.opens = true;
  api.store('7', '怎么约', '先问近况。');
  const opening = talk.open();
  expect(talk.state).toBe('loading');
  await opening;
  expect(api.opened).toEqual([{ context_type: 'task', context_id: '9' }]);
  expect([talk.chat_id, talk.state, api.read]).toEqual(['7', 'ready', []]);
  expect(saidIn(talk)).toEqual(['? 怎么约', '! 先问近况。']);
  expect(subjects.of('7')).toEqual(TASK);
  api.store('7', '还有呢', '周六。');
  await talk.open();
  expect([api.opened.length, api.read]).toEqual([1, ['7 1']]);
  expect(saidIn(talk).slice(2)).toEqual(['? 还有呢', '! 周六。']);
});

test('where there is nothing to open, that is asked once', async () => {
  const { talk, api } = room(null, TASK);
  await talk.open();
  expect([talk.is_read, talk.state]).toEqual([true, 'new']);
  await talk.open();
  expect(api.opened).toHaveLength(1);
});

test('what could not be opened says why, and is opened the next time', async () => {
  const { talk, api } = room(null, TASK);
  api.failure = DOWN;
  await talk.open();
  expect([talk.state, talk.reading, talk.is_read]).toEqual([
    'failed',
    { state: 'failed', failure: DOWN },
    false,
  ]);
  api.failure = null;
  api.opens = true;
  api.store('7', '怎么约', '先问近况。');
  await talk.open();
  expect([talk.state, talk.reading.state, talk.is_read]).toEqual(['ready', 'idle', true]);
});

test('what could not be read says why, keeps what is shown, and is read the next time', async () => {
  const { talk, api } = room('7', null);
  api.failure = DOWN;
  await talk.open();
  expect([talk.state, talk.is_read]).toEqual(['failed', false]);
  api.failure = null;
  api.store('7', '怎么约', '先问近况。');
  await talk.open();
  expect([talk.state, talk.is_read]).toEqual(['ready', true]);
  api.failure = DOWN;
  await talk.open();
  expect([talk.state, talk.reading.state, talk.is_read]).toEqual(['ready', 'failed', true]);
  expect(saidIn(talk)).toEqual(['? 怎么约', '! 先问近况。']);
});

test.each<About>([{ context_type: 'general' }, { context_type: 'board', title: '财务' }])(
  'one about nothing that the server knows is new each time: $context_type',
  async (about) => {
    const { talk, api } = room(null, about);
    await talk.open();
    expect([api.opened, api.read, talk.state, talk.is_read]).toEqual([[], [], 'new', false]);
  },
);

test('opened twice at once it is read once', async () => {
  const known = room('7', null);
  await Promise.all([known.talk.open(), known.talk.open()]);
  expect(known.api.read).toEqual(['7 1']);
  const about = room(null, TASK);
  await Promise.all([about.talk.open(), about.talk.open()]);
  expect(about.api.opened).toHaveLength(1);
});

test('while an answer is on its way nothing is read', async () => {
  const { talk, api, rest } = room('7', null);
  talk.ask('怎么约');
  await rest();
  await talk.open();
  expect(api.read).toEqual([]);
});

test('what is read while a question is on its way is not taken for its answer: the same words were asked before', async () => {
  const { talk, api, rest } = room('7', null);
  api.store('7', '怎么约', '先问近况。');
  const letGo = api.hold();
  void talk.open();
  talk.ask('怎么约');
  letGo();
  await rest();
  expect([saidIn(talk), talk.is_busy]).toEqual([['? 怎么约', '!  (asked)'], true]);
  api.finish('约周六。', '7');
  await rest();
  expect(saidIn(talk)).toEqual(['? 怎么约', '! 先问近况。', '? 怎么约', '! 约周六。']);
});

test.each([99, 100, 130])(
  'an opening that brought a page of %i or more is read from its end',
  async (count) => {
    const { talk, api } = room(null, TASK);
    api.opens = true;
    api.store('7', ...turns(count));
    await talk.open();
    expect(talk.entries[talk.entries.length - 1]?.content).toBe(turns(count).pop());
    expect(api.read.length > 0).toBe(count >= 100);
  },
);

test('further back is asked for once at a time; where it fails that is said, and what is shown stays', async () => {
  const { talk, api, rest } = room('7', null);
  api.page_size = 10;
  api.store('7', ...turns(40));
  await talk.open();
  await talk.older();
  expect([talk.shown_entries.length, talk.has_older]).toEqual([20, true]);
  const before = talk.shown_entries;
  const asked = api.read.length;
  api.failure = DOWN;
  await talk.older();
  expect([talk.adding, talk.has_older]).toEqual([{ state: 'failed', failure: DOWN }, true]);
  expect(talk.shown_entries).toEqual(before);
  api.failure = null;
  const letGo = api.hold();
  void talk.older();
  void talk.older();
  expect(talk.adding.state).toBe('running');
  letGo();
  await rest();
  expect(talk.adding.state).toBe('idle');
  expect(api.read.slice(asked)).toEqual(['7 2', '7 2']);
  expect(talk.shown_entries.map(({ content }) => content)).toEqual(turns(40).slice(10));
});

test('where all that was read is in sight, further back is the page before it', async () => {
  const { talk, api } = room('7', null);
  api.page_size = 6;
  api.store('7', ...turns(18));
  await talk.open();
  expect(talk.shown_entries).toHaveLength(12);
  await talk.older();
  expect(talk.shown_entries.map(({ content }) => content)).toEqual(turns(18));
});

test('what was read to its beginning is not offered again; what was said elsewhere since is, page by page', async () => {
  const { talk, api } = room('7', null);
  api.page_size = 10;
  api.store('7', ...turns(40));
  await talk.open();
  while (talk.has_older) await talk.older();
  await talk.open();
  expect([talk.entries.length, talk.has_older]).toEqual([40, false]);
  api.store('7', ...turns(4));
  await talk.open();
  expect([talk.entries.length, talk.has_older]).toEqual([44, false]);
  api.store('7', ...turns(36));
  await talk.open();
  expect(talk.has_older).toBe(true);
  while (talk.has_older) await talk.older();
  expect(talk.shown_entries.map(({ content }) => content)).toEqual(
    [40, 4, 36].flatMap((count) => turns(count)),
  );
});

test('where the server does not count the messages, page after page is read to the last one', async () => {
  const { talk, api } = room('7', null);
  api.page_size = 10;
  api.store('7', ...turns(34));
  const answered = api.messages;
  api.messages = async (...asked) => ({ ...(await answered(...asked)), total: null });
  await talk.open();
  expect(talk.entries.map(({ content }) => content)).toEqual(turns(34));
  expect(api.read).toEqual(['7 1', '7 2', '7 3', '7 4']);
});

test('what was looked back at stays in sight while more is said', async () => {
  const { talk, api, rest } = room('7', null);
  api.store('7', ...turns(12));
  await talk.open();
  expect(talk.has_older).toBe(false);
  talk.ask('还有呢');
  await rest();
  api.finish('周六。', '7');
  await rest();
  expect([talk.shown_entries.length, talk.has_older]).toEqual([14, false]);
});
