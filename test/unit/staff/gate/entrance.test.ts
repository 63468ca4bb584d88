// D1: the entrance. Every status has its page, an open review is read while somebody waits, an approval is welcomed once.
import { autorun } from 'mobx-miniprogram';
import { stepsOf } from '../../../../miniprogram/packages/entrance/entrance/steps';
import { Entrance } from '../../../../miniprogram/packages/entrance/stores/entrance/entrance';
import {
  entranceFields,
  entranceState,
} from '../../../../miniprogram/packages/entrance/stores/entrance/entrance-view';
import { Desk, person } from './kit';

const entranceOf = (desk: Desk): Entrance => new Entrance({ session: desk, timers: desk.time });
const shown = (entrance: Entrance, desk: Desk): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entranceFields(entrance, desk)).map(([name, read]) => [name, read()]));

test('D1 whoever comes in is signed in by WeChat; then the review is read', async () => {
  const desk = new Desk(person('pending'));
  const entrance = entranceOf(desk);
  expect(entranceState(entrance, desk)).toBe('ask');
  const looking = Promise.all([entrance.look(), entrance.look()]);
  expect(entranceState(entrance, desk)).toBe('loading');
  await looking;
  expect(entranceState(entrance, desk)).toBe('pending');
  await entrance.look();
  expect(desk.calls).toEqual(['sign in', 'look']);
});

test.each([
  ['new', 'new'],
  ['pending', 'pending'],
  ['rejected', 'rejected'],
  ['disabled', 'disabled'],
  ['approved', 'approved'],
  ['on_hold', 'pending'],
  ['constructor', 'pending'],
])('D1 the status %s is the page %s', async (status, state) => {
  const desk = new Desk(person(status));
  const entrance = entranceOf(desk);
  await entrance.look();
  expect(entranceState(entrance, desk)).toBe(state);
  expect(Object.values(shown(entrance, desk)).join()).not.toMatch(/undefined|null/);
});

test('D1 a status that nobody knows says whom to ask', async () => {
  const desk = new Desk(person('on_hold'));
  const entrance = entranceOf(desk);
  await entrance.look();
  expect(shown(entrance, desk)['text']).toContain('请联系店长');
});

test.each([
  ['rejected', '手机号对不上', '手机号对不上'],
  ['rejected', null, '没有写明原因，请联系店长。'],
  ['disabled', '已离职', '已离职'],
  ['disabled', undefined, ''],
  ['pending', '别的话', ''],
])('D1 of %s with the reason %j is said %j', async (status, reason, said) => {
  const desk = new Desk(person(status, reason === undefined ? {} : { reject_reason: reason }));
  const entrance = entranceOf(desk);
  await entrance.look();
  expect(shown(entrance, desk)['review_reason']).toBe(said);
});

test('D1 a sign-in that fails says why, and can be tried again', async () => {
  const desk = new Desk({ kind: 'network' });
  const entrance = entranceOf(desk);
  await entrance.look();
  expect(shown(entrance, desk)).toMatchObject({ state: 'failed', failed_title: '网络连接失败' });
  desk.next = person('approved');
  await entrance.look();
  expect(entranceState(entrance, desk)).toBe('approved');
});

test('D1 an open review is read while it is seen, and by nobody afterwards', async () => {
  const desk = new Desk(person('pending'));
  const entrance = entranceOf(desk);
  await entrance.look();
  const stop = entrance.watch();
  await desk.time.advance(31_000);
  expect(desk.calls).toEqual(['sign in', 'look', 'look']);
  stop();
  await desk.time.advance(60_000);
  expect(desk.calls).toHaveLength(3);
  entrance.watch();
  desk.next = person('approved');
  await desk.time.advance(60_000);
  expect(desk.calls).toHaveLength(4);
  expect(desk.time.pending).toBe(0);
});

test('D1 an approval is welcomed once, by whoever has waited for it', async () => {
  const desk = new Desk(person('pending'));
  await entranceOf(desk).look();
  desk.next = person('approved', { role: 'coach', store_name: '滨江店' });
  const entrance = entranceOf(desk);
  await entrance.look();
  expect(entrance.welcome).toBe(true);
  expect(shown(entrance, desk)).toMatchObject({
    title: '欢迎，林夏',
    text: '审核已通过，您在滨江店的身份是助教。',
  });
  const next = entranceOf(desk);
  await next.look();
  expect(next.welcome).toBe(false);
});

test('D1 whoever was always approved is not welcomed', async () => {
  const desk = new Desk(person('approved'));
  const entrance = entranceOf(desk);
  await entrance.look();
  expect(entrance.welcome).toBe(false);
});

