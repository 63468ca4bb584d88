// The judges of the staff's side: each planted defect is found under its name, and what is right passes.
import { leftAlone } from '../../chaos/verdict/leaks';
import { judgeAnswers, judgeDeeds, judgeNotes, judgeTasks } from '../../chaos/verdict/staff';
import type { NoteWritten } from '../../chaos/world/staff/coach';

const kinds = (problems: readonly { kind: string }[]) => problems.map(({ kind }) => kind);

describe('tasks', () => {
  const open = { id: '1', status: 'pending', is_pinned: true };

  it('K3 pass where each is shown as the server has it, in the words of either system', () => {
    expect(judgeTasks([{ ...open, status: 'active' }], [open])).toEqual([]);
  });

  it.each([
    ['a pin that the server does not have', [open], [{ ...open, is_pinned: false }]],
    ['one that is abandoned on the page alone', [{ ...open, status: 'abandoned' }], [open]],
    ['one that the server has finished', [open], []],
  ])('K3 finds %s', (_what, shown, stored) => {
    expect(kinds(judgeTasks(shown, stored))).toEqual(['stuck']);
  });

  it('K3 finds a task that was abandoned twice for one reason', () => {
    const deed = { route: 'POST /api/xcx/tasks/1/abandon', body: '{"reason":"原因1"}' };
    expect(judgeDeeds([deed], ['原因1', '原因11'])).toEqual([]);
    expect(kinds(judgeDeeds([deed, deed], ['原因1']))).toEqual(['duplicated']);
  });
});

describe('notes', () => {
  const note: NoteWritten = {
    target: { target_type: 'task', target_id: '1' },
    ...{ content: '备注1', fate: 'saved', not_before: 0, removed: false, kept: true, is_old: false },
  };
  const found = (one: NoteWritten, stored: string[], draft = '') =>
    kinds(judgeNotes([one], stored, () => draft));

  it('K3 pass where one is stored, deleted, or still in its sheet', () => {
    expect(found(note, ['备注1'])).toEqual([]);
    expect(found({ ...note, removed: true }, [])).toEqual([]);
    expect(found({ ...note, fate: 'open' }, [], '备注1')).toEqual([]);
  });

  it('K3 finds one that is stored twice, one that was said to be saved, and one whose text is gone', () => {
    expect(found(note, ['备注1', '备注1'])).toEqual(['duplicated']);
    expect(found(note, [])).toEqual(['lost']);
    expect(found({ ...note, fate: 'open' }, [])).toEqual(['lost']);
    expect(found({ ...note, fate: 'open', kept: false }, [])).toEqual([]);
  });
});

describe('answers', () => {
  const answer = { id: '2', is_answer: true, content: '四十小时', ending: { state: 'whole' } } as const;
  const stored = [
    { id: '1', role: 'user', content: '多少小时？' },
    { id: '2', role: 'assistant', content: '四十小时' },
  ];

  it('K3 pass where they are what the server has, or are said to have broken off', () => {
    const cut = { ...answer, id: null, ending: { state: 'cut', failure: { kind: 'network' } } } as const;
    expect(judgeAnswers([answer, cut], stored, ['多少小时？'])).toEqual([]);
  });

  it('K3 finds another text, one that never ends, and one that is whole on the page alone', () => {
    expect(kinds(judgeAnswers([{ ...answer, content: '四十' }], stored, []))).toEqual(['lost']);
    expect(kinds(judgeAnswers([{ ...answer, ending: { state: 'writing' } }], stored, []))).toEqual(['stuck']);
    expect(kinds(judgeAnswers([{ ...answer, id: null }], stored, []))).toEqual(['lost']);
  });

  it('K3 finds a question that was asked twice', () => {
    const again = [...stored, { id: '3', role: 'user', content: '多少小时？' }];
    expect(kinds(judgeAnswers([answer], again, ['多少小时？']))).toEqual(['duplicated']);
  });
});

it('K3 where the staff sign out theirs alone goes', () => {
  const before = ['customer:32:kept/outbox.a', 'staff:1:kept/tokens', 'app:kept/device'];
  expect(leftAlone(before, ['customer:32:kept/outbox.a'])).toEqual([]);
  expect(kinds(leftAlone(before, before))).toEqual(['leaked']);
  expect(kinds(leftAlone(before, []))).toEqual(['lost']);
});
