// Times that are none: those of the answer in every row, and those of a clock that is ahead.
import { isYetToCome, withTrueTimes } from '../../../../miniprogram/packages/member/api/false-times';
import type { ChatMessage } from '../../../../typings/v4/chat';

const line = (id: number, created_at?: string): ChatMessage => ({
  ...{ chat_message_id: String(id), customer_service_session_id: '1', content: '…' },
  ...{ sender_type: 'user', message_type: 'text' },
  ...(created_at === undefined ? {} : { created_at }),
});
const times = (rows: readonly ChatMessage[]) => rows.map(({ created_at }) => created_at);

describe('I12 the times of a history', () => {
  const answered = '2026-11-22T22:41:03.519+08:00';

  test('are dropped where every row carries the time of the answer, however it is written', () => {
    const rows = [line(1, '2026-11-22T22:41:03.100+08:00'), line(2, '2026-11-22 22:41:04')];
    expect(withTrueTimes(rows, answered)).toEqual([line(1), line(2)]);
  });

  test.each([
    ['one row is older', [line(1, '2026-11-22T21:00:00+08:00'), line(2, '2026-11-22T22:41:03+08:00')]],
    ['one row has none', [line(1), line(2, '2026-11-22T22:41:03+08:00')]],
    ['there is no row', []],
  ])('stay as they are where %s', (_why, rows) => {
    expect(times(withTrueTimes(rows, answered))).toEqual(times(rows));
  });

  test.each([undefined, 'soon'])('stay as they are where the answer itself tells no time (%p)', (at) => {
    expect(times(withTrueTimes([line(1, answered)], at))).toEqual([answered]);
  });
});

test('I12 a time that is hours ahead is yet to come; one within a clock’s small error is not, nor is a missing one', () => {
  const now = Date.UTC(2026, 10, 22, 6);
  const at = (ms: number) => isYetToCome(new Date(now + ms).toISOString(), now);
  expect([at(8 * 3_600_000), at(30_000), at(-1), isYetToCome(undefined, now)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
