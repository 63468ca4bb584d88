// The business day: the server's date, or the one that it names, and never the phone's.
import { ApiError } from '../../../miniprogram/api/errors';
import { formatMinute } from '../../../miniprogram/format/time';
import { BusinessDay } from '../../../miniprogram/packages/staff/stores/business-day';
import { desk, NOW, task } from './tasks/kit';

function day(said: string | null) {
  const clock = { ms: NOW, now: () => clock.ms };
  const server = { said, asked: 0, offline: false };
  const api = {
    runtimeClock: async () => {
      server.asked += 1;
      if (server.offline) throw new ApiError({ kind: 'network' });
      return server.said;
    },
  };
  return { clock, server, day: new BusinessDay({ clock, api }) };
}

test('D7 10: without the route it is today by the server’s clock', async () => {
  const { day: books } = day(null);
  await books.look();
  expect(formatMinute(books.now())).toBe('2026-11-27 14:00');
});

test('D7 10: a day that the server says counts, at the server’s time of day, and moves on with it', async () => {
  const { day: books, clock } = day('2026-05-03');
  expect(formatMinute(books.now())).toBe('2026-11-27 14:00');
  await books.look();
  expect(formatMinute(books.now())).toBe('2026-05-03 14:00');
  clock.ms += 11 * 3_600_000;
  expect(formatMinute(books.now())).toBe('2026-05-04 01:00');
});

test('it is asked for once an hour, and again where there was no answer', async () => {
  const { day: books, clock, server } = day('2026-05-03');
  server.offline = true;
  await books.look();
  server.offline = false;
  await books.look();
  await books.look();
  expect([server.asked, formatMinute(books.now())]).toEqual([2, '2026-05-03 14:00']);
  clock.ms += 3_600_000;
  server.said = null;
  await books.look();
  expect([server.asked, formatMinute(books.now())]).toEqual([3, '2026-11-27 15:00']);
});

test('D7 10: the task list says deadlines for that day', async () => {
  const { day: books } = day('2026-05-03');
  const { tasks } = await desk([task(1, { deadline: '2026-05-03' })], undefined, books);
  expect(tasks.due).toBe(1);
});
