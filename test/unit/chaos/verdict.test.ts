// The judges of chaos are judged: each planted defect is found under its name, and what is right passes.
import { blankRow } from '../../../miniprogram/packages/member/format/message-row';
import type { MessageRow } from '../../../miniprogram/packages/member/format/message-row';
import { heldBeyond, leftBehind } from '../../chaos/verdict/leaks';
import { oneEach, orderly, unbroken } from '../../chaos/verdict/screen';
import { judgeUnconfirmed } from '../../chaos/verdict/unconfirmed';
import { Holds } from '../../chaos/world/holds';
import { forsakenBy } from '../../chaos/world/forsaken';
import { line } from '../member/chat/lines';

const kinds = (problems: readonly { kind: string }[]) => problems.map(({ kind }) => kind);

describe('what is shown', () => {
  const row = (id: number, more: Partial<MessageRow> = {}): MessageRow => ({
    ...blankRow(`m${id}`, 'text'),
    ...{ chat_message_id: String(id), text: `第 ${id} 句` },
    ...more,
  });
  const waiting = { ...blankRow('t1', 'text'), own: true, text: '在路上', temp_message_id: 't1' };

  it('C1 lines by id with what is on its way behind them are in order', () => {
    expect(orderly([row(9), row(10), waiting])).toEqual([]);
  });

  it.each([
    ['a line before an older one', [row(10), row(9)], 'out of order'],
    ['a message on its way before a confirmed line', [row(9), waiting, row(10)], 'out of order'],
    ['one id in two rows', [row(9), row(9, { row_key: 'other' })], 'duplicated'],
    ['one key for two rows', [row(9), row(10, { row_key: 'm9' })], 'duplicated'],
  ])('C1 finds %s', (_what, rows, kind) => {
    expect(kinds(orderly(rows))).toContain(kind);
  });

  it('K3 finds a message that is shown as the line it became too', () => {
    const held = [{ id: '9', second: 1, said: '在路上', temp_message_id: 't1' }];
    const said = row(9, { own: true, text: '在路上' });
    expect(kinds(oneEach([said, waiting], held))).toEqual(['duplicated']);
    expect(oneEach([said, { ...waiting, temp_message_id: 't2' }], held)).toEqual([]);
  });

  const base = { newest: '8', total: 8 };
  const held = [5, 6, 7, 8].map((id) => ({ id: String(id), second: id < 7 ? 1 : 2 }));

  it('C1 finds a line that is missing between two that are shown', () => {
    const lines = [5, 6, 8].map((id) => line(id));
    expect(unbroken({ lines, base }, held, 'documented')).toEqual([
      { kind: 'lost', what: 'line 7 is missing between lines shown as neighbours' },
    ]);
    expect(unbroken({ lines: [5, 6, 7, 8].map((id) => line(id)), base }, held, 'documented')).toEqual([]);
  });

  it('C1 excuses only the oldest second of the deployed history, in which a page may end', () => {
    const lines = [5, 7, 8].map((id) => line(id));
    expect(unbroken({ lines, base }, held, 'deployed')).toEqual([]);
    expect(kinds(unbroken({ lines, base }, held, 'documented'))).toEqual(['lost']);
  });
});

describe('what is left', () => {
  it('C1 finds a listener that was not taken off, and none that was', () => {
    const holds = new Holds();
    const off = holds.held('show', () => undefined);
    expect(kinds(heldBeyond(holds.now(), new Map()))).toEqual(['leaked']);
    expect(heldBeyond(holds.now(), new Map([['show', 1]]))).toEqual([]);
    off();
    off();
    expect(heldBeyond(holds.now(), new Map())).toEqual([]);
  });

  it('C1 finds keys and files of a person who signed out', () => {
    expect(
      kinds(leftBehind(['customer:32:kept/outbox.a', 'app:kept/device'], new Set(['kept://1']))),
    ).toEqual(['leaked', 'leaked']);
    expect(leftBehind(['app:kept/device'], new Set())).toEqual([]);
  });

  it('C1 a message goes with a sign-in only where its author is not the last who was signed in', () => {
    const goes = (last?: string, is_leaving = false, name = 'outbox.a') =>
      forsakenBy({ get: () => last }, `customer:32:kept/${name}`, is_leaving);
    expect(goes('{"d":{"user_id":"32","ended":"expired"}}')).toBeUndefined();
    expect(goes('{"d":{"user_id":"32"}}', true)).toBe('a');
    expect(goes('{"d":{"user_id":"33"}}')).toBe('a');
    expect(goes()).toBe('a');
    expect(goes(undefined, false, 'draft.1')).toBeUndefined();
  });
});

describe('未确认', () => {
  const doubted = {
    temp_message_id: 't1',
    body: { message_type: 'text', content: '到了吗' },
    status: { state: 'unconfirmed', after_id: '7' },
  } as const;

  it('C1 is allowed where the deployed history does not tell', () => {
    expect(judgeUnconfirmed('deployed', [doubted], new Set(['别的']))).toEqual([]);
  });

  it('C1 is found where the history tells, and always as documented', () => {
    expect(kinds(judgeUnconfirmed('deployed', [doubted], new Set(['到了吗'])))).toEqual(['stuck']);
    expect(kinds(judgeUnconfirmed('documented', [doubted], new Set()))).toEqual(['stuck']);
  });

  it('C1 means no message of another state', () => {
    const ready = { ...doubted, status: { state: 'ready', tries: 0 } } as const;
    expect(judgeUnconfirmed('documented', [ready], new Set(['到了吗']))).toEqual([]);
  });
});
