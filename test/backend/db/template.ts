// The seeded tables set aside in a file. Seeding a year anew takes ten times as long as copying back the few tables that
// were written to, and tests reset and start backends all the time.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Every table with data; the last is SQLite's own, which changes when the others are written. */
const tables = (store: Store): string[] => {
  const sql = `SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT IN ('settings', '${IDS}')`;
  return [...store.all(sql).map((row) => text(row, 'name')), IDS];
};

/** The last template of each seed, for every store of this process. Seeded data holds no keys: those are settings. */
const latest = new Map<number, Template & { file: string }>();
let folder: string | undefined;

function newFile(): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'store-template-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return join(folder, `${randomUUID()}.db`);
}

function attach(store: Store, file: string, template: Template): void {
  if (templates.has(store)) store.script(`DETACH ${SPARE}`);
  store.script(`ATTACH '${file.replaceAll("'", "''")}' AS ${SPARE}`);
  templates.set(store, template);
}

const fits = (kept: Template | undefined, { seed, at }: Template): boolean =>
  kept?.seed === seed && at >= kept.at && at - kept.at <= FRESH_MS;

/** Sets the store's freshly seeded data aside. Not within a transaction. */
export function keepTemplate(store: Store, template: Template): void {
  const file = newFile();
  attach(store, file, template);
  for (const name of tables(store)) {
    // Under another name, since one of them is SQLite's own.
    store.script(`CREATE TABLE ${SPARE}."kept_${name}" AS SELECT * FROM main."${name}"`);
  }
  store.written.clear();
  latest.set(template.seed, { ...template, file });
}

/**
 * Fills new, empty tables from what another store of this process has set aside. Not within a transaction.
 * @returns false when nothing fits this seed and time; nothing was changed then
 */
export function takeTemplate(store: Store, wanted: Template): boolean {
  const known = latest.get(wanted.seed);
  if (known === undefined || !fits(known, wanted)) return false;
  attach(store, known.file, { seed: known.seed, at: known.at });
  copyBack(store, tables(store));
  return true;
}

/**
 * Puts the seeded data back where something was written since. Not within a transaction.
 * @param at ms since 1970
 * @returns false when nothing fits this seed and time; nothing was changed then
 */
export function restoreTemplate(store: Store, { seed, at }: Template): boolean {
  if (!fits(templates.get(store), { seed, at })) return false;
  copyBack(
    store,
    tables(store).filter((name) => store.written.has(name) || name === IDS),
  );
  return true;
}

function copyBack(store: Store, names: readonly string[]): void {
  // Rows may go before those that name them.
  store.script('PRAGMA foreign_keys = OFF');
  store.transaction(() => {
    for (const name of names) {
      store.script(`DELETE FROM main."${name}"`);
      store.script(`INSERT INTO main."${name}" SELECT * FROM ${SPARE}."kept_${name}"`);
    }
  });
  store.script('PRAGMA foreign_keys = ON');
  store.written.clear();
}
