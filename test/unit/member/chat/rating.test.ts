// What a refusal of a rating means, whichever backend says it.
import type { Failure } from '../../../../miniprogram/api/errors';
import { createPhone, fail, refused } from './kit';
import { SESSION } from './lines';

async function rated(failure: Failure) {
  const phone = createPhone();
  const chat = phone.start();
  await phone.time.advance(100);
  phone.server.rate_answers = [() => fail(failure)];
  await chat.ratings.rate(SESSION, 5);
  return chat.ratings.of(SESSION).state;
}

test('K1 a session that is rated already is done, by the status or by the words', async () => {
  expect(await rated(refused(409, 'CONFLICT', 'already there'))).toBe('done');
  expect(await rated(refused(500, 'INTERNAL_ERROR', '此会话已评分，不可重复评分'))).toBe('done');
  expect(await rated(refused(500, 'INTERNAL_ERROR', '服务器内部错误'))).toBe('refused');
});

test('K1 a rating that is on its way is not sent twice, nor dismissed', async () => {
  const phone = createPhone();
  const chat = phone.start();
  await phone.time.advance(100);
  const rating = chat.ratings.rate(SESSION, 4);
  void chat.ratings.rate(SESSION, 2);
  chat.ratings.dismiss(SESSION);
  expect(chat.ratings.of(SESSION)).toEqual({ state: 'sending', score: 4 });
  chat.ratings.note(SESSION, 1);
  expect(chat.ratings.of(SESSION)).toEqual({ state: 'sending', score: 4 });
  await rating;
  chat.ratings.dismiss(SESSION);
  chat.ratings.note(SESSION, 1);
  expect([phone.server.rated, chat.ratings.of(SESSION)]).toEqual([[4], { state: 'done', score: 4 }]);
});
