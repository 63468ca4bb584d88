// How many requests each page needs when it is opened with nothing cached, and when it was open before: the real pages
// in the preview, counted at the backend. The person is signed in, except on the sign-in page.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { id } from '../backend/db/store';
import { signIn } from '../e2e/support/journeys';
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
const root = path.resolve(__dirname, '../../miniprogram');

function allPages(): string[] {
  const { pages, subPackages = [] } = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8')) as App;
  return [...pages, ...subPackages.flatMap((one) => one.pages.map((page) => `${one.root}/${page}`))];
}

/** The one thing that a page shows, for the pages that show one thing. */
function queriesOf({ backend: { db, dev } }: World): Readonly<Record<string, string>> {
  const item = { owner_user_id: PERSON, item_name: '双人下午茶套餐', item_type: 'voucher' };
  const item_id = `?item_id=${dev.give(item)}`;
  const newest = (table: string, column: string): string =>
    `${id(db.one(`SELECT MAX(${column}) AS newest FROM ${table} WHERE user_id = ?`, PERSON), 'newest')}`;
  return {
    'packages/member/item/item': item_id,
    'packages/member/redeem/redeem': item_id,
    'packages/member/conversation/conversation': `?session_id=${newest('chat_sessions', 'customer_service_session_id')}`,
    'packages/member/ticket/ticket': `?issue_id=${newest('chat_issues', 'issue_id')}`,
  };
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

async function run(): Promise<Figures> {
  const world = await standingWorld('documented');
  try {
    const queries = queriesOf(world);
    const device = await world.open();
    await signIn(device, accounts.full);
    const signedIn = withoutCaches(await device.storage());
    await device.close();
    const figures: Figures = {};
    for (const page of allPages()) {
      const name = (page.split('/').at(-1) ?? page).replace(/-/g, '_');
      const address = page + (queries[page] ?? '');
      const cold = await opened(world, address, name === 'sign_in' ? {} : signedIn);
      // A page that asks for nothing was not told what to show.
      if (cold.count === 0 && name !== 'sign_in') throw new Error(`${page} asked for nothing: its query?`);
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
