// A staff member's phone: whose it is, and signing in by the app's own calls.
import type { Device, OpenOptions } from '../../preview/playwright';
import { pages } from './journeys';
import { until } from './until';
import type { World } from './world';

/** The demo accounts, by the openid that WeChat gives for them; see the backend's README. */
export const staffAccounts = {
  coach: 'demo-coach',
  manager: 'demo-manager',
  /** Hired today: nothing is there yet. */
  empty: 'demo-empty',
  fresh: 'demo-new',
  pending: 'demo-pending',
  rejected: 'demo-rejected',
  disabled: 'demo-disabled',
  /** Coach, and the customer `accounts.full`. */
  both: 'demo-both',
  /** Coach of two stores (deployed). */
  stores: 'demo-stores',
} as const;

export const staffPages = {
  tasks: 'pages/tasks/tasks',
  boards: 'pages/boards/boards',
  entrance: 'packages/entrance/entrance/entrance',
  apply: 'packages/entrance/apply/apply',
  performance: 'packages/staff/performance/performance',
  records: 'packages/staff/records/records',
  task: 'packages/staff/task/task',
  notes: 'packages/staff/notes/notes',
  customers: 'packages/staff/customers/customers',
  customer: 'packages/staff/customer/customer',
  customerRecords: 'packages/staff/customer-records/customer-records',
  assistantChats: 'packages/assistant/chats/chats',
  assistantChat: 'packages/assistant/conversation/conversation',
  coach: 'packages/staff/coach/coach',
} as const;

/** Whose code `wx.login` gives from now on. */
export async function belongTo(device: Device, openid: string): Promise<void> {
  await device.page.evaluate((whose) => globalThis.__host?.setOpenid?.(whose), openid);
}

/** Signs in as staff by the app's own calls; the page on top stays. @returns the status of the review */
export async function signInAsStaff(device: Device, openid: string): Promise<string> {
  await belongTo(device, openid);
  return device.page.evaluate(async () => {
    const { session } = (globalThis.__host?.app() as unknown as PreviewedApp).core;
    return (await session.signInStaff()).status;
  });
}

/** `signed_in`, or why not. */
export function staffState(device: Device): Promise<string> {
  return device.page.evaluate(
    () => (globalThis.__host?.app() as unknown as PreviewedApp).core.session.staff.state,
  );
}

/**
 * A phone of a signed-in member of staff, for tests that open a page by its address (`go`). It starts on 我的, which
 * shows little.
 */
export async function enterAsStaff(world: World, options: OpenOptions, openid: string): Promise<Device> {
  const device = await world.open({ ...options, path: pages.me });
  await signInAsStaff(device, openid);
  return device;
}

/** Opens one of the staff's tabs, as by its tab bar. */
export async function switchTo(device: Device, tab: string): Promise<void> {
  await device.page.evaluate((url) => globalThis.__host?.navigation.switchTab(`/${url}`), tab);
  await device.ready(tab);
}

/** The words of the tab bar, in their order, without their badges. */
export async function tabWords(device: Device): Promise<string[]> {
  const frame = await device.frame();
  const said = await frame
    .locator('[role="tab"]')
    .evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute('aria-label') ?? ''));
  return said.map((label) => label.split('，')[0] ?? '');
}

/** Waits until the tab bar says these words. */
export async function seeTabs(device: Device, words: readonly string[]): Promise<void> {
  await until(async () => (await tabWords(device)).join() === words.join());
}
