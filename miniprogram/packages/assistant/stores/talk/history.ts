// The stored messages of a conversation (CHAT-2), from its end on. The server numbers pages from the oldest.
import type { ApiChatMessage } from '../../../../../typings/xcx/assistant';
import type { ApiPaginated } from '../../../../../typings/xcx/common';
import { nextOfPage } from '../../../../api/paging';
import type { AssistantApi } from '../../api/assistant';

const PAGE_SIZE = 50;
/** Where a server tells no number of pages, so many are read to find the last one. */
const MOST_PAGES = 40;

type Page = ApiPaginated<ApiChatMessage>;

export class History {
  /** The oldest page that was read; pages before it are there to be read. */
  private oldest = 1;
  /** The newest one; 0 while there is but one. */
  private newest = 0;

  constructor(private readonly api: Pick<AssistantApi, 'messages'>) {}

  get has_older(): boolean {
    return this.oldest > 1;
  }

  /** What was said last: a page at least, two where the last one is short. Rejects with `ApiError`. */
  async latest(chat_id: string): Promise<readonly ApiChatMessage[]> {
    const first = await this.page(chat_id, 1);
    const { total } = first;
    if (typeof total === 'number') return this.fromEnd(chat_id, first, Math.ceil(total / sizeOf(first)));
    const items = [...first.items];
    let next = nextOfPage(first, 1, sizeOf(first));
    for (let read = 1; next !== null && read < MOST_PAGES; read += 1) {
      const page = await this.page(chat_id, next);
      items.push(...page.items);
      next = nextOfPage(page, next, sizeOf(page));
    }
    return items;
  }

  /** The page before; empty where there is none. Rejects with `ApiError`. */
  async older(chat_id: string): Promise<readonly ApiChatMessage[]> {
    if (!this.has_older) return [];
    const { items } = await this.page(chat_id, this.oldest - 1);
    this.oldest -= 1;
    return items;
  }

  private async fromEnd(chat_id: string, first: Page, last: number): Promise<readonly ApiChatMessage[]> {
    if (last <= 1) return first.items;
    const { items } = await this.page(chat_id, last);
    const before = last === 2 ? first : await this.page(chat_id, last - 1);
    // What was said since may have left pages between.
    if (this.newest < last - 1) this.oldest = last - 1;
    this.newest = last;
    return [...before.items, ...items];
  }

  private page(chat_id: string, page: number): Promise<Page> {
    return this.api.messages(chat_id, { page, pageSize: PAGE_SIZE });
  }
}

/** As the server applied it. */
const sizeOf = ({ pageSize }: Page): number =>
  typeof pageSize === 'number' && pageSize > 0 ? pageSize : PAGE_SIZE;
