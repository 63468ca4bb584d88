// Notes: a draft outlives a failed save and the app, and nothing is sent twice.
import { BLANK_DRAFT } from '../../../../miniprogram/packages/staff/stores/notes/note-drafts';
import { CUSTOMER, OFFLINE, REFUSED, TASK, world } from './kit';

describe('D3 the draft of a note', () => {
  test('is there again after the app was killed, one a target', async () => {
    const { time, open } = world();
    const notes = open();
    notes.drafts.change(TASK, { content: '接了电话', willingness: 4 });
    notes.drafts.change(CUSTOMER, { content: '换了号码' });
    expect(notes.drafts.isKept(TASK)).toBe(false);
    await time.advance(400);
    expect(notes.drafts.isKept(TASK)).toBe(true);
    const again = open().drafts;
    expect(again.of(TASK)).toEqual({ content: '接了电话', willingness: 4, revisit: 0 });
    expect(again.of(CUSTOMER).content).toBe('换了号码');
  });

  test('stays after a save that failed, and is gone after one that did not', async () => {
    const { faults, open } = world();
    const notes = open();
    notes.drafts.change(TASK, { content: '接了电话' });
    faults.before = REFUSED;
    expect(await notes.save(TASK)).toBe(false);
    expect(notes.saving(TASK)).toEqual({ state: 'failed', failure: REFUSED });
    expect(open().drafts.of(TASK).content).toBe('接了电话');
    delete faults.before;
    expect(await notes.save(TASK)).toBe(true);
    expect(notes.drafts.of(TASK)).toEqual(BLANK_DRAFT);
    expect(open().drafts.of(TASK)).toEqual(BLANK_DRAFT);
  });

  test('K1 a draft that is blank again is not on the phone', async () => {
    const { time, open } = world();
    const notes = open();
    notes.drafts.change(TASK, { content: '接了电话' });
    await time.advance(400);
    notes.drafts.change(TASK, { content: ' ' });
    await time.advance(400);
    expect([open().drafts.of(TASK), notes.drafts.isKept(TASK)]).toEqual([BLANK_DRAFT, false]);
  });

  test('that is blank is never sent', async () => {
    const { sent, open } = world();
    const notes = open();
    notes.drafts.change(TASK, { content: '  \n', revisit: 5 });
    expect(await notes.save(TASK)).toBe(false);
    expect(sent).toEqual([]);
  });
});

