// E3 What a conversation's page says: its head, and how its last answer goes.
import type { Failure } from '../../../miniprogram/api/errors';
import type { About } from '../../../miniprogram/packages/assistant/stores/about';
import { endingText } from '../../../miniprogram/packages/assistant/stores/talk/ending-words';
import type { Ending } from '../../../miniprogram/packages/assistant/stores/talk/entry';
import type { Talk } from '../../../miniprogram/packages/assistant/stores/talk/talk';
import {
  questionsOf,
  talkFailureOf,
  talkFieldsOf,
} from '../../../miniprogram/packages/assistant/stores/talk/talk-view';
import { SUBJECTS } from '../../../miniprogram/packages/assistant/format/subject';
import type { LinkTrouble } from '../../../miniprogram/stores/list/words';
import { room } from './kit';

const DOWN: Failure = { kind: 'network' };
const TASK: About = { context_type: 'task', context_id: '9', title: '林小满 · 高优先召回' };
const refused = (status: number): Failure => ({ kind: 'api', status, code: String(status), message: '不行' });

/** What its page binds, by name. */
function said(talk: Talk | null, link: LinkTrouble = '') {
  const fields = talkFieldsOf(
    () => talk,
    () => '',
    () => link,
  );
  return (...names: string[]) => names.map((name) => fields[name]?.());
}

test('its head says what it is about, and nothing of that where this phone does not know', () => {
  const { talk } = room(null, TASK);
  const names = ['subject_word', 'subject_title', 'headline', 'sees'];
  expect(said(talk)(...names)).toEqual([
    ...['任务', '林小满 · 高优先召回', '想知道林小满的什么？', SUBJECTS.task.sees],
  ]);
  expect(questionsOf(talk)).toBe(SUBJECTS.task.questions);
  const unknown = room('7', null).talk;
  expect(said(unknown)(...names)).toEqual(['', '', '想问点什么？', SUBJECTS.general.sees]);
  expect(questionsOf(unknown)).toBe(SUBJECTS.general.questions);
  expect(questionsOf(null)).toEqual([]);
});

test('while nobody is signed in it says so, and offers nothing', () => {
  const names = [
    'state',
    'notice_text',
    'has_older',
    'older',
    'is_busy',
    'has_tail',
    'tail_state',
    'tail_act',
  ];
  expect(said(null)(...names, 'can_copy', 'can_retry', 'tail_alone')).toEqual([
    ...['signed_out', '', false, 'idle', false, false, 'whole', '', false, false, false],
  ]);
  expect(talkFailureOf(null)).toBeNull();
});

test.each([
  [DOWN, 'failed'],
  [refused(404), 'missing'],
  [refused(403), 'missing'],
  [refused(500), 'failed'],
  // Somebody else's answer: nothing is known of the conversation.
  [{ kind: 'http', status: 404 } as const, 'failed'],
])('what could not be read: %j is %s', async (failure, state) => {
  const { talk, api } = room('7', null);
  api.failure = failure;
  await talk.open();
  expect([said(talk)('state'), talkFailureOf(talk)]).toEqual([[state], failure]);
  api.failure = null;
  api.store('7', '怎么约', '先问近况。');
  await talk.open();
  api.failure = failure;
  await talk.open();
  expect(said(talk)('state')).toEqual(['ready']);
});

test('above what may be old it says why; while an answer is on its way that alone counts', async () => {
  const { talk, api, rest } = room('7', null);
  api.failure = DOWN;
  await talk.open();
  expect(said(talk, 'offline')('notice_text', 'failed_title')).toEqual(['', '网络连接失败']);
  api.failure = null;
  api.store('7', '怎么约', '先问近况。');
  await talk.open();
  expect(said(talk)('notice_text', 'failed_title')).toEqual(['', '']);
  expect(said(talk, 'offline')('notice_text')).toEqual(['网络不可用，显示的是上次的内容']);
  api.failure = DOWN;
  await talk.open();
  expect(said(talk)('notice_text')).toEqual(['网络连接失败，显示的是上次的内容']);
  talk.ask('还有呢');
  await rest();
  expect(said(talk)('notice_text')).toEqual(['']);
});

test('what can be done about the last answer', async () => {
  const { talk, api, rest } = room('7', null);
  const shown = () =>
    said(talk)('has_tail', 'is_busy', 'tail_state', 'tail_act', 'can_copy', 'can_retry', 'tail_alone');
  expect(shown()).toEqual([false, false, 'whole', '', false, false, false]);
  api.store('7', '在吗', '在。');
  await talk.open();
  expect(shown()).toEqual([true, false, 'whole', '', true, true, false]);
  talk.ask('怎么约');
  await rest();
  expect(shown()).toEqual([true, true, 'asked', '', false, false, true]);
  api.now.delta('先问近况，');
  await rest();
  expect(shown()).toEqual([true, true, 'writing', '', false, false, false]);
  talk.stop();
  expect(shown()).toEqual([true, false, 'stopped', 'resume', true, true, false]);
  api.store('7', '怎么约', '先问近况，再说周六。');
  await talk.open();
  expect(shown()).toEqual([true, false, 'stored', 'resume', true, true, false]);
  talk.ask('还有呢');
  await rest();
  api.breakOff(refused(422));
  await rest();
  expect(shown()).toEqual([true, false, 'failed', 'retry', false, false, true]);
  talk.ask('还有呢');
  await rest();
  api.now.delta('周六');
  await rest();
  api.breakOff();
  await rest();
  expect(shown()).toEqual([true, false, 'cut', 'resume', true, true, false]);
});

test.each([0, 1])(
  'an answer of a card alone does not begin at its end, whether it stands with %i',
  async (at) => {
    const { talk, api } = room('7', null);
    api.store('7', '怎么约', '');
    const card = { type: 'customer', title: '林小满', summary: '银卡', data: {} };
    expect((await talk.open(), said(talk)('tail_alone'))).toEqual([true]);
    const message = api.stored.get('7')?.[at];
    if (message !== undefined) message.reference_card = card;
    await talk.open();
    expect(said(talk)('tail_alone')).toEqual([false]);
  },
);

test.each<[Ending, string]>([
  [{ state: 'whole' }, ''],
  [{ state: 'asked' }, '正在看记录…'],
  [{ state: 'writing' }, '正在回答…'],
  [{ state: 'checking' }, '正在确认有没有说完…'],
  [{ state: 'stopped' }, '已停止，这段可能不完整'],
  [{ state: 'stored', after: 'cut' }, '网络断过，这是后来存下的内容'],
  [{ state: 'stored', after: 'stopped' }, '已停止，这是后来存下的内容'],
  [{ state: 'cut', failure: DOWN }, '网络断了，没有说完'],
  [{ state: 'cut', failure: { kind: 'timeout' } }, '等得太久，没有说完'],
  [{ state: 'cut', failure: refused(503) }, '没有说完：服务暂时不可用，不行'],
  [{ state: 'failed', failure: refused(422) }, '没有回答：填写的内容有误，不行'],
])('how an answer ended: %j is %s', (ending, text) => {
  expect(endingText(ending)).toBe(text);
});
