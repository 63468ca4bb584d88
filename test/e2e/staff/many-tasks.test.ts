// D6: a thousand tasks. The page stays small however far it is scrolled, and no update carries more than a part of it.
import type { Device } from '../../preview/playwright';
import { nodes } from '../support/conversation';
import { cardOf, listState, manyTasks, onTasks, swipe } from '../support/tasks';
import { until } from '../support/until';
import { expectCalm, useWorld } from '../support/world';

const world = useWorld();
const TASKS = 1_000;
const MOST_NODES = 1_000;
/** While new rows have come and those that they drive away are not gone yet. */
const MOST_PASSING = 1_500;
const MOST_BYTES = 32 * 1024;

interface Shown {
  chunks: { rows: { kind: string; title: string }[]; height?: number }[];
  footer_text: string;
}

const shown = async (device: Device): Promise<Shown> => (await device.data('#body')) as Shown;

const tall = async (device: Device): Promise<number> =>
  (await device.frame()).evaluate(() => document.documentElement.scrollHeight);

/** Whether every chunk that is in view has its rows. */
const isFilled = async (device: Device): Promise<boolean> =>
  (await device.frame()).evaluate(() => {
    const chunks = [...document.querySelectorAll('[class*="chunk"]')];
    const seen = chunks.filter((chunk) => {
      const { top, bottom } = chunk.getBoundingClientRect();
      return bottom > 0 && top < window.innerHeight;
    });
    return seen.length > 0 && seen.every(({ childElementCount }) => childElementCount > 0);
  });

/** Nodes of the page once the rows that are far beyond the screen again are gone. */
async function rested(device: Device): Promise<number> {
  let seen = Infinity;
  await until(async () => {
    seen = await nodes(device);
    expect(seen).toBeLessThan(MOST_PASSING);
    return seen < MOST_NODES;
  });
  return seen;
}

const largest = (device: Device): Promise<number> =>
  device.page.evaluate(() => globalThis.__host?.stats().total.largest ?? Infinity);

test('D6 1,000 tasks: fewer than 1,000 nodes, and no setData of more than 32 KB', async () => {
  manyTasks(world, TASKS);
  const device = await onTasks(world, { width: 390, height: 844 });
  await device.page.evaluate(() => globalThis.__host?.resetStats());
  let most = 0;
  const isAll = async (): Promise<boolean> => (await shown(device)).footer_text === `共 ${TASKS} 项任务`;
  while (!(await isAll())) {
    const before = await tall(device);
    await until(async () => {
      // Scrolls away first, because the event of reaching the end comes only after having been away from it.
      await device.finger.scrollPage(Math.floor(before / 2));
      await device.finger.scrollPage(-1);
      return (await tall(device)) > before || (await isAll());
    });
    most = Math.max(most, await rested(device));
  }
  await until(async () => {
    await device.finger.scrollPage(-1);
    return (await (await device.frame()).locator('[aria-label^="取消放弃"]').count()) > 0;
  });
  for (const part of [0.9, 0.7, 0.4, 0.1, 0]) {
    await device.finger.scrollPage(Math.floor((await tall(device)) * part));
    // Chunks that come near the view get their rows before they can be seen.
    await until(() => isFilled(device));
    most = Math.max(most, await rested(device));
  }
  expect(most).toBeGreaterThan(200);

  const name = (await shown(device)).chunks[0]?.rows.find(({ kind }) => kind === 'task')?.title ?? '';
  await swipe(device, cardOf(name), 160);
  for (const choice of ['今天到期', '全部'])
    await device.tap({ css: `[role="radio"]:has-text("${choice}")` });
  await until(async () => (await shown(device)).footer_text === '上滑或点此加载更多');
  expect(await listState(device)).toBe('ready');
  expect(await largest(device)).toBeLessThan(MOST_BYTES);
  await expectCalm(device);
}, 240_000);
