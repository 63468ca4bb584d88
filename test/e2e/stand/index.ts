// Worlds that are kept from one test file to the next, since starting one is slow.
import type { Browser } from 'playwright-core';
import type { Profile } from '../../backend';
import { launchBrowser } from '../../preview/playwright';
import type { LaunchOptions } from '../../preview/playwright';
import { startWorld } from './world';
import type { World } from './world';

export { startWorld } from './world';
export type { World } from './world';

let browser: Promise<Browser> | undefined;
const worlds = new Map<Profile, Promise<World>>();

/** The one browser; nobody closes it but `closeAll`. */
export function standingBrowser(options: LaunchOptions = { isBrief: true }): Promise<Browser> {
  browser ??= launchBrowser(options);
  return browser;
}

/**
 * The world of a profile, started when nobody has asked for it before.
 * @param options of the browser, where this starts it
 */
export function standingWorld(profile: Profile, options?: LaunchOptions): Promise<World> {
  let world = worlds.get(profile);
  if (world === undefined) {
    world = standingBrowser(options).then((ours) => startWorld(ours, profile));
    worlds.set(profile, world);
  }
  return world;
}

/** Closes everything that was kept; the next caller starts a new one. */
export async function closeAll(): Promise<void> {
  const [ours, open] = [browser, [...worlds.values()]];
  browser = undefined;
  worlds.clear();
  for (const world of await Promise.all(open)) await world.close();
  await (await ours)?.close();
}
