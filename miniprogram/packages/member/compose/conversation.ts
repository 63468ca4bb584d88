// One conversation for its page: `Talk` is its only door.
import { useCore } from '../../../compose/bind/page';
import type { FlatValue } from '../../../compose/bind/page';
import { Talk } from '../stores/chat/talk';
import { talkFields as fieldsOf } from '../stores/chat/talk-view';
import { linkTrouble, useChat } from './chat';

/** Places for older pages, so that they come before the others without moving them. */
export const SPARE_CHUNKS = 16;

/** For the page that shows the conversation. */
export function createTalk(session_id: string): Talk {
  const { network, v4 } = useCore();
  return new Talk(session_id, { chat: useChat, network, clock: v4.clock });
}

/** What that page binds. */
export const talkFields = (talk: Talk): Record<string, () => FlatValue> => fieldsOf(talk, linkTrouble);
