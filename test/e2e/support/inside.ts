// What a test does inside the running app, where a person's way there would only take time, or where only the app's own
// core can say it (twenty calls at once).
import type { Core } from '../../../miniprogram/compose/core';
import type { Device, OpenOptions } from '../../preview/playwright';
import { pages } from './journeys';
import { until } from './until';
import type { World } from './world';

declare global {
  // The App instance as `getApp()` gives it to pages.
  interface PreviewedApp {
    core: Core;
  }
}

/**
 * Signs a customer in by the app's own calls, as the sign-in page does; the page on top stays.
 * @param state what the backpack comes to, when it is on top
 */
export async function signInQuietly(device: Device, mobile: string, state = 'ready'): Promise<void> {
  await device.page.evaluate(async (number) => {
    const { session } = (globalThis.__host?.app() as unknown as PreviewedApp).core;
    await session.requestCode(number);
    await session.signIn(number, '123456');
  }, mobile);
  if ((await device.route()) !== pages.backpack) return;
  await until(async () => ((await device.data()) as { state: string }).state === state);
}

/**
 * As `signInQuietly`, and nothing that is asked for after the sign-in is answered.
 * @param state of the backpack, when it is on top
 */
export async function signInHeld(
  world: World,
  device: Device,
  mobile: string,
  state = 'loading',
): Promise<void> {
  // In the answer itself, because what follows is asked for as soon as it has come.
  world.rewrites.set('/auth/login', () => world.backend.dev.latency(60_000));
  await signInQuietly(device, mobile, state);
}

/**
 * A phone of a signed-in customer, for tests that open a page by its address. It starts on a page that shows little: the
 * backpack's list would cost more than most of those pages.
 */
export async function enter(world: World, options: OpenOptions, mobile: string): Promise<Device> {
  const device = await world.open({ ...options, path: pages.signIn });
  await signInQuietly(device, mobile);
  return device;
}

export interface Parallel {
  ok: number;
  /** `kind` of each failure. */
  failed: string[];
}

/** Reads the profile so many times at once, through the app's client and gate. */
export function profilesAtOnce(device: Device, count: number): Promise<Parallel> {
  return device.page.evaluate(async (times) => {
    const { v4 } = (globalThis.__host?.app() as unknown as PreviewedApp).core;
    const all = await Promise.allSettled(Array.from({ length: times }, () => v4.api.auth.profile()));
    const failed = all.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    return { ok: all.length - failed.length, failed };
  }, count);
}

/** `signed_in`, or why not. */
export function customerState(device: Device): Promise<string> {
  return device.page.evaluate(
    () => (globalThis.__host?.app() as unknown as PreviewedApp).core.session.customer.state,
  );
}
