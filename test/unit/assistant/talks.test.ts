// E3 The conversations that were opened lately: the same one for who comes back, and an end for what nobody looks at any more.
import type { About } from '../../../miniprogram/packages/assistant/stores/about';
import { Talks } from '../../../miniprogram/packages/assistant/stores/talk/talks';
import type { Talk } from '../../../miniprogram/packages/assistant/stores/talk/talk';
import { room, saidIn } from './kit';
import type { Room } from './kit';

const TASK: About = { context_type: 'task', context_id: '9', source: '/packages/staff/task/task?id=9' };
const BOARD: About = { context_type: 'board', source: '/pages/boards/boards?board=finance' };

function talks(): Room & { talks: Talks; of: (chat_id: string) => Talk } {
  const one = room();
  const all = new Talks(one.parts);
  return { ...one, talks: all, of: (chat_id) => all.find({ chat_id, about: null }) };
}

test('who comes back to a conversation, or to what it is about, finds it as it was left', () => {
  const { talks: all, of } = talks();
  of('7').draft = '还有';
  expect(of('7').draft).toBe('还有');
  expect(of('8')).not.toBe(of('7'));
  for (const about of [TASK, BOARD]) {
    const begun = all.find({ chat_id: null, about });
    expect(all.find({ chat_id: null, about: { ...about } })).toBe(begun);
    const others: About[] = [
      { ...about, context_id: '10' },
      { ...about, context_type: 'coach' },
      { ...about, source: '/pages/boards/boards?board=coach' },
    ];
    for (const other of others) expect(all.find({ chat_id: null, about: other })).not.toBe(begun);
  }
});

test('one that is about nothing is begun anew each time', () => {
  const { talks: all } = talks();
  for (const about of [null, { context_type: 'general' } as const]) {
    const wanted = { chat_id: null, about };
    expect(all.find(wanted)).not.toBe(all.find(wanted));
  }
});

test('one that began with a question is the same under the id that it was given', async () => {
  const { talks: all, api, of, rest } = talks();
  const begun = all.find({ chat_id: null, about: TASK });
  begun.ask('怎么约');
  await rest();
  api.finish('先问近况。', '4');
  await rest();
  expect(of('4')).toBe(begun);
});

test('what one of the list is about is known where this phone began it, and what its page says goes first', () => {
  const { of, talks: all, subjects } = talks();
  subjects.remember('4', TASK);
  expect([of('4').about, of('5').about]).toEqual([TASK, null]);
  subjects.remember('6', TASK);
  expect(all.find({ chat_id: '6', about: BOARD }).about).toEqual(BOARD);
});

test('the answer that is being written ends in the conversation that eight others were opened after', async () => {
  const { api, of, rest } = talks();
  const [first, second] = [of('1'), of('2')];
  first.ask('怎么约');
  second.ask('还有呢');
  await rest();
  for (const id of ['3', '4', '5', '6', '7', '8']) of(id);
  // Looked at once more: the other one was left longest ago.
  of('1');
  of('9');
  expect([saidIn(first)[1], saidIn(second)[1]]).toEqual(['!  (asked)', '!  (stopped)']);
  expect(api.asked.map(({ isAborted }) => isAborted)).toEqual([false, true]);
  expect([of('1') === first, of('2') === second]).toEqual([true, false]);
});

test('one that is looked at again and again takes the place of no other', () => {
  const { of } = talks();
  const first = of('1');
  for (let turn = 0; turn < 10; turn += 1) of('2');
  expect(of('1')).toBe(first);
});

test('the app comes back: each of them looks for what broke off', async () => {
  const { talks: all, api, of, rest } = talks();
  api.failure = { kind: 'network' };
  const both = [of('1'), of('2')];
  for (const one of both) {
    one.ask('怎么约');
    await rest();
    api.breakOff();
    await rest();
  }
  api.failure = null;
  for (const id of ['1', '2']) api.store(id, '怎么约', '先问近况。');
  all.wake();
  await rest();
  expect(both.map((one) => saidIn(one)[1])).toEqual(['! 先问近况。 (stored)', '! 先问近况。 (stored)']);
});
