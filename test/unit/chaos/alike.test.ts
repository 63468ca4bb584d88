// The judges of alike texts: sent more than once, where the server's rows do not say which of them is which.
import { alikeTexts, judgeNumbers, judgePlaces, judgeShown, mostOf, toldBy } from '../../chaos/verdict/alike';
import type { Written } from '../../chaos/world/person';

const kinds = (problems: readonly { kind: string }[]) => problems.map(({ kind }) => kind);
const written = (content: string, order: number, more: Partial<Written> = {}): Written => ({
  ...{ temp_message_id: `t${order}`, user_id: 32, content, kind: 'text', order },
  ...{ fate: 'expected', sessions: ['7'], resent: 0, anywhere: false },
  ...more,
});
const rows = (...texts: string[]) => texts.map((text) => ({ session_id: '7', text }));
const [first, one, second, other] = [
  written('好的', 1),
  written('一', 2),
  written('好的', 3),
  written('二', 4),
];
const all = [first, one, second, other];

describe('alike texts', () => {
  it('K3 are those that were written more than once', () => {
    expect([...alikeTexts(all)]).toEqual(['好的']);
  });

  it('K3 pass where each send is a row in its place', () => {
    const stored = rows('好的', '一', '好的', '二');
    expect([...judgeNumbers(all, stored), ...judgePlaces(all, stored)]).toEqual([]);
  });

  it('K3 one row too few is a lost message, one too many a doubled one', () => {
    expect(kinds(judgeNumbers(all, rows('一', '好的', '二')))).toEqual(['lost']);
    expect(kinds(judgeNumbers(all, rows('好的', '一', '好的', '好的', '二')))).toEqual(['duplicated']);
  });

  it('K3 a row more is fair for each time that the person sent one in doubt again', () => {
    const again = [{ ...first, resent: 1, order: 5 }, one, second, other];
    const stored = rows('好的', '一', '好的', '二', '好的');
    expect([...judgeNumbers(again, stored), ...judgePlaces(again, stored)]).toEqual([]);
  });

  it('K3 a row of a message that was refused is one too many', () => {
    const refused = [{ ...first, fate: 'refused' as const }, one, second, other];
    expect(kinds(judgeNumbers(refused, rows('好的', '一', '好的', '二')))).toEqual(['duplicated']);
  });

  it('K3 one that stands among other neighbours than it was written between is out of order', () => {
    expect(kinds(judgePlaces(all, rows('好的', '一', '二', '好的')))).toEqual(['out of order']);
  });

  it('K3 one that was sent again while the phone wrote nothing may stand anywhere, and is no neighbour', () => {
    const again = { ...first, order: 5, anywhere: true };
    expect(judgePlaces([again, one, second, other], rows('好的', '一', '好的', '二'))).toEqual([]);
    expect(judgePlaces([again, one, second, other], rows('一', '好的', '二', '好的'))).toEqual([]);
    expect(kinds(judgePlaces([again, one, second, other], rows('好的', '一', '二', '好的')))).toEqual([
      'out of order',
    ]);
    const moved = { ...one, order: 6, anywhere: true };
    expect(judgePlaces([first, moved, second, other], rows('好的', '一', '好的', '二'))).toEqual([]);
  });

  it('K3 pass where each is in its session, whichever session is looked at first', () => {
    const inNext = { sessions: ['8'] };
    const moved = written('好的', 5, { sessions: ['7', '8'] });
    const both = [first, one, written('好的', 3, inNext), written('二', 4, inNext), moved];
    const next = rows('好的', '二', '好的').map((row) => ({ ...row, session_id: '8' }));
    expect(judgePlaces(both, [...next, ...rows('好的', '一')])).toEqual([]);
    expect(kinds(judgePlaces(both, [...next.slice(0, 2), ...rows('好的', '一', '好的')]))).toEqual([
      'out of order',
    ]);
  });

  it('K3 are shown as often as they were sent, and no more', () => {
    const most = (text: string) => mostOf(all, '7', text);
    expect(judgeShown(['好的', '一', '好的'], most)).toEqual([]);
    expect(kinds(judgeShown(['好的', '好的', '好的'], most))).toEqual(['duplicated']);
    expect(kinds(judgeShown(['一', '一'], most))).toEqual(['duplicated']);
    expect(mostOf(all, '8', '好的')).toBe(0);
  });

  it('K3 are told by the history once it has them as often as they were sent', () => {
    const held = (...texts: string[]) => texts.map((said) => ({ said }));
    expect([...toldBy(held('好的', '一'), all, '7')]).toEqual(['一']);
    expect([...toldBy(held('好的', '一', '好的'), all, '7')]).toEqual(['好的', '一']);
  });
});