test('D1 looking without news says so, until the page is left', async () => {
  const desk = new Desk(person('pending'));
  const entrance = entranceOf(desk);
  await entrance.look();
  expect(shown(entrance, desk)['said']).toBe('');
  await entrance.look();
  expect(shown(entrance, desk)['said']).toBe('刚刚查过，还在审核');
  entrance.leave();
  expect(shown(entrance, desk)['said']).toBe('');
});

test('the page follows the way in', async () => {
  const desk = new Desk(person('pending'));
  const entrance = entranceOf(desk);
  const fields = entranceFields(entrance, desk);
  const seen: unknown[] = [];
  const stop = autorun(() => seen.push([fields['state']?.(), fields['asking']?.()]));
  await entrance.look();
  stop();
  expect(seen[0]).toEqual(['ask', false]);
  expect(seen).toContainEqual(['loading', true]);
  expect(seen.at(-1)).toEqual(['pending', false]);
});

test('a look that fails leaves the review as it stands, says so, and not that nothing is new', async () => {
  const desk = new Desk(person('pending'));
  const entrance = entranceOf(desk);
  await entrance.look();
  expect(shown(entrance, desk)['notice']).toBe('');
  desk.next = { kind: 'network' };
  await entrance.look();
  expect(shown(entrance, desk)).toMatchObject({ state: 'pending', notice: '网络连接失败', said: '' });
  desk.next = person('pending');
  const again = entrance.look();
  expect(shown(entrance, desk)).toMatchObject({ asking: true, said: '', notice: '' });
  await again;
  expect(shown(entrance, desk)).toMatchObject({ asking: false, said: '刚刚查过，还在审核' });
  const third = entrance.look();
  expect(shown(entrance, desk)['said']).toBe('');
  await third;
});

test('whoever is stopped and looks again reads that they still are', async () => {
  const desk = new Desk(person('disabled'));
  const entrance = entranceOf(desk);
  await entrance.look();
  await entrance.look();
  expect(shown(entrance, desk)['said']).toBe('刚刚查过，仍是停用');
});

test('a review that has changed is not called unchanged', async () => {
  const desk = new Desk(person('pending'));
  const entrance = entranceOf(desk);
  await entrance.look();
  desk.next = person('rejected');
  await entrance.look();
  expect(shown(entrance, desk)).toMatchObject({ state: 'rejected', said: '' });
});

test('a page that is left after a failure asks anew when it is opened again, and welcomes nobody', async () => {
  const desk = new Desk({ kind: 'network' });
  const entrance = entranceOf(desk);
  await entrance.look();
  entrance.leave();
  expect(entranceState(entrance, desk)).toBe('ask');
  desk.next = person('pending');
  await entrance.look();
  desk.next = person('approved');
  await entrance.look();
  expect(entrance.welcome).toBe(true);
  entrance.leave();
  expect(entrance.welcome).toBe(false);
});

test('signed out, and with a review that has ended, nobody is asked while the page is seen', async () => {
  const desk = new Desk(person('rejected'));
  const entrance = entranceOf(desk);
  entrance.watch();
  expect(desk.time.pending).toBe(0);
  await entrance.look();
  expect(desk.time.pending).toBe(0);
});

test('an answer that comes after the page was hidden plans no further question', async () => {
  const desk = new Desk(person('pending'));
  const entrance = entranceOf(desk);
  const hide = entrance.watch();
  const looking = entrance.look();
  hide();
  await looking;
  expect(desk.time.pending).toBe(0);
});

test('a review is asked about once in a while, however often the page is shown and looked at', async () => {
  const desk = new Desk(person('pending'));
  const entrance = entranceOf(desk);
  await entrance.look();
  entrance.watch();
  entrance.watch();
  await entrance.look();
  expect(desk.time.pending).toBe(1);
});

test.each([
  [{ role: 'coach', store_name: '滨江店' }, '审核已通过，您在滨江店的身份是助教。'],
  [{ role: 'coach' }, '审核已通过，您在门店的身份是助教。'],
  [{ store_name: '滨江店' }, '审核已通过。'],
])('an approval with %j says „%s“', async (more, text) => {
  const desk = new Desk(person('approved', more));
  const entrance = entranceOf(desk);
  await entrance.look();
  expect(shown(entrance, desk)).toMatchObject({ title: '欢迎，林夏', text });
});

test('the way of an application has the review as its present step, or all steps done', () => {
  expect(stepsOf('pending').map(({ is }) => is)).toEqual(['done', 'now', 'next']);
  expect(stepsOf('approved').map(({ is }) => is)).toEqual(['done', 'done', 'done']);
  expect(stepsOf('pending').map(({ text }) => text)).toEqual(['提交申请', '店长审核', '开通']);
});
