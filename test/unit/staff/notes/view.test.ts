// What the sheet of a note and the page of own notes say.
import { UNDO_MS } from '../../../../miniprogram/packages/staff/stores/notes/note-removals';
import type { Notes } from '../../../../miniprogram/packages/staff/stores/notes/notes';
import {
  ownFailureOf,
  ownFields,
  ownRows,
  sheetFields,
} from '../../../../miniprogram/packages/staff/stores/notes/notes-view';
import { settle } from '../../../support/fake-time';
import { CUSTOMER, OFFLINE, REFUSED, TASK, world } from './kit';

type Fields = Record<string, () => string | number | boolean>;
const saidBy = (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([name, of]) => [name, of()]));
const sheet = (notes: Notes | null) =>
  saidBy(
    sheetFields(
      () => notes,
      () => TASK,
    ),
  );
const own = (notes: Notes | null) =>
  saidBy(
    ownFields(
      () => notes,
      () => '',
    ),
  );

const note = (id: number, content = `备注${id}`) => ({
  ...{ id: String(id), content, tag_type: 'coach', tag_label: '', created_at: '2026-11-01T08:00:00+08:00' },
});

describe('the sheet', () => {
  test('has the draft of what it is about, and can be saved once there are words', async () => {
    const { time, open } = world();
    const notes = open();
    notes.drafts.change(CUSTOMER, { content: '别人的' });
    notes.drafts.change(TASK, { content: ' ', willingness: 4, revisit: 2 });
    expect(sheet(notes)).toEqual({
      ...{ content: ' ', willingness: 4, revisit: 2, is_kept: false, can_save: false, saving: false },
      trouble: '',
    });
    await time.advance(400);
    notes.drafts.change(TASK, { content: '约了' });
    expect(sheet(notes)).toMatchObject({ is_kept: false, can_save: true });
    await time.advance(400);
    expect(sheet(notes)).toMatchObject({ is_kept: true });
  });

  test('says that it is saving, and what stood in the way until it is opened anew', async () => {
    const { faults, open } = world();
    const notes = open();
    notes.drafts.change(TASK, { content: '约了' });
    faults.before = REFUSED;
    const saving = notes.save(TASK);
    expect(sheet(notes)).toMatchObject({ can_save: false, saving: true, trouble: '' });
    await saving;
    expect(sheet(notes)).toMatchObject({
      can_save: true,
      saving: false,
      trouble: '没有保存：填写的内容有误，备注不能为空',
    });
    notes.forget(TASK);
    expect(sheet(notes)).toMatchObject({ content: '约了', trouble: '' });
  });

  test('that is opened while a note is being saved still says so', async () => {
    const { open, sent } = world();
    const notes = open();
    notes.drafts.change(TASK, { content: '约了' });
    const saving = notes.save(TASK);
    notes.forget(TASK);
    expect(sheet(notes)).toMatchObject({ saving: true, can_save: false });
    await saving;
    expect([sheet(notes)['content'], sent.length]).toEqual(['', 1]);
  });

  test('is blank while nobody is signed in', () => {
    expect(sheet(null)).toEqual({
      ...{ content: '', willingness: 0, revisit: 0, is_kept: false, can_save: false, saving: false },
      trouble: '',
    });
  });
});

describe('own notes', () => {
  const ids = (notes: Notes) => ownRows(notes, 0).map(({ id }) => id);

  test('come page by page, each once though pages shift, and can all be deleted', async () => {
    const { server, open } = world();
    server.push(...Array.from({ length: 60 }, (_, at) => note(at + 1)));
    const notes = open();
    expect(own(notes)).toMatchObject({ state: 'loading', footer_text: '' });
    await notes.own.refresh();
    expect([ids(notes).length, own(notes)['footer_text']]).toEqual([50, '上滑或点此加载更多']);
    server.unshift(note(0));
    await notes.own.loadMore();
    expect(ids(notes)).toEqual(Array.from({ length: 60 }, (_, at) => String(at + 1)));
    expect(own(notes)).toMatchObject({ state: 'ready', footer_text: '共 60 条备注' });
    expect(ownRows(notes, 0).every(({ can_remove }) => can_remove)).toBe(true);
  });

  test('are none once the last is deleted, and offer the way back until then', async () => {
    const { time, server, open } = world();
    server.push(note(1));
    const notes = open();
    await notes.own.refresh();
    notes.removals.remove('1');
    expect([own(notes)['state'], ownRows(notes, 0)]).toMatchObject(['ready', [{ id: '1', is_gone: true }]]);
    await time.advance(UNDO_MS);
    await settle();
    expect([own(notes)['state'], ownRows(notes, 0)]).toEqual(['empty', []]);
  });

  test('that cannot be read say so, the first page as well as a further one', async () => {
    const { server, faults, open } = world();
    server.push(...Array.from({ length: 60 }, (_, at) => note(at + 1)));
    const notes = open();
    faults.reading = OFFLINE;
    await notes.own.refresh();
    expect([own(notes)['state'], ownFailureOf(notes)]).toEqual(['failed', OFFLINE]);
    delete faults.reading;
    await notes.own.refresh();
    expect([own(notes)['state'], ownFailureOf(notes)]).toEqual(['ready', null]);
    faults.reading = OFFLINE;
    await notes.own.loadMore();
    expect([own(notes)['footer_text'], ownFailureOf(notes)]).toEqual(['加载失败，点此重试', OFFLINE]);
  });

  test('are nobody’s while nobody is signed in', () => {
    expect(own(null)).toMatchObject({ state: 'signed_out', failed_title: '请重新登录', footer_text: '' });
    expect([ownRows(null, 0), ownFailureOf(null)]).toEqual([[], null]);
  });
});
