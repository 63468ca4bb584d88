// The conversation that a question may have begun, although its answer, which would have told, broke off.
import type { ApiChatMessage } from '../../../../../typings/xcx/assistant';
import { CLOCKS_DIFFER_MS } from '../../../../api/server-clock';
import { settled } from '../../../../api/settled';
import type { Settled } from '../../../../api/settled';
import { parseWireTime } from '../../../../format/time';
import type { AssistantApi } from '../../api/assistant';
import type { Entry } from './entry';
import { History } from './history';

export interface Begun {
  chat_id: string;
  items: readonly ApiChatMessage[];
}

/** More conversations than that are not begun while one question is in doubt. */
const NEWEST = 10;

/** The newest conversation that began with a question, of those that something was said in since. @returns null where there is none */
export async function begunBy(
  api: Pick<AssistantApi, 'chats' | 'messages'>,
  question: Pick<Entry, 'content' | 'at'>,
): Promise<Settled<Begun | null>> {
  const chats = await settled(api.chats({ page: 1, pageSize: NEWEST }));
  if (!chats.ok) return chats;
  // The reply may have set the clock right.
  const since = (question.at ?? 0) - CLOCKS_DIFFER_MS;
  for (const { id, last_time } of chats.value.items) {
    if ((parseWireTime(last_time) ?? 0) < since) continue;
    const items = await settled(new History(api).latest(id));
    if (!items.ok) return items;
    if (items.value[0]?.content.trim() === question.content.trim())
      return { ok: true, value: { chat_id: id, items: items.value } };
  }
  return { ok: true, value: null };
}
