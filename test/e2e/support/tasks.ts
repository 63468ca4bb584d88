// What a person does with the task list: opening it, swiping a card, opening its menu.
import type { Device, OpenOptions } from '../../preview/playwright';
import { pages } from './journeys';
import { signInAsStaff, staffAccounts, staffPages, switchTo } from './staff';
import { until } from './until';
import type { World } from './world';

export const listState = async (device: Device): Promise<string> =>
  ((await device.data('#body')) as { state: string }).state;

/** A phone with 任务 open. @param state what the list comes to */
export async function onTasks(
  world: World,
  options: OpenOptions = {},
  openid: string = staffAccounts.coach,
  state = 'ready',
): Promise<Device> {
  const device = await world.open({ ...options, path: pages.me });
  await signInAsStaff(device, openid);
  await switchTo(device, staffPages.tasks);
  await device.see('#body');
  await until(async () => (await listState(device)) === state);
  // The rows of a list that is ready follow within the moment.
  if (state === 'ready') await until(async () => (await listed(device)).length > 0);
  return device;
}

/** The demo coach has so many tasks and no others: the first five are pinned, those after the 960th given up. */
export function manyTasks({ backend: { db } }: World, count: number): void {
  db.run('DELETE FROM xcx_tasks WHERE coach_id = 1');
  db.run(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      INSERT INTO xcx_tasks (task_id, coach_id, customer_id, task_type, deadline, is_pinned, status, created_at)
      SELECT 90000 + i, 1, (SELECT MIN(customer_id) FROM xcx_customers) + i % 50, 'priority_recall',
        date('now', '+' || (i / 10) || ' days'), i <= 5, CASE WHEN i > 960 THEN 'abandoned' ELSE 'pending' END, 0 FROM n`,
    count,
  );
}

/** The card of a customer. */
export const cardOf = (name: string) => ({ css: `[aria-label^="${name}，"]` });

/** What the list shows, in order: heads by their titles, cards by their customers. */
export async function listed(device: Device): Promise<string[]> {
  const { chunks } = (await device.data('#body')) as { chunks: { rows: { title: string }[] }[] };
  return chunks.flatMap(({ rows }) => rows.map(({ title }) => title));
}

/** Where a card is, once it is in the middle of the screen: no bar covers it there. */
async function boxOf(device: Device, target: { css: string }) {
  const card = (await device.find(target)).first();
  await card.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const box = await card.boundingBox();
  if (box === null) throw new Error('the card is not visible');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Moves a finger across what a selector on the DOM finds, by `px`; to the left where it is negative. */
export async function swipe(device: Device, target: { css: string }, px: number): Promise<void> {
  const middle = await boxOf(device, target);
  const from = { x: middle.x - px / 2, y: middle.y };
  await device.finger.drag(from, { x: from.x + px, y: from.y + 4 });
}

/** Holds a card until its menu is there. */
export async function hold(device: Device, target: { css: string }): Promise<void> {
  await device.finger.press(await boxOf(device, target));
}

/** Lets a simulated keyboard of so many px cover the screen while a field has the focus. */
export const useKeyboard = (device: Device, px: number): Promise<void> =>
  device.page.evaluate((height) => globalThis.__host?.setKeyboard(height), px);