describe('D3 a note that is saved', () => {
  test('D7-16 carries the ratings that were given, and no 0 for those that were not', async () => {
    const { sent, open } = world();
    const notes = open();
    notes.drafts.change(TASK, { content: ' 约了周六 ', willingness: 4, revisit: 0 });
    await notes.save(TASK);
    notes.drafts.change(TASK, { content: '没人接', willingness: 0 });
    await notes.save(TASK);
    notes.drafts.change(TASK, { content: '别再打了', willingness: 1, revisit: 1 });
    await notes.save(TASK);
    expect(sent).toEqual([
      { ...TASK, content: '约了周六', rating_service_willingness: 4 },
      { ...TASK, content: '没人接' },
      { ...TASK, content: '别再打了', rating_service_willingness: 1, rating_revisit_likelihood: 1 },
    ]);
  });

  test('is sent once however often it is asked for', async () => {
    const { sent, open } = world();
    const notes = open();
    notes.drafts.change(TASK, { content: '一次' });
    const saves = [notes.save(TASK), notes.save(TASK)];
    expect(await Promise.all(saves)).toEqual([true, false]);
    expect(sent).toHaveLength(1);
  });

  test('whose answer was lost is found at the server instead of being sent again', async () => {
    const { server, sent, faults, open } = world();
    const notes = open();
    notes.drafts.change(TASK, { content: '只此一条' });
    faults.after = { kind: 'timeout' };
    expect(await notes.save(TASK)).toBe(true);
    expect([sent.length, server.length]).toEqual([1, 1]);
    expect(notes.drafts.of(TASK)).toEqual(BLANK_DRAFT);
  });

  test('whose outcome could not be found out is looked for before another try', async () => {
    const { server, sent, faults, open } = world();
    const notes = open();
    notes.drafts.change(TASK, { content: '只此一条' });
    Object.assign(faults, { after: { kind: 'timeout' }, reading: OFFLINE });
    expect(await notes.save(TASK)).toBe(false);
    delete faults.after;
    // As long as it cannot be looked for it is not sent again either.
    expect([await notes.save(TASK), notes.drafts.of(TASK).content]).toEqual([false, '只此一条']);
    expect(notes.saving(TASK)).toEqual({ state: 'failed', failure: OFFLINE });
    delete faults.reading;
    expect(await notes.save(TASK)).toBe(true);
    expect([sent.length, server.length]).toEqual([1, 1]);
  });

  test.each([
    ['after the answer was lost', 0],
    ['before the answer came', 0],
    ['after the answer was lost', 3_600_000],
  ])(
    'K3 whose app ended %s is looked for by the next start before it is sent again, clock %d ms ahead until then',
    async (when, skew_ms) => {
      const { time, clock, server, sent, faults, open } = world();
      clock.skew_ms = skew_ms;
      const notes = open();
      notes.drafts.change(TASK, { content: '接了电话' });
      faults.after = { kind: 'timeout' };
      faults.reading = OFFLINE;
      const saving = notes.save(TASK);
      if (when === 'after the answer was lost') expect(await saving).toBe(false);
      const again = open();
      // What was asked is on the phone, not only the words.
      expect(again.drafts.of(TASK)).toMatchObject({ content: '接了电话', asked: { content: '接了电话' } });
      await saving;
      await time.advance(12_000);
      clock.skew_ms = 0;
      delete faults.after;
      delete faults.reading;
      expect(await again.save(TASK)).toBe(true);
      expect([server.length, sent.length]).toEqual([1, 1]);
      expect(open().drafts.of(TASK)).toEqual(BLANK_DRAFT);
    },
  );

  test('K3 that was refused is sent again by the next start without a look', async () => {
    const { sent, faults, open } = world();
    const notes = open();
    notes.drafts.change(TASK, { content: '接了电话' });
    faults.before = REFUSED;
    expect(await notes.save(TASK)).toBe(false);
    notes.flush();
    faults.reading = OFFLINE;
    delete faults.before;
    expect(await open().save(TASK)).toBe(true);
    expect(sent).toHaveLength(2);
  });

  test('with the words of an older one is a note of its own', async () => {
    const { time, server, faults, open } = world();
    const notes = open();
    for (const lost of [false, true]) {
      notes.drafts.change(TASK, { content: '没人接' });
      if (lost) faults.before = OFFLINE;
      await notes.save(TASK);
      await time.advance(3_600_000);
    }
    expect(server).toHaveLength(1);
    expect(notes.saving(TASK).state).toBe('failed');
    delete faults.before;
    expect(await notes.save(TASK)).toBe(true);
    expect(server).toHaveLength(2);
  });

  test('stands first among the own ones, which alone can be deleted', async () => {
    const { server, open } = world();
    server.push({ id: '1', content: '旧', tag_type: 'coach', tag_label: '', created_at: '2026-11-01' });
    const notes = open();
    await notes.own.refresh();
    notes.drafts.change(TASK, { content: '新' });
    await notes.save(TASK);
    expect(notes.own.loaded?.list.map(({ content }) => content)).toEqual(['新', '旧']);
    expect(notes.factsOf({ id: '1' }).can_remove).toBe(true);
    expect(notes.factsOf({ id: '2' }).can_remove).toBe(false);
    expect(notes.factsOf({ id: '2', creator_name: '陈小柔' }).can_remove).toBe(true);
    expect(notes.factsOf({ id: '2', creator_name: '林夏' }).can_remove).toBe(false);
    const unread = open();
    expect(unread.factsOf({ id: '1' })).toEqual({ can_remove: false, is_gone: false, refused: '' });
  });

  test('can be deleted where the own ones were not read, as on the page of what it is about', async () => {
    const { server, open } = world();
    const notes = open();
    notes.drafts.change(TASK, { content: '写错了' });
    await notes.save(TASK);
    expect(server.map((note) => notes.factsOf(note).can_remove)).toEqual([true]);
    expect(open().factsOf({ id: '100' }).can_remove).toBe(false);
  });

  test('leaves the own ones further down to be read', async () => {
    const { server, open } = world();
    for (let at = 0; at < 60; at += 1)
      server.push({ id: `${at}`, content: '', tag_type: 'coach', tag_label: '', created_at: '2026-11-01' });
    const notes = open();
    await notes.own.refresh();
    notes.drafts.change(TASK, { content: '新' });
    await notes.save(TASK);
    expect([notes.own.loaded?.list.length, notes.own.has_more]).toEqual([51, true]);
  });

  test('D7-25 is told to pages, which read their task again', async () => {
    const { faults, open } = world();
    const notes = open();
    let told = 0;
    notes.onChanged(() => (told += 1));
    notes.drafts.change(TASK, { content: '回访了' });
    faults.before = OFFLINE;
    await notes.save(TASK);
    delete faults.before;
    await notes.save(TASK);
    expect(told).toBe(2);
  });
});
