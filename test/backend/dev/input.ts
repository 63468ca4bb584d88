// Reads what the dev panel's routes are sent. Throws 400 for what makes no sense.
import { field, numberField, parseId, textField } from '../http/input';
import type { EndReason } from '../v4/auth/session';
import type { Shown } from '../v4/counter/redeem';
import { badRequest } from '../v4/errors';
import type { Gift } from './controls';

const REASONS: readonly EndReason[] = ['same_device', 'other_device', 'kicked', 'logout'];
const DAY_MS = 24 * 60 * 60 * 1000;

export function userIdIn(body: unknown): number {
  const userId = numberField(body, 'user_id');
  if (userId === undefined || !Number.isInteger(userId)) throw badRequest('user_id is needed');
  return userId;
}

export function itemIdIn(params: unknown): bigint {
  const itemId = parseId(textField(params, 'id'));
  if (itemId === undefined) throw badRequest('the item id is a number');
  return itemId;
}

/** A switch is on unless it is told off. */
export const onIn = (body: unknown): boolean => field(body, 'on') !== false;

/** A BIGINT in a body, as text or as a small number. */
export function bigIdIn(body: unknown, name: string): bigint {
  const id = parseId(textField(body, name));
  if (id === undefined) throw badRequest(`${name} is a number`);
  return id;
}

export function reasonIn(body: unknown): EndReason {
  const reason = textField(body, 'reason') ?? 'other_device';
  const known = REASONS.find((one) => one === reason);
  if (known === undefined) throw badRequest(`reason is one of ${REASONS.join(', ')}`);
  return known;
}

export function shownOrItem(body: unknown): Shown & { item_id?: bigint | undefined } {
  const [qr_content, code] = [textField(body, 'qr_content'), textField(body, 'code')];
  return { qr_content, code, item_id: parseId(textField(body, 'item_id')) };
}

/** `{user_id, item_name?, item_type?, rarity_code?, item_id?, item_description?, image?, expires_in_days?}` */
export function giftIn(body: unknown, now: number): Gift {
  const itemId = parseId(textField(body, 'item_id'));
  const days = numberField(body, 'expires_in_days');
  const gift: Gift = { owner_user_id: userIdIn(body) };
  if (itemId !== undefined) gift.item_id = itemId;
  if (days !== undefined) gift.expires_at = Math.round(now + days * DAY_MS);
  for (const name of ['item_name', 'item_type', 'rarity_code', 'item_description', 'image'] as const) {
    const value = textField(body, name);
    if (value !== undefined) gift[name] = value;
  }
  return gift;
}
