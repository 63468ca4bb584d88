// How many requests each page needs when it is opened with nothing cached, and when it was open before: the real pages
// in the preview, counted at the backend. Whoever a page is for is signed in, except on the pages that sign in.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { id } from '../backend/db/store';
import { signIn } from '../e2e/support/journeys';
import { customerOf } from '../e2e/support/scenes-customers';
import { taskOf } from '../e2e/support/scenes-task';
import { enterAsStaff, staffAccounts, staffPages } from '../e2e/support/staff';
import { closeAll, standingWorld } from '../e2e/stand';
import type { World } from '../e2e/stand';
import { accounts } from '../e2e/support/world';
import type { Figures, Measure } from './figures';
import { settled } from './settled';

interface App {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
}
type Storage = Record<string, unknown>;

/** Of the demo account. */
const PERSON = 31;
/** Signed out, or nobody's: they ask for nothing by themselves. */
const SILENT: ReadonlySet<string> = new Set(['sign_in', 'entrance', 'apply', 'missing']);
const STAFF_PAGES: ReadonlySet<string> = new Set(Object.values(staffPages));
const root = path.resolve(__dirname, '../../miniprogram');

function allPages(): string[] {
  const { pages, subPackages = [] } = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8')) as App;
  return [...pages, ...subPackages.flatMap((one) => one.pages.map((page) => `${one.root}/${page}`))];
}

/** The one thing that a page shows, for the pages that show one thing. */
function queriesOf(world: World): Readonly<Record<string, string>> {
  const { db, dev } = world.backend;
  const item = { owner_user_id: PERSON, item_name: '双人下午茶套餐', item_type: 'voucher' };
  const item_id = `?item_id=${dev.give(item)}`;
  const newest = (table: string, column: string): string =>
    `${id(db.one(`SELECT MAX(${column}) AS newest FROM ${table} WHERE user_id = ?`, PERSON), 'newest')}`;
  const chat = db.one(
    'SELECT MAX(chat_id) AS newest FROM xcx_chats JOIN xcx_users USING (user_id) WHERE openid = ?',
    staffAccounts.coach,
  );
  const customer_id = `?customer_id=${customerOf(world)}`;
  return {
    'packages/member/item/item': item_id,
    'packages/member/redeem/redeem': item_id,
    'packages/member/conversation/conversation': `?session_id=${newest('chat_sessions', 'customer_service_session_id')}`,
    'packages/member/ticket/ticket': `?issue_id=${newest('chat_issues', 'issue_id')}`,
    [staffPages.task]: `?id=${taskOf(world)}`,
    [staffPages.customer]: customer_id,
    [staffPages.customerRecords]: customer_id,
    [staffPages.coach]: '?coach_id=1',
    [staffPages.assistantChat]: `?chat_id=${id(chat, 'newest')}`,
  };
}

/** Ends the figures' keys: the file's name, and the package's before it where another page has that name. */
function nameOf(page: string): string {
  const name = (page.split('/').at(-1) ?? page).replace(/-/g, '_');
  return page === staffPages.assistantChat ? `assistant_${name}` : name;
}

const isCache = (key: string) => /^[^/]+:cache\//.test(key);
const withoutCaches = (storage: Storage): Storage =>
  Object.fromEntries(Object.entries(storage).filter(([key]) => !isCache(key)));

const calls = (world: World): number =>
  Object.entries(world.backend.dev.requests.byRoute())
    .filter(([route]) => route.includes(' /api/'))
    .reduce((sum, [, times]) => sum + times, 0);

/** Opens a page on a phone that remembers `storage`; how many requests that took, and what the phone remembers then. */
async function opened(
  world: World,
  page: string,
  storage: Storage,
): Promise<{ count: number; storage: Storage }> {
  world.backend.dev.requests.clear();
  const device = await world.open({ path: page, storage });
  const count = await settled(() => calls(world));
  const kept = await device.storage();
  await device.close();
  return { count, storage: kept };
}

/** What the phones remember of two who signed in and saw nothing yet. */
async function rememberedBy(world: World): Promise<{ customer: Storage; staff: Storage }> {
  const customer = await world.open();
  await signIn(customer, accounts.full);
  const staff = await enterAsStaff(world, {}, staffAccounts.coach);
  const whose = {
    customer: withoutCaches(await customer.storage()),
    staff: withoutCaches(await staff.storage()),
  };
  await customer.close();
  await staff.close();
  return whose;
}

async function run(): Promise<Figures> {
  const world = await standingWorld('documented');
  try {
    const queries = queriesOf(world);
    const whose = await rememberedBy(world);
    const figures: Figures = {};
    for (const page of allPages()) {
      const name = nameOf(page);
      const address = page + (queries[page] ?? '');
      const signedIn = STAFF_PAGES.has(page) ? whose.staff : whose.customer;
      const cold = await opened(world, address, SILENT.has(name) ? {} : signedIn);
      // A page that asks for nothing was not told what to show.
      if (cold.count === 0 && !SILENT.has(name)) throw new Error(`${page} asked for nothing: its query?`);
      const warm = await opened(world, address, cold.storage);
      figures[`requests.${name}_cold`] = cold.count;
      figures[`requests.${name}_warm`] = warm.count;
    }
    return figures;
  } finally {
    await closeAll();
  }
}

export const requests: Measure = { name: 'requests', run };
