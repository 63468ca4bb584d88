// The conversation that a question may have begun, although its answer, which would have told, broke off.
import type { ApiChatMessage } from '../../../../../typings/xcx/assistant';
import { settled } from '../../../../api/settled';
import type { Settled } from '../../../../api/settled';
import { parseWireTime } from '../../../../format/time';
import type { AssistantApi } from '../../api/assistant';
import { History } from './history';

/** Clocks differ: a conversation counts as begun by a question from this much before it, ms. */
const SKEW_MS = 60_000;

export interface Begun {
  chat_id: string;
  items: readonly ApiChatMessage[];
}

/**
 * The newest conversation, if it began with these words.
 * @param asked_at epoch ms on the server's clock
 * @returns null where there is none
 */
export async function begunBy(
  api: Pick<AssistantApi, 'chats' | 'messages'>,
  words: string,
  asked_at: number,
): Promise<Settled<Begun | null>> {
  const chats = await settled(api.chats({ page: 1, pageSize: 1 }));
  if (!chats.ok) return chats;
  const [newest] = chats.value.items;
  const isSince = (parseWireTime(newest?.last_time) ?? 0) >= asked_at - SKEW_MS;
  if (newest === undefined || !isSince) return { ok: true, value: null };
  const items = await settled(new History(api).latest(newest.id));
  if (!items.ok) return items;
  const isIt = items.value[0]?.content.trim() === words.trim();
  return { ok: true, value: isIt ? { chat_id: newest.id, items: items.value } : null };
}
