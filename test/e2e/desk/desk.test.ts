// B5: the desk is live. What a customer sends by plain HTTP is on the agent's screen within a second, and what the agent
// types is with a plain Socket.IO client within a second.
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { standingBrowser } from '../stand';
import type { Client } from '../../contract/backend/support/client';
import { quickest } from '../support/quickest';
import { until } from '../support/until';
import {
  accept,
  at,
  choose,
  customerOf,
  inQueue,
  inTalk,
  messageIn,
  openDesk,
  pushed,
  startStore,
  textAt,
} from '../support/desk-page';
import type { Customer, DeskPage } from '../support/desk-page';

const LIMIT_MS = 1000;
const MOBILE = '13800000033';
const NAME = '苏木槿';
const PICTURE = path.resolve(__dirname, '../../backend/static/items/tea.png');

const textOf = (push: unknown): string => String(at(messageIn(push), 'content'));

let browser: Browser;
beforeAll(async () => {
  browser = await standingBrowser();
}, 60_000);

describe.each(['documented', 'deployed'] as const)('B5 the desk, %s', (profile) => {
  let client: Client;
  let customer: Customer;
  let desk: DeskPage;

  beforeAll(async () => {
    client = await startStore(profile);
  });
  beforeEach(async () => {
    client.backend.dev.reset();
    client.backend.dev.setProfile(profile);
    desk = await openDesk(browser, client.backend.url);
    customer = await customerOf(client, MOBILE);
  });
  afterEach(async () => {
    customer.socket.close();
    await desk.page.close();
  });
  afterAll(() => client.backend.close());

  test('B5 shows a customer’s message, sent by HTTP, within a second: in the queue and in the open conversation', async () => {
    /** From the reply to the screen. */
    const shown = (where: (text: string) => Promise<number>, text: string): Promise<number> =>
      quickest(LIMIT_MS, async (turn) => {
        const words = `${text}（${turn}）`;
        const seen = where(words);
        const replied = await customer.say(words);
        return (await seen) - replied;
      });
    expect(await shown((text) => inQueue(desk.page, NAME, text), '请问几点打烊')).toBeLessThan(LIMIT_MS);
    await choose(desk.page, NAME);
    expect(await shown((text) => inTalk(desk.page, text), '周末也一样吗')).toBeLessThan(LIMIT_MS);
    expect(desk.problems).toEqual([]);
  });

  test('B5 an answer typed at the desk is with a plain socket within a second, and in the history', async () => {
    await customer.say('在吗');
    await choose(desk.page, NAME);
    await accept(desk.page);
    const field = desk.page.locator('.say textarea');
    const took = await quickest(LIMIT_MS, async (turn) => {
      const words = `在的，${turn} 楼 <打烊>`;
      await field.fill(words);
      const pressed = performance.now();
      await field.press('Enter');
      const push = await pushed(customer.socket, (one) => textOf(one).startsWith(`在的，${turn}`));
      const heard = performance.now();
      const content = profile === 'documented' ? words : `在的，${turn} 楼 &lt;打烊&gt;`;
      expect(messageIn(push)).toMatchObject({ sender_type: 'admin', message_type: 'text', content });
      await inTalk(desk.page, words);
      await until(async () => (await field.inputValue()) === '');
      return heard - pressed;
    });
    expect(took).toBeLessThan(LIMIT_MS);
    expect(await customer.session()).toMatchObject({ status: 'active' });
    expect(desk.problems).toEqual([]);
  });

  test('B5 a picture from the desk reaches the customer and shows on both sides', async () => {
    await customer.say('有菜单吗');
    await choose(desk.page, NAME);
    await desk.page.locator('.picture input').setInputFiles(PICTURE);
    const message = messageIn(
      await pushed(customer.socket, (one) => at(messageIn(one), 'message_type') === 'image'),
    );
    expect(message).toMatchObject({ sender_type: 'admin', message_type: 'image' });
    const address = textAt(message, 'metadata', 'image_url');
    expect((await fetch(address)).headers.get('content-type')).toBe('image/png');
    const shown = desk.page.locator('.lines .bubble img');
    await desk.page.waitForFunction(
      () => document.querySelector<HTMLImageElement>('.lines .bubble img')?.naturalWidth,
    );
    expect(await shown.getAttribute('src')).toBe(address);
    expect(desk.problems).toEqual([]);
  });

  test('B5 asking for a rating, closing with a reason, and the rating that comes back', async () => {
    await customer.say('谢谢');
    await choose(desk.page, NAME);
    await accept(desk.page);
    await desk.page.locator('[data-do=satisfaction]').click();
    if (profile === 'documented') {
      const asked = await customer.socket.wait('satisfaction_request');
      expect(String(at(asked, 'session_id'))).toBe(customer.session_id);
    } else {
      await pushed(customer.socket, (one) => at(one, 'type') === 'satisfaction_request');
    }
    // The words stay in it when it has gone.
    await desk.page.locator('#toast', { hasText: '已邀请顾客评价' }).waitFor({ state: 'attached' });

    await desk.page.locator('[data-do=close]').click();
    await desk.page.locator('dialog input').fill('已解答');
    await desk.page.locator('dialog .danger').click();
    await desk.page.locator('#talk .head small', { hasText: '已解答' }).waitFor();
    expect(await customer.session()).toMatchObject({ status: 'closed' });
    // Of an agent's closing the deployed backend tells nobody: the app learns it from the list.
    if (profile === 'documented') await customer.socket.wait('session_closed');
    else expect(customer.socket.of('session_closed')).toEqual([]);

    const rate = `/api/v4/system/chat/sessions/${customer.session_id}/rate`;
    await client.call('POST', rate, { token: customer.token, body: { satisfaction_score: 5 } });
    await desk.page.locator('#queue li', { hasText: NAME }).locator('.tag', { hasText: '5 星' }).waitFor();
    expect(desk.problems).toEqual([]);
  });
});
