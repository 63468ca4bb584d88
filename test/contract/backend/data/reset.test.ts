// A reset gives the seeded data back, all of it and nothing else, although it only copies what was written to.
import { createClock } from '../../../backend/clock';
import { startBackend } from '../../../backend';
import type { Backend } from '../../../backend';
import { text } from '../../../backend/db/store';

let machine: number;
let backend: Backend;

beforeEach(async () => {
  machine = Date.parse('2026-03-04T12:00:00+08:00');
  backend = await startBackend({ clock: createClock(() => machine) });
});
afterEach(() => backend.close());

const names = (): string[] =>
  backend.db
    .all(`SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'settings'`)
    .map((row) => text(row, 'name'));
/** Rows as one text a table: thousands of them are compared. */
const dump = (): Map<string, string> =>
  new Map(
    names().map((name) => {
      const rows = backend.db.all(`SELECT * FROM "${name}" ORDER BY rowid`);
      return [
        name,
        JSON.stringify(rows, (_key, cell: unknown) => (typeof cell === 'bigint' ? `${cell}n` : cell)),
      ];
    }),
  );
const differing = (before: Map<string, string>): string[] => {
  const now = dump();
  return names().filter((name) => now.get(name) !== before.get(name));
};

/** One write to each table, by its first column. */
function writeEverywhere(): void {
  const { db } = backend;
  db.script('PRAGMA foreign_keys = OFF');
  for (const name of names()) {
    const [column] = db.all(`SELECT name FROM pragma_table_info('${name}')`).map((row) => text(row, 'name'));
    db.run(`DELETE FROM "${name}" WHERE rowid IN (SELECT rowid FROM "${name}" LIMIT 1)`);
    db.run(`UPDATE OR IGNORE ${name} SET ${column} = -7 WHERE rowid IN (SELECT MAX(rowid) FROM "${name}")`);
  }
  db.script('PRAGMA foreign_keys = ON');
}

test('what was written, changed and deleted is as it was seeded', () => {
  const seeded = dump();
  const filled = names().filter((name) => seeded.get(name) !== '[]');
  for (let round = 0; round < 3; round += 1) {
    backend.dev.give({ owner_user_id: 31, item_type: 'product' });
    writeEverywhere();
    expect(differing(seeded)).toEqual(expect.arrayContaining(filled));
    backend.dev.reset();
    expect(differing(seeded)).toEqual([]);
  }
});

test.each([
  `WITH n(i) AS (SELECT 1) INSERT INTO chat_issues (user_id, issue_type, status, priority, title, description, created_at, updated_at)
     SELECT 31, 'item', 'open', 'low', 't', 'd', i, i FROM n`,
  'WITH n(i) AS (SELECT 2) UPDATE items SET item_name = i FROM n',
  'WITH n(i) AS (SELECT 31) DELETE FROM assets WHERE user_id IN (SELECT i FROM n)',
])('so is what another way of writing changed: %s', (sql) => {
  const seeded = dump();
  for (let round = 0; round < 2; round += 1) {
    backend.db.run(sql);
    backend.dev.reset();
    expect(differing(seeded)).toEqual([]);
  }
});

test('data that grew old is seeded anew, for its time', () => {
  const newest = () => backend.db.one('SELECT MAX(created_at) AS at FROM chat_messages')['at'];
  const before = newest();
  machine += 59_000;
  backend.dev.reset();
  expect(newest()).toBe(before);
  machine += 2_000;
  backend.dev.reset();
  expect(Number(newest()) - Number(before)).toBe(61_000);
});

test('the scripted agent is there again, or away again, as at the start', async () => {
  backend.dev.script.turn(true);
  backend.dev.reset();
  expect(backend.dev.script.isOn).toBe(false);
  const scripted = await startBackend({ scriptedAgent: true });
  scripted.dev.script.turn(false);
  scripted.dev.reset();
  expect(scripted.dev.script.isOn).toBe(true);
  await scripted.close();
});
