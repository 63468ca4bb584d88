// The phones that are measured: a customer's, a member of the staff's, and one with the empty program; each slowed down.
import path from 'node:path';
import type { CDPSession } from 'playwright-core';
import { closeAll, standingWorld } from '../../e2e/stand';
import type { World } from '../../e2e/stand';
import { signInQuietly } from '../../e2e/support/inside';
import { signInAsStaff, staffAccounts, staffPages, switchTo } from '../../e2e/support/staff';
import { listState } from '../../e2e/support/tasks';
import { until } from '../../e2e/support/until';
import { accounts } from '../../e2e/support/world';
import { startPreview } from '../../preview';
import { openPreview } from '../../preview/playwright';
import type { Device } from '../../preview/playwright';
import { insideScript } from '../inside-script';
import type { Who } from './places';

/** What a cheap phone is to the machine of a developer. */
const SLOWDOWN = 4;
const START: Readonly<Record<Who, string>> = { customer: 'pages/backpack/backpack', staff: 'pages/me/me' };

/** A phone in the bench's hands. */
export class Phone {
  private constructor(
    readonly device: Device,
    readonly devtools: CDPSession,
  ) {}

  /** Takes an open phone into the bench's hands. */
  static async of(device: Device): Promise<Phone> {
    const devtools = await device.page.context().newCDPSession(device.page);
    await device.page.evaluate(await insideScript('interaction/inside/act.ts'));
    return new Phone(device, devtools);
  }

  slow(): Promise<unknown> {
    return this.devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  }

  fast(): Promise<unknown> {
    return this.devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  }

  /** Opens a page. @returns ms until its words are there */
  open(url: string, text: string): Promise<number> {
    return this.device.page.evaluate(([to, words]) => globalThis.__acts.open(to, words), [
      url,
      text,
    ] as const);
  }

  async back(): Promise<void> {
    await this.device.page.evaluate(() => globalThis.__host?.navigation.navigateBack());
    await this.device.ready();
  }

  /** Touches the middle of what a selector finds, for as short as a finger can. */
  async touch(target: Parameters<Device['find']>[0]): Promise<void> {
    const box = await (await this.device.find(target)).first().boundingBox();
    if (box === null) throw new Error('it is not visible');
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await this.devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
    await this.devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
}

export interface Phones {
  world: World;
  of: Readonly<Record<Who | 'empty', Phone>>;
  /** Another customer's phone, at full speed. */
  customer(mobile: string): Promise<Phone>;
  /** Another one of the coach's, with the tasks open. */
  staff(): Promise<Phone>;
  close(): Promise<void>;
}

export async function startPhones(): Promise<Phones> {
  const world = await standingWorld('documented', { isBrief: false });
  const program = await startPreview({
    root: path.join(__dirname, 'program'),
    deterministic: true,
    log: () => undefined,
  });
  const customer = async (mobile: string): Promise<Phone> => {
    const device = await world.open({ path: START.customer });
    await signInQuietly(device, mobile);
    return Phone.of(device);
  };
  const staff = async (): Promise<Phone> => {
    const device = await world.open({ path: START.staff });
    await signInAsStaff(device, staffAccounts.coach);
    // From here the pages of a task are opened.
    await switchTo(device, staffPages.tasks);
    await until(async () => (await listState(device)) === 'ready');
    return Phone.of(device);
  };
  return {
    world,
    of: {
      customer: await customer(accounts.full),
      staff: await staff(),
      empty: await Phone.of(await openPreview(world.browser, program.url)),
    },
    customer,
    staff,
    async close() {
      await program.close();
      await closeAll();
    },
  };
}
