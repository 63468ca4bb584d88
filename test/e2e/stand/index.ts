// Worlds that stand between files of tests: a file finds the one that the file before it has left.
import type { Browser } from 'playwright-core';
import type { Profile } from '../../backend';
import { launchBrowser } from '../../preview/playwright';
import { startWorld } from './world';
import type { World } from './world';

export { startWorld } from './world';
export type { World } from './world';

let browser: Promise<Browser> | undefined;
const worlds = new Map<Profile, Promise<World>>();

/** The one browser; nobody closes it but `closeAll`. */
function standingBrowser(): Promise<Browser> {
  browser ??= launchBrowser();
  return browser;
}

/** The world of a profile, started when nobody has asked for it before. */
export function standingWorld(profile: Profile): Promise<World> {
  let world = worlds.get(profile);
  if (world === undefined) {
    world = standingBrowser().then((ours) => startWorld(ours, profile));
    worlds.set(profile, world);
  }
  return world;
}

/** Ends what stands; the next who asks starts anew. */
export async function closeAll(): Promise<void> {
  const [ours, open] = [browser, [...worlds.values()]];
  browser = undefined;
  worlds.clear();
  for (const world of await Promise.all(open)) await world.close();
  await (await ours)?.close();
}
