// Opens the data file, makes its tables and fills them when it is new.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Context } from '../context';
import { seedXcx } from '../xcx/data';
import { SCHEMA } from './schema';
import { seedChat } from './seed/chat/sessions';
import { seedItems } from './seed/items';
import { seedAssets, seedPeople } from './seed/people';
import { createRandom } from './seed/prng';
import { Store, text } from './store';
import { keepTemplate, restoreTemplate, takeTemplate } from './template';

/** @param file a path (its folder is made), or `:memory:` */
export function openStore(file: string): Store {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const store = new Store(file);
  store.script('CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)');
  return store;
}

const VERSION = SCHEMA.join('');

/** True when the store holds data of this very schema. */
function isFilled(store: Store): boolean {
  const row = store.first(`SELECT value FROM settings WHERE name = 'schema'`);
  return row !== undefined && text(row, 'value') === VERSION;
}

function dropTables(store: Store): void {
  store.script('PRAGMA foreign_keys = OFF');
  const sql = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'settings'`;
  for (const row of store.all(sql)) store.script(`DROP TABLE "${text(row, 'name')}"`);
  store.script('PRAGMA foreign_keys = ON');
}

/** Throws all data away (signing keys stay) and seeds anew. */
export function resetData(ctx: Context): void {
  const { store, seed } = ctx;
  const now = ctx.clock.now();
  if (restoreTemplate(store, { seed, at: now })) return;
  dropTables(store);
  for (const script of SCHEMA) store.script(script);
  if (!takeTemplate(store, { seed, at: now })) {
    store.transaction(() => seedAll(ctx, now));
    keepTemplate(store, { seed, at: now });
  }
  store.run(`INSERT OR REPLACE INTO settings (name, value) VALUES ('schema', ?)`, VERSION);
  store.written.clear();
}

function seedAll(ctx: Context, now: number): void {
  const { store, seed } = ctx;
  seedPeople(store, now);
  seedAssets(store);
  seedItems(ctx, createRandom(seed));
  seedChat(ctx);
  seedXcx(store, seed, now);
}

/** Seeds a store that is new, or older than the schema. */
export function fillWhenEmpty(ctx: Context): void {
  if (!isFilled(ctx.store)) resetData(ctx);
}
