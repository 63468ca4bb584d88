// The agents' desk in a browser, and the customer outside of it: plain HTTP and a plain Socket.IO client.
import type { Browser, Page } from 'playwright-core';
import { at, listAt, startClient, textAt } from '../../contract/backend/support/client';
import type { Client } from '../../contract/backend/support/client';
import { listen } from '../../contract/backend/support/socket';
import type { Listener } from '../../contract/backend/support/socket';
import type { Profile } from '../../backend';

export interface Customer {
  session_id: string;
  token: string;
  socket: Listener;
  /** Sends a text; answers with the moment of the reply, ms. */
  say(content: string): Promise<number>;
  /** The own session as the API lists it. */
  session(): Promise<unknown>;
}

/** A reference backend of a profile, with its plain HTTP client. */
export const startStore = (profile: Profile): Promise<Client> => startClient({ profile });

/** Signs a customer in by HTTP, opens a session and listens. The caller closes `socket`. */
export async function customerOf(client: Client, mobile: string): Promise<Customer> {
  const { access: token } = await client.login(mobile);
  const sessions = '/api/v4/system/chat/sessions';
  const made = await client.call('POST', sessions, { token, body: { source: 'mobile' } });
  const session_id = String(at(made.json, 'data', 'customer_service_session_id'));
  const send = client.backend.profile === 'documented' ? 'message' : 'messages';
  return {
    session_id,
    token,
    socket: await listen(client.backend.url, token),
    async say(content) {
      const body = { message_type: 'text', content, temp_message_id: `t-${content}` };
      const reply = await client.call('POST', `${sessions}/${session_id}/${send}`, { token, body });
      const replied = performance.now();
      if (reply.status >= 300) throw new Error(`${reply.status} ${reply.text}`);
      return replied;
    },
    async session() {
      const { json } = await client.call('GET', sessions, { token });
      return listAt(json, 'data', 'sessions').find(
        (one) => String(at(one, 'customer_service_session_id')) === session_id,
      );
    },
  };
}

export interface DeskPage {
  page: Page;
  /** Errors of the page and its console. */
  problems: string[];
}

/** Opens the desk and waits until it is connected. */
export async function openDesk(browser: Browser, url: string, width = 1280): Promise<DeskPage> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  page.setDefaultTimeout(20_000);
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', (line) => {
    if (line.type() === 'error') problems.push(line.text());
  });
  await page.goto(`${url}/desk`);
  await page.locator('#link.up').waitFor();
  return { page, problems };
}

/** Opens the conversation of a customer by the row of the queue. */
export async function choose(page: Page, customer: string): Promise<void> {
  await page.locator('#queue li', { hasText: customer }).first().click();
  await page.locator('#talk .head b', { hasText: customer }).waitFor();
}

/** Takes the open conversation; returns when it is the agent's own. */
export async function accept(page: Page): Promise<void> {
  const button = page.locator('[data-do=accept]');
  await button.click();
  await button.waitFor({ state: 'hidden' });
}

/** The moment a text stands in the queue's row of a customer, ms. */
export async function inQueue(page: Page, customer: string, text: string): Promise<number> {
  await page.locator('#queue li', { hasText: customer }).locator('.last', { hasText: text }).waitFor();
  return performance.now();
}

/** The moment a text stands in the open conversation, ms. */
export async function inTalk(page: Page, text: string): Promise<number> {
  await page.locator('.lines .bubble', { hasText: text }).waitFor();
  return performance.now();
}

/** The message that a push carries, in either profile. */
export const messageIn = (push: unknown): unknown => at(push, 'message') ?? push;

/** The first push, so far or to come, that `fits`; the person's own messages are pushed too (documented). */
export async function pushed(socket: Listener, fits: (push: unknown) => boolean): Promise<unknown> {
  for (let count = 1; ; count += 1) {
    const push = await socket.wait('new_message', count);
    if (fits(push)) return push;
  }
}

export { at, textAt };
