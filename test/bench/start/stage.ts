// Where starts are measured: one browser, the program beside the reference backend, the empty program in the same host.
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startPreview } from '../../preview';
import { closeAll, standingWorld } from '../../e2e/stand';
import type { World } from '../../e2e/stand';
import { signInQuietly } from '../../e2e/support/inside';
import { signInAsStaff, staffAccounts } from '../../e2e/support/staff';
import { accounts } from '../../e2e/support/world';
import { settled } from '../settled';
import { until } from '../../e2e/support/until';
import type { Device } from '../../preview/playwright';
import type { Place } from './load';
import { EMPTY, scenes } from './scenes';
import type { Scene, Who } from './scenes';

type Remembered = Pick<Place, 'storage' | 'renderings'>;

export interface Stage {
  browser: Browser;
  /** Where a scene is loaded. */
  placeOf(scene: Scene): Place;
  close(): Promise<void>;
}

const NOTHING: Remembered = { storage: {}, renderings: {} };

/** What a phone remembers whose owner signed in, and looked at every tab of theirs until it had all of it. */
async function rememberedBy(world: World, whose: Who): Promise<Remembered> {
  const device = await world.open();
  if (whose === 'customer') await signInQuietly(device, accounts.full);
  else await signInAsStaff(device, staffAccounts.coach);
  for (const { path: route, text } of scenes.filter(({ state, who }) => state === 'warm' && who === whose)) {
    await device.page.evaluate(
      (address) => globalThis.__host?.navigation.switchTab(address).then(() => undefined),
      `/${route}`,
    );
    await device.ready(route);
    await device.see({ css: `text=${text}` });
    await until(async () =>
      Object.entries(await renderingsOf(device)).some(
        ([key, kept]) => key.endsWith(route) && kept.includes(text),
      ),
    );
    await settled(async () => JSON.stringify(await device.storage()));
  }
  const remembered = { storage: await device.storage(), renderings: await renderingsOf(device) };
  await device.close();
  return remembered;
}

/** What the preview keeps of pages, apart from the program's storage. */
const renderingsOf = (device: Device): Promise<Record<string, string>> =>
  device.page.evaluate(() =>
    Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('preview-rendering:'))),
  );

export async function startStage(): Promise<Stage> {
  const world = await standingWorld('documented', { isBrief: false });
  const empty = await startPreview({
    root: path.join(__dirname, 'program'),
    deterministic: true,
    log: () => undefined,
  });
  const { browser, preview } = world;
  const warm = { customer: await rememberedBy(world, 'customer'), staff: await rememberedBy(world, 'staff') };
  return {
    browser,
    placeOf: (scene) => ({
      browser,
      url: scene === EMPTY ? empty.url : preview.url,
      ...(scene.state === 'warm' ? warm[scene.who] : NOTHING),
    }),
    async close() {
      await empty.close();
      await closeAll();
    },
  };
}
