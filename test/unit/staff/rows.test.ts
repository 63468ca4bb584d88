// Rows of notes, clues and services: what is missing is not shown, and no word of the code ever is.
import type { ApiServiceRecord } from '../../../typings/xcx/tasks';
import { byCategory, clueRow } from '../../../miniprogram/packages/staff/format/clue-row';
import { noteRow } from '../../../miniprogram/packages/staff/format/note-row';
import { serviceRow } from '../../../miniprogram/packages/staff/format/service-row';

const NOW = Date.parse('2026-11-27T12:00:00+08:00');
const RECORD: ApiServiceRecord = {
  ...{ table: 'A03', type: '基础课', type_class: 'basic', record_type: 'course', duration: 2, income: 260 },
  ...{ drinks: '乌龙茶 ×2', date: '2026-10-09' },
};
const note = (created_at: string) => noteRow({ id: '1', content: '', created_at }, NOW);

describe('a service record', () => {
  test('says when, what, where and how much', () => {
    expect(serviceRow(RECORD, 0, NOW)).toMatchObject({
      ...{ date: '10-09 周五', type: '基础课', tone: 'brand', where: 'A03 · 乌龙茶 ×2' },
      ...{ income: '¥260', hours: '2h', is_estimate: false },
    });
  });

  test('D7-18 of this month is an estimate whatever the server says of it', () => {
    const said = { ...RECORD, is_estimate: false };
    expect(serviceRow({ ...said, date: '2026-11-09' }, 0, NOW).is_estimate).toBe(true);
    expect(serviceRow({ ...said, date: '2025-11-09' }, 0, NOW).is_estimate).toBe(false);
    expect(serviceRow({ ...RECORD, is_estimate: true }, 0, NOW).is_estimate).toBe(true);
  });

  test('tells the hours before deductions only where some were deducted', () => {
    expect(serviceRow({ ...RECORD, duration_raw: 2.5 }, 0, NOW).hours).toBe('折前 2.5h · 2h');
    expect(serviceRow({ ...RECORD, duration_raw: 2 }, 0, NOW).hours).toBe('2h');
  });

  test('has no hours where it is a recharge', () => {
    const recharge = { ...RECORD, record_type: 'recharge' as const, type_class: 'recharge', duration: 0 };
    expect(serviceRow(recharge, 0, NOW)).toMatchObject({ hours: '--', tone: 'ok' });
  });

  test('D7-17 without words, figures or a date shows no gap and no NaN', () => {
    const bare = { ...RECORD, table: '', type: '', drinks: '', date: '', duration: null, income: null };
    expect(serviceRow({ ...bare, type_class: 'constructor' }, 0, NOW)).toMatchObject({
      ...{ date: '', type: '服务', tone: 'off', where: '', income: '--', hours: '--' },
    });
  });

  test('of the same day and table has a key of its own', () => {
    expect(serviceRow(RECORD, 0, NOW).row_key).not.toBe(serviceRow(RECORD, 1, NOW).row_key);
  });
});

describe('a clue', () => {
  const clue = (tag: string, text: string, source = '陈小柔') => ({
    ...{ tag, tag_color: 'error', emoji: '⚠️', text, source },
  });

  test('has the tone of its colour, and tells people from the system', () => {
    expect(clueRow(clue('重要反馈', '等台久'), 0)).toMatchObject({ tone: 'danger', is_derived: false });
    expect(clueRow(clue('重要反馈', '等台久', 'AI 整理'), 0).is_derived).toBe(true);
    expect(clueRow({ ...clue('', ''), tag_color: 'toString' }, 0).tone).toBe('off');
  });

  test('stands with the others of its category, which keep their order', () => {
    const clues = [clue('甲', '1'), clue('乙', '2'), clue('甲', '3')];
    expect(byCategory(clues).map(({ text }) => text)).toEqual(['1', '3', '2']);
  });
});

describe('a note', () => {
  test('says when it was written by the day in Beijing', () => {
    expect(note('2026-11-27T00:10:00+08:00').when).toBe('今天 00:10');
    expect(note('2026-11-26 23:50:00').when).toBe('昨天 23:50');
    expect(note('2026-11-09T18:20:00+08:00').when).toBe('11-09 18:20');
    expect(note('2025-11-09T18:20:00+08:00').when).toBe('2025-11-09');
    expect(note('soon').when).toBe('');
  });

  test("shows the server's label first, and no kind's own name", () => {
    const of = (tag_type: string, tag_label = '') =>
      noteRow({ id: '1', content: '', created_at: '', tag_type, tag_label }, NOW).tag;
    expect([of('customer', '客户备注'), of('coach'), of('follow_up')]).toEqual(['客户备注', '助教', '']);
  });

  test('D7-16 a score of 0 is no rating, and never more than five stars', () => {
    const score = (ai_score: number) =>
      noteRow({ id: '1', content: '', created_at: '', ai_score }, NOW).ai_score;
    expect([score(0), score(7), score(8), score(12)]).toEqual(['', '3.5', '4.0', '5.0']);
    const rated = noteRow({ id: '1', content: '', created_at: '', rating_service_willingness: 0 }, NOW);
    expect([rated.willingness, rated.revisit]).toEqual([0, 0]);
  });
});
