// Notes: reading by target, writing with ratings, deleting one's own.
import { at, listAt, textAt } from '../support/client';
import { PROFILES, startStaff } from './client';
import type { StaffClient } from './client';

describe.each(PROFILES)('notes, %s', (profile) => {
  let staff: StaffClient;
  let coach: string;
  let task: string;

  beforeAll(async () => {
    staff = await startStaff({ profile });
  });
  beforeEach(async () => {
    staff.backend.dev.reset();
    coach = await staff.enter('demo-coach');
    const items = listAt(await staff.get('/tasks?status=pending&pageSize=100', coach), 'items');
    task = textAt(
      items.find((item) => at(item, 'has_note') === false),
      'id',
    );
  });
  afterAll(() => staff.backend.close());

  const write = (body: object) => staff.staff('POST', '/notes', coach, body);
  const note = (more: object = {}) => ({
    content: '周五再联系',
    target_type: 'task',
    target_id: task,
    ...more,
  });

  test('a note with ratings stands on its task, in the list and on the mark', async () => {
    const rated = note({ rating_service_willingness: 5, rating_revisit_likelihood: 1 });
    const written = at((await write(rated)).json, 'data');
    expect(written).toMatchObject({
      content: '周五再联系',
      tag_type: 'coach',
      rating_service_willingness: 5,
    });
    expect(at(written, 'ai_score') ?? null).toBeNull();
    expect(at(written, 'created_at')).toBe('2026-11-22T15:30:00.000+08:00');
    const listed = await staff.get(`/notes?target_type=task&target_id=${task}`, coach);
    expect(at(listed, 'items')).toEqual([written]);
    expect(await staff.get(`/tasks/${task}`, coach)).toMatchObject({ has_note: true, notes: [written] });
    const removed = await staff.staff('DELETE', `/notes/${textAt(written, 'id')}`, coach);
    expect(removed.text).toBe('{"code":0,"data":null}');
    expect(await staff.get(`/tasks/${task}`, coach)).toMatchObject({ has_note: false, notes: [] });
    expect((await staff.staff('DELETE', `/notes/${textAt(written, 'id')}`, coach)).status).toBe(404);
  });

  test.each([
    { content: ' ' },
    { content: 'x'.repeat(501) },
    { target_type: 'coach' },
    { target_id: 'abc' },
    { rating_service_willingness: 0 },
    { rating_revisit_likelihood: 6 },
    { rating_revisit_likelihood: 2.5 },
  ])('%p is refused', async (more) => {
    expect(await write(note(more))).toMatchObject({ status: 422, code: '422' });
  });

  test('ratings may be null, and a note may stand on a customer', async () => {
    const customer = String(
      staff.rows('SELECT customer_id FROM xcx_customers WHERE coach_id = 1')[0]?.['customer_id'],
    );
    const reply = await write(
      note({ target_type: 'customer', target_id: customer, rating_service_willingness: null }),
    );
    expect(at(reply.json, 'data')).toMatchObject({ tag_type: 'customer', tag_label: '客户备注' });
    expect(at(reply.json, 'data', 'rating_service_willingness') ?? null).toBeNull();
  });

  test('the own notes come page by page, newest first, each once; some have a score', async () => {
    const notes: unknown[] = [];
    for (let page = 1; notes.length < 500; page += 1) {
      const found = listAt(await staff.get(`/notes?page=${page}&pageSize=4`, coach), 'items');
      if (found.length === 0) break;
      notes.push(...found);
    }
    const ids = notes.map((one) => textAt(one, 'id'));
    const stored = staff
      .rows('SELECT note_id FROM xcx_notes WHERE coach_id = 1')
      .map((row) => String(row['note_id']));
    expect([...ids].sort()).toEqual(stored.sort());
    const times = notes.map((one) => textAt(one, 'created_at'));
    expect(times).toEqual([...times].sort().reverse());
    expect(new Set(notes.map((one) => (at(one, 'ai_score') ?? null) === null))).toEqual(
      new Set([true, false]),
    );
  });

  test("only own notes can be deleted; others' targets are closed", async () => {
    const [foreign] = staff.rows(`SELECT note_id FROM xcx_notes WHERE coach_id = 2 LIMIT 1`);
    const [system] = staff.rows(`SELECT note_id FROM xcx_notes WHERE tag_type = 'system' LIMIT 1`);
    for (const row of [foreign, system]) {
      expect((await staff.staff('DELETE', `/notes/${String(row?.['note_id'])}`, coach)).status).toBe(403);
    }
    const [other] = staff.rows('SELECT task_id FROM xcx_tasks WHERE coach_id = 2 LIMIT 1');
    const target = String(other?.['task_id']);
    expect((await write(note({ target_id: target }))).status).toBe(403);
    expect((await staff.staff('GET', `/notes?target_type=task&target_id=${target}`, coach)).status).toBe(403);
    expect((await write(note({ target_id: '1' }))).status).toBe(404);
  });
});
