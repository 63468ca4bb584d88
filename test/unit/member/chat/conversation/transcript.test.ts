// One line told several times, by a push, an answer and the history: what one of them leaves out, another's stays.
import {
  arrived,
  EMPTY,
  hasOlder,
  linesAfter,
  newestId,
  olderPage,
  pagesBefore,
} from '../../../../../miniprogram/packages/member/stores/chat/conversation/transcript';
import type { Transcript } from '../../../../../miniprogram/packages/member/stores/chat/conversation/transcript';
import type { ChatMessage } from '../../../../../typings/v4/chat';
import { idsOf, line, range } from '../lines';

const told = (...reports: ChatMessage[]): ChatMessage | undefined =>
  reports.reduce<Transcript>(arrived, EMPTY).lines[0];

const known = (from: number, to: number, more: Partial<Transcript> = {}): Transcript => ({
  ...EMPTY,
  lines: range(from, to).map((id) => line(id)),
  base: { newest: String(to), total: to },
  ...more,
});

describe('a line that is told again', () => {
  const whole = {
    reply_to_id: '3',
    temp_message_id: 't1',
    created_at: '2026-11-22T14:00:00+08:00',
    sender: { user_id: '7', nickname: '小禾' },
    metadata: { image_url: 'https://pictures.example.com/1.png' },
  };
  const nulls = { temp_message_id: null, sender: null, metadata: null };

  it.each([
    ['the first report left it out', [line(1), line(1, whole)]],
    ['the first report said null', [line(1, nulls), line(1, whole)]],
    ['the last report leaves it out', [line(1, whole), line(1)]],
    ['the last report says null', [line(1, whole), line(1, nulls)]],
  ])('has all that any report said where %s', (_which, reports) => {
    expect(told(...reports)).toEqual(line(1, whole));
  });

  it('says what the last report says, at the time of the first: the history may carry a false one', () => {
    const first = {
      content: '旧',
      created_at: '2026-11-22T14:00:00+08:00',
      sender: { user_id: '7', nickname: '小禾' },
    };
    const last = {
      content: '新',
      created_at: '2026-11-22T22:00:00+08:00',
      sender: { user_id: '8', nickname: '小周' },
    };
    expect(told(line(1, first), line(1, last))).toEqual(
      line(1, { ...last, created_at: '2026-11-22T14:00:00+08:00' }),
    );
  });

  it('has nothing that no report said', () => {
    expect(told(line(1), line(1))).toEqual(line(1));
  });

  it('which tells nothing new changes nothing, and the others of its page do', () => {
    const { lines } = arrived(EMPTY, line(1, whole));
    const again = arrived({ ...EMPTY, lines }, line(1, { ...whole, ...nulls, created_at: 'later' }));
    expect(again.lines).toBe(lines);
    const read_anew = structuredClone(line(1, whole));
    expect(arrived({ ...EMPTY, lines }, read_anew).lines).toBe(lines);
    const page = olderPage({ ...EMPTY, lines }, [line(1), line(2)], false);
    expect(idsOf(page.lines)).toEqual([1, 2]);
    expect(page.lines[0]).toBe(lines[0]);
  });

  it('is told anew also where it is the oldest that is known', () => {
    const { lines } = arrived(known(5, 9), line(5, { content: '撤回了一条消息' }));
    expect(lines.map(({ content }) => content)[0]).toBe('撤回了一条消息');
    expect(idsOf(lines)).toEqual(range(5, 9));
  });
});

describe('a line that comes', () => {
  it('stands at its place among the others', () => {
    const lines = [3, 5, 9].map((id) => line(id));
    const { lines: all } = arrived({ ...EMPTY, lines }, line(7));
    expect(idsOf(all)).toEqual([3, 5, 7, 9]);
    expect(idsOf(arrived({ ...EMPTY, lines }, line(1)).lines)).toEqual([1, 3, 5, 9]);
  });

  it('is newest only where it is', () => {
    expect([newestId(EMPTY), newestId(known(1, 3))]).toEqual(['0', '3']);
    expect(
      idsOf(
        linesAfter(
          [3, 5, 9].map((id) => line(id)),
          '5',
        ),
      ),
    ).toEqual([9]);
    expect(
      idsOf(
        linesAfter(
          [3, 5, 9].map((id) => line(id)),
          '4',
        ),
      ),
    ).toEqual([5, 9]);
  });
});

describe('older pages', () => {
  it('are there until the server’s count is reached; lines that came since do not count for them', () => {
    expect(hasOlder(known(3, 9, { base: { newest: '9', total: 9 } }))).toBe(true);
    expect(hasOlder(known(1, 9))).toBe(false);
    expect(hasOlder(known(3, 9, { base: { newest: '7', total: 7 } }))).toBe(true);
    expect(hasOlder(known(3, 9, { base: { newest: '9', total: 9 }, complete: true }))).toBe(false);
    expect(hasOlder({ ...EMPTY, lines: [line(1)] })).toBe(false);
  });

  it('are there until the last page where the server does not count', () => {
    const uncounted = known(3, 9, { base: { newest: '9', total: undefined } });
    expect(hasOlder(uncounted)).toBe(true);
    expect(hasOlder(olderPage(uncounted, [line(2)], false))).toBe(true);
    expect(hasOlder(olderPage(uncounted, [line(2)], true))).toBe(false);
  });

  it('begin where the known lines end', () => {
    expect(pagesBefore(known(1, 20), 10)).toEqual({ from: 3, to: 3 });
    expect(pagesBefore(known(1, 19), 10)).toEqual({ from: 2, to: 2 });
    expect(pagesBefore(known(1, 25, { ragged: true }), 10)).toEqual({ from: 2, to: 3 });
    expect(pagesBefore(known(1, 5, { ragged: true }), 10)).toEqual({ from: 1, to: 1 });
  });
});
