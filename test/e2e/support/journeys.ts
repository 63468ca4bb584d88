// What a person does again and again: signing in, opening an item, asking for its code.
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { waitIn, type Device } from '../../preview/playwright';
import { until } from './until';

export const pages = {
  backpack: 'pages/backpack/backpack',
  chat: 'pages/chat/chat',
  me: 'pages/me/me',
  missing: 'pages/missing/missing',
  signIn: 'packages/member/sign-in/sign-in',
  item: 'packages/member/item/item',
  redeem: 'packages/member/redeem/redeem',
  conversation: 'packages/member/conversation/conversation',
  tickets: 'packages/member/tickets/tickets',
  ticket: 'packages/member/ticket/ticket',
} as const;

export const fields = {
  mobile: { css: 'wx-input[aria-label="手机号"]' },
  code: { css: 'wx-input[aria-label="短信验证码"]' },
  message: { css: 'wx-textarea[aria-label="输入消息"]' },
};

/** From the open sign-in page to wherever it leads back to: with the consent given, the code’s last digit signs in. */
export async function fillSignIn(device: Device, mobile: string, code = '123456'): Promise<void> {
  await device.type(fields.mobile, mobile);
  await device.tap({ text: '获取验证码' });
  await device.see({ text: /\d+ 秒/ });
  await device.tap({ text: '我已阅读并同意' });
  await device.type(fields.code, code);
}

/** From the signed-out backpack to the signed-in one. */
export async function signIn(device: Device, mobile: string): Promise<void> {
  await device.tap({ text: '手机号登录' });
  await device.ready(pages.signIn);
  await fillSignIn(device, mobile);
  await device.ready(pages.backpack);
}

/**
 * Opens a page by its address, as from a share card.
 * @param on_to route of another page that this one leads on to by itself
 */
export async function go(device: Device, url: string, on_to?: string): Promise<void> {
  await device.page.evaluate(
    (address) => globalThis.__host?.navigation.navigateTo(address).then(() => undefined),
    url,
  );
  await device.ready(on_to ?? url.slice(1).split('?')[0] ?? '');
}

export const openItem = (device: Device, item_id: string): Promise<void> =>
  go(device, `/${pages.item}?item_id=${item_id}`);

export const openCode = (device: Device, item_id: string): Promise<void> =>
  go(device, `/${pages.redeem}?item_id=${item_id}`);

/** The button of the sheet on the item's page: its heading has the same words. */
export const makeCode = { css: 'wx-button:has-text("生成券码")' };

/** What an independent decoder reads in a picture; `undefined` when there is no code in it. */
export function readQr(picture: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(picture);
  return jsqr(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' })?.data;
}

/** Waits for a code on the screen that is not `before`, and answers what it holds. */
export async function nextQr(device: Device, before?: string): Promise<string> {
  let seen: Buffer = Buffer.alloc(0);
  let read: string | undefined;
  const look = async (): Promise<boolean> => {
    // Only the code's own square, because the count-down beside it changes all the time.
    const picture = await (await device.frame()).locator('[role="img"]:has(canvas)').screenshot();
    // The same picture is not read again, since reading is slow.
    if (picture.equals(seen)) return false;
    seen = picture;
    read = readQr(picture);
    return read !== undefined && read !== before;
  };
  await until(look, 30_000, 150);
  return read ?? '';
}

/**
 * Does what makes something appear that goes by itself after a moment. The page watches for it, since a test may look too
 * late.
 * @param css on the DOM of the page on top
 */
export async function flashes(device: Device, css: string, act: () => Promise<void>): Promise<void> {
  const frame = await device.frame();
  await Promise.all([
    frame.waitForFunction((selector) => document.querySelector(selector) !== null, css),
    act(),
  ]);
}

/** Waits until the element that was tapped last no longer looks pressed. */
export async function released(device: Device): Promise<void> {
  const frame = await device.frame();
  await waitIn(frame, () => document.querySelector('[class*="hover"], [class*="faint"]') === null);
}
