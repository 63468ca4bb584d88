// The conversations with the assistant (CHAT-1), newest first, and what is searched for among them. Observable (MobX).
import { makeAutoObservable } from 'mobx-miniprogram';
import type { ApiChatHistoryItem } from '../../../../../typings/xcx/assistant';
import type { ApiPaginated } from '../../../../../typings/xcx/common';
import { nextOfPage } from '../../../../api/paging';
import { PagedList } from '../../../../stores/list/paged-list';
import type { Pages } from '../../../../stores/list/paged-list';
import type { AssistantApi } from '../../api/assistant';

interface LoadedChats extends Pages {
  list: readonly ApiChatHistoryItem[];
}

const PAGE_SIZE = 20;

function withPage(
  before: readonly ApiChatHistoryItem[],
  reply: ApiPaginated<ApiChatHistoryItem>,
  page: number,
): LoadedChats {
  const known = new Set(before.map(({ id }) => id));
  return {
    list: [...before, ...reply.items.filter(({ id }) => !known.has(id))],
    next_page: nextOfPage(reply, page, PAGE_SIZE),
  };
}

export class Chats {
  readonly pages: PagedList<ApiPaginated<ApiChatHistoryItem>, LoadedChats>;
  /** What is searched for; empty for nothing. */
  query = '';

  constructor(api: Pick<AssistantApi, 'chats'>) {
    this.pages = new PagedList({
      ask: (page) => api.chats({ page, pageSize: PAGE_SIZE }),
      // The order changes with each answer: what was read on is read again.
      first: (_old, reply) => withPage([], reply, 1),
      further: (old, reply, page) => withPage(old.list, reply, page),
    });
    makeAutoObservable<this>(this, { pages: false }, { autoBind: true });
  }

  search(query: string): void {
    this.query = query;
  }

  get all(): readonly ApiChatHistoryItem[] {
    return this.pages.loaded?.list ?? [];
  }

  /** Those in whose title, customer or last words the query is found; all where there is none. */
  get found(): readonly ApiChatHistoryItem[] {
    const wanted = this.query.trim().toLowerCase();
    return this.all.filter(({ title = '', customer_name, last_message }) =>
      `${title}\n${customer_name}\n${last_message}`.toLowerCase().includes(wanted),
    );
  }

  find(chat_id: string): ApiChatHistoryItem | undefined {
    return this.all.find(({ id }) => id === chat_id);
  }
}
