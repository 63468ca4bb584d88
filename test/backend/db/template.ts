// The seeded tables set aside in memory. Seeding a year anew takes ten times as long as copying back the few tables that
// were written to, and tests reset all the time.
import type { Store } from './store';
import { text } from './store';

/** Seeded times lie relative to the time of seeding; what is older than this is seeded anew. */
const FRESH_MS = 60_000;
/** Where it lies, beside the store's own tables. */
const SPARE = 'template';

interface Template {
  seed: number;
  /** ms since 1970 */
  at: number;
}
const templates = new WeakMap<Store, Template>();

/** The list of the highest ids given, SQLite's own. */
const IDS = 'sqlite_sequence';

/** Every table with data, and at the end the one that writing to the others changes. */
const tables = (store: Store): string[] => {
  const sql = `SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT IN ('settings', '${IDS}')`;
  return [...store.all(sql).map((row) => text(row, 'name')), IDS];
};

/** Sets the store's freshly seeded data aside. Not within a transaction. */
export function keepTemplate(store: Store, template: Template): void {
  if (templates.has(store)) store.script(`DETACH ${SPARE}`);
  store.script(`ATTACH ':memory:' AS ${SPARE}`);
  for (const name of tables(store)) {
    // Under another name, since one of them is SQLite's own.
    store.script(`CREATE TABLE ${SPARE}."kept_${name}" AS SELECT * FROM main."${name}"`);
  }
  store.written.clear();
  templates.set(store, template);
}

/**
 * Puts the seeded data back where something was written since. Not within a transaction.
 * @param at ms since 1970
 * @returns false when nothing fits this seed and time; nothing was changed then
 */
export function restoreTemplate(store: Store, { seed, at }: Template): boolean {
  const kept = templates.get(store);
  if (kept?.seed !== seed || at < kept.at || at - kept.at > FRESH_MS) return false;
  const written = tables(store).filter((name) => store.written.has(name) || name === IDS);
  // Rows may go before those that name them.
  store.script('PRAGMA foreign_keys = OFF');
  store.transaction(() => {
    for (const name of written) {
      store.script(`DELETE FROM main."${name}"`);
      store.script(`INSERT INTO main."${name}" SELECT * FROM ${SPARE}."kept_${name}"`);
    }
  });
  store.script('PRAGMA foreign_keys = ON');
  store.written.clear();
  return true;
}
