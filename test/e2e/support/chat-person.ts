// The person in a conversation: what they write and send, what they see of it, and what their phone still keeps of it.
import type { Device } from '../../preview/playwright';
import type { MessageRow } from '../../../miniprogram/packages/member/format/message-row';
import { tea } from './pictures';
import { fields, pages } from './journeys';
import { until } from './until';

const sendButton = { css: '[aria-label="发送"]' };
const pictureButton = { css: '[aria-label="发送图片"]' };

export async function write(device: Device, text: string): Promise<void> {
  await device.type(fields.message, text);
  await device.tap(sendButton);
}

/** Chooses a picture from the album; returns when its row is there. */
export async function sendPicture(device: Device): Promise<void> {
  const before = (await rows(device)).filter(({ kind }) => kind === 'image').length;
  await device.page.evaluate((file) => {
    globalThis.__host?.setPrivacy?.(true);
    globalThis.__host?.feedFiles?.([file]);
  }, tea);
  await device.tap(pictureButton);
  await until(async () => (await rows(device)).filter(({ kind }) => kind === 'image').length > before);
}

/** From a signed-in 客服 tab into the open session, or a new one. Answers its id. */
export async function enterTalk(device: Device): Promise<string> {
  await device.tap({ text: /(开始|继续)咨询/ });
  await device.ready(pages.conversation);
  await until(async () => /^(ready|empty)$/.test((await talk(device)).state));
  return (await device.pages()).at(-1)?.query['session_id'] ?? '';
}

interface Talk {
  state: string;
  text: string;
  chunks: { rows: MessageRow[] }[];
}
const talk = async (device: Device): Promise<Talk> => (await device.data()) as Talk;

/** What stands in the field. */
export const typed = async (device: Device): Promise<string> =>
  (await device.find(fields.message)).locator('textarea').inputValue();

/** All that is on the page, in its order; only for conversations that fit on it. */
export const rows = async (device: Device): Promise<MessageRow[]> =>
  ((await talk(device)).chunks ?? []).flatMap((chunk) => chunk.rows);

/** The person's own messages in the page's order: a text, or what stands for a picture. */
export const own = async (device: Device): Promise<string[]> =>
  (await rows(device)).filter((row) => row.own).map(({ text }) => text);

/** How far each own message is; empty for those that the server has. */
export const statuses = async (device: Device): Promise<string[]> =>
  (await rows(device)).filter((row) => row.own).map(({ status }) => status);

/** Names of stored messages that are not sent, and kept files. */
export async function unsent(device: Device): Promise<string[]> {
  const keys = Object.keys(await device.storage()).filter((key) => key.includes('outbox.'));
  const files = await device.page.evaluate(() =>
    (globalThis.__host?.app() as unknown as PreviewedApp).core.platform.files.list(),
  );
  return [...keys, ...files];
}
