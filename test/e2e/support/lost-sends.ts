// A network that loses the answer to a message, or the message itself, at the moment a test says.
import type { Device } from '../../preview/playwright';
import type { Route } from 'playwright-core';
import { until } from './until';

export interface LostSends {
  /** Waits until so many messages are out and unanswered. */
  out(count: number): Promise<void>;
  /** From now on messages pass; those that are out stay without an answer. */
  pass(): void;
  /** As `pass`, and the connections of those that are out break. */
  cut(): Promise<void>;
}

const BRIDGE = '**/@bridge/http';

function isSend(route: Route): boolean {
  const { 'x-preview-request': order = '' } = route.request().headers();
  const { method, url } = JSON.parse(decodeURIComponent(order)) as {
    method: string;
    url: string;
  };
  return method === 'POST' && /\/sessions\/\d+\/messages?$/.test(url);
}

/** @param arrive whether the server gets them: then only the answer is lost */
export async function loseSends(device: Device, arrive: boolean): Promise<LostSends> {
  const held: Route[] = [];
  let passes = false;
  // Never taken away: the browser would send what is held a second time.
  await device.page.route(BRIDGE, async (route) => {
    if (passes || !isSend(route)) return route.continue();
    if (arrive) await route.fetch();
    held.push(route);
  });
  const pass = (): void => void (passes = true);
  return {
    out: (count) => until(() => held.length === count),
    pass,
    async cut() {
      pass();
      // An answer that ends before it began is what the preview takes for a broken connection.
      await Promise.all(held.map((route) => route.fulfill({ body: '' })));
    },
  };
}
