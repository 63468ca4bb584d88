// The list of conversations in flat values.
import type { Failure } from '../../../../api/errors';
import { failureIn, IDLE } from '../../../../stores/list/progress';
import { listFields, listingOf } from '../../../../stores/list/words';
import type { LinkTrouble, Listing } from '../../../../stores/list/words';
import { chatRow } from '../../format/chat-row';
import type { ChatRow } from '../../format/chat-row';
import type { Subjects } from '../about';
import type { Chats } from './chats';

export const chatsFailureOf = (chats: Chats | null): Failure | null =>
  failureIn(chats?.pages.refreshing ?? IDLE) ?? failureIn(chats?.pages.adding ?? IDLE);

function stateOf(chats: Chats | null): string {
  if (chats === null) return 'signed_out';
  return chats.pages.state === 'ready' && chats.all.length === 0 ? 'empty' : chats.pages.state;
}

/** @param chats null while nobody is signed in */
export function chatsFields(
  chats: () => Chats | null,
  link: () => LinkTrouble,
): Record<string, () => string | boolean> {
  const isSearched = (): boolean => (chats()?.query.trim() ?? '') !== '';
  const listing = (): Listing | null => {
    const present = chats();
    if (present === null) return null;
    const rows = { count: present.all.length, shown: present.found.length, searched: isSearched() };
    return listingOf(present.pages, rows);
  };
  const words = listFields(listing, '个对话', link);
  return {
    ...words,
    footer_text: () => {
      const text = words.footer_text();
      const isWhole = chats()?.pages.has_more === false && !isSearched();
      return isWhole && (chats()?.all.length ?? 0) > 0 ? '没有更早的对话了' : text;
    },
    no_match: () => isSearched() && chats()?.found.length === 0 && chats()?.pages.state === 'ready',
    query: () => chats()?.query ?? '',
    state: () => stateOf(chats()),
  };
}

/** @param now epoch ms on the server's clock */
export function chatRowsOf(chats: Chats | null, subjects: Subjects | null, now: number): ChatRow[] {
  return (chats?.found ?? []).map((item) => chatRow(item, subjects?.of(item.id)?.context_type ?? null, now));
}
