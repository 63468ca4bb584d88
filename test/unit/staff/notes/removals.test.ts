// A note that is deleted: it can be taken back for 5 s, and comes back where the server refuses.
import type { Failure } from '../../../../miniprogram/api/errors';
import { UNDO_MS } from '../../../../miniprogram/packages/staff/stores/notes/note-removals';
import { settle } from '../../../support/fake-time';
import { TASK, world } from './kit';

describe('D3 a note that is deleted', () => {
  const withNote = async () => {
    const made = world();
    const notes = made.open();
    notes.drafts.change(TASK, { content: '写错了' });
    await notes.save(TASK);
    const [note] = made.server;
    if (note === undefined) throw new Error('no note');
    const removal = async (): Promise<void> => {
      notes.removals.remove(note.id);
      await made.time.advance(UNDO_MS);
      await settle();
    };
    return { ...made, notes, note, removal };
  };

  test('can be taken back for 5 s, and the server hears nothing of it', async () => {
    const { time, notes, note, server } = await withNote();
    notes.removals.remove(note.id);
    expect(notes.factsOf(note).is_gone).toBe(true);
    await time.advance(UNDO_MS - 1);
    notes.removals.undo(note.id);
    await time.advance(UNDO_MS);
    expect([server.length, notes.factsOf(note).is_gone]).toEqual([1, false]);
    expect(notes.present([note])).toEqual([note]);
  });

  test('is gone for good after that', async () => {
    const { notes, note, server, removal } = await withNote();
    await removal();
    expect(server).toEqual([]);
    expect(notes.present([note])).toEqual([]);
    notes.removals.undo(note.id);
    expect(notes.present([note])).toEqual([]);
  });

  test('is deleted at once when the app leaves the screen, where timers stop', async () => {
    const { time, notes, note, server, removed } = await withNote();
    notes.removals.remove(note.id);
    notes.flush();
    await settle();
    expect(server).toEqual([]);
    await time.advance(UNDO_MS);
    notes.flush();
    expect(notes.removals.of(note.id)).toEqual({ state: 'gone' });
    expect(removed).toEqual([note.id]);
  });

  test('by two taps is deleted once, and taken back by one', async () => {
    const { time, notes, note, removed } = await withNote();
    notes.removals.remove(note.id);
    notes.removals.remove(note.id);
    notes.removals.undo(note.id);
    await time.advance(UNDO_MS);
    expect(removed).toEqual([]);
    notes.removals.remove(note.id);
    await time.advance(UNDO_MS);
    notes.removals.remove(note.id);
    await time.advance(UNDO_MS);
    expect(removed).toEqual([note.id]);
  });

  test('and refused can be deleted again, which leaving the screen does not do by itself', async () => {
    const { faults, notes, note, removed, removal } = await withNote();
    faults.before = { kind: 'network' };
    await removal();
    notes.flush();
    notes.removals.undo(note.id);
    expect([removed, notes.factsOf(note).is_gone, notes.factsOf(note).refused]).toEqual([
      ...[[note.id], false, '网络连接失败，请检查网络后重试。'],
    ]);
    delete faults.before;
    await removal();
    expect([removed.length, notes.present([note])]).toEqual([2, []]);
  });

  test('is told to pages once the server has answered, whatever it said', async () => {
    const { faults, notes, removal } = await withNote();
    let told = 0;
    notes.onChanged(() => (told += 1));
    faults.before = { kind: 'network' };
    await removal();
    expect(told).toBe(1);
    delete faults.before;
    await removal();
    expect(told).toBe(2);
  });

  test.each<[Failure, string]>([
    [{ kind: 'api', status: 403, code: '403', message: '只能删除自己的备注' }, '只能删除自己的备注'],
    // A proxy's: no backend said that it is gone.
    [{ kind: 'http', status: 404 }, '没有连上门店的服务'],
  ])('comes back with the reason where the server refuses: $1', async (failure, reason) => {
    const { faults, notes, note, removal } = await withNote();
    faults.before = failure;
    await removal();
    expect(notes.present([note])).toEqual([note]);
    expect(notes.factsOf(note).refused).toContain(reason);
  });

  test('elsewhere counts as deleted here', async () => {
    const { server, notes, note, removal } = await withNote();
    server.length = 0;
    await removal();
    expect(notes.removals.of(note.id)).toEqual({ state: 'gone' });
  });
});
