// One note: what is rated is shown, what is not is not; deleting it can be taken back.
import { noteRow } from '../../../miniprogram/packages/staff/format/note-row';
import type { NoteFacts, ShownNote } from '../../../miniprogram/packages/staff/format/note-row';
import { mount } from '../support/mount';

const NOW = Date.parse('2026-11-27T12:00:00+08:00');
const OWN: NoteFacts = { can_remove: true, is_gone: false, refused: '' };
const NOTE: ShownNote = { id: '7', content: '晚上再试', created_at: '2026-11-27T08:50:00+08:00' };

const note = (more: Partial<ShownNote>, facts?: NoteFacts) =>
  mount('packages/staff/components/note-item/note-item', { row: noteRow({ ...NOTE, ...more }, NOW, facts) });

test('D7-16 ratings and the score of a note reach the page', () => {
  const rated = note({ rating_service_willingness: 4, rating_revisit_likelihood: 3, ai_score: 8 });
  expect(rated.text).toEqual([
    ...['今天 08:50', '晚上再试', '再服务意愿', '★★★★', '☆', '再来店', '★★★', '☆☆', 'AI 评分', '4.0', '/ 5'],
  ]);
});

test('D7-16 a note without ratings says nothing about them', () => {
  expect(note({}).text).toEqual(['今天 08:50', '晚上再试']);
});

test("D3 only the person's own note offers to be deleted", async () => {
  expect(note({ tag_label: '系统提示' }).count('.remove')).toBe(0);
  const own = note({}, OWN);
  const removed = own.heard('remove');
  own.tap('.remove');
  await own.settle();
  expect(removed).toEqual([{ id: '7' }]);
});

test('D3 a deleted note is one line with the way back', async () => {
  const gone = note({}, { ...OWN, is_gone: true });
  const undone = gone.heard('undo');
  expect(gone.text).toEqual(['已删除一条备注', '撤销']);
  gone.tap('.undo');
  await gone.settle();
  expect(undone).toEqual([{ id: '7' }]);
});

test('D3 a note that could not be deleted says why', () => {
  expect(note({}, { ...OWN, refused: '没有权限，只能删除自己的备注' }).text).toContain(
    '没有权限，只能删除自己的备注',
  );
});
