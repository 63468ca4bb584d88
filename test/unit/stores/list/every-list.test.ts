// H2: one answer for every list. A refresh resolves when a reading that began after it has ended, with the new rows; reading on
// meanwhile is not dropped.
import { BackpackStore } from '../../../../miniprogram/stores/backpack/backpack';
import { Sessions } from '../../../../miniprogram/packages/member/stores/chat/sessions';
import { Tickets } from '../../../../miniprogram/packages/member/stores/chat/tickets';
import type { PagedList } from '../../../../miniprogram/stores/list/paged-list';
import { createDevices } from '../../../../miniprogram/stores/person/devices';
import { createFakeService } from '../../../support/fake-service';
import { createFakeTime, settle } from '../../../support/fake-time';
import { item } from '../backpack/kit';

/** Answers a page with the ids of its rows, when the test says so. */
type Ask = (page: number) => Promise<readonly number[]>;
type AnyList = Pick<PagedList<unknown, { next_page: number | null }>, 'refresh' | 'reload' | 'loadMore'>;

interface Made {
  pages: AnyList;
  ids(): (string | undefined)[];
  /** Its backend gives everything at once. */
  is_whole?: boolean;
}

const area = { read: () => undefined, write: () => true };
/** The backend says that there is always one page more. */
const paging = (page: number) => ({ page, total: 1_000, total_pages: 50 });

const LISTS: Record<string, (ask: Ask) => Made> = {
  tickets(ask) {
    const tickets = new Tickets({
      issues: async ({ page }) => {
        const rows = (await ask(page)).map((id) => ({
          issue_id: String(id),
          issue_type: 'item',
          status: 'open',
        }));
        return { rows, count: 1_000, page };
      },
    });
    return { pages: tickets.pages, ids: () => (tickets.list ?? []).map(({ issue_id }) => issue_id) };
  },
  sessions(ask) {
    const sessions = new Sessions({
      ...{ area, timers: createFakeTime(), onClosed: () => undefined },
      api: {
        createSession: () => Promise.reject(new Error('not here')),
        sessions: async ({ page }) => ({
          sessions: (await ask(page)).map((id) => ({
            customer_service_session_id: String(id),
            status: 'closed' as const,
          })),
          pagination: paging(page),
        }),
      },
    });
    return {
      pages: sessions.pages,
      ids: () => (sessions.list ?? []).map((session) => session.customer_service_session_id),
    };
  },
  backpack(ask) {
    const { service } = createFakeService({ now: () => 0 });
    const store = new BackpackStore({
      ...{ clock: service.clock, timers: createFakeTime(), onLeave: () => undefined },
      area: {
        ...{ owner: 'app', read: () => undefined, readStored: () => undefined, write: () => true },
        ...{ remove: () => true, names: () => [] },
      },
      api: {
        backpack: {
          item: () => Promise.reject(new Error('not asked in this test')),
          // The lists of one status alone hold nothing here.
          items: async ({ page, status }) =>
            status === undefined
              ? { items: (await ask(page)).map((id) => item(id)), pagination: paging(page) }
              : { items: [], pagination: { page: 1, total: 0, total_pages: 1 } },
        },
      },
    });
    return { pages: store.pages, ids: () => store.items.map(({ item_id }) => item_id) };
  },
  devices(ask) {
    const devices = createDevices({
      loginSessions: async () => ({
        list: (await ask(1)).map((id) => ({
          ...{ authentication_session_id: String(id), device_id: null, is_current: false },
        })),
      }),
    });
    return {
      pages: devices,
      ids: () => (devices.loaded?.list ?? []).map((one) => one.authentication_session_id),
      is_whole: true,
    };
  },
};

/** A server whose rows change with each reading, and which answers one question at a time. */
function server() {
  const asked: number[] = [];
  const waiting: ((ids: readonly number[]) => void)[] = [];
  const ask: Ask = (page) => {
    asked.push(page);
    return new Promise((resolve) => waiting.push(resolve));
  };
  return {
    ask,
    asked,
    async answer(...ids: number[]) {
      await settle();
      waiting.shift()?.(ids);
      await settle();
    },
  };
}

/** Whether it has resolved. */
function watched(promise: Promise<void>): { done: boolean } {
  const seen = { done: false };
  void promise.then(() => (seen.done = true));
  return seen;
}

/** The list with its first page read, if it reads by itself or not. */
async function opened(make: (ask: Ask) => Made) {
  const { ask, asked, answer } = server();
  const list = make(ask);
  if (asked.length === 0) void list.pages.refresh();
  await answer(9, 8);
  asked.length = 0;
  return { ...list, asked, answer };
}

describe.each(Object.entries(LISTS))('H2 the list of %s', (_name, make) => {
  it('refreshed while it is read: resolves after a reading of its own, with the new rows', async () => {
    const { pages, ids, asked, answer } = await opened(make);
    const first = watched(pages.refresh());
    const second = watched(pages.refresh());
    const third = watched(pages.refresh());
    await answer(9, 8);
    expect([first.done, second.done, third.done, asked]).toEqual([true, false, false, [1, 1]]);
    await answer(10, 9, 8);
    expect([second.done, third.done, asked]).toEqual([true, true, [1, 1]]);
    expect(ids()).toEqual(['10', '9', '8']);
  });

  it('read on while it is refreshed: done after it, and once', async () => {
    const { pages, ids, asked, answer, is_whole = false } = await opened(make);
    const refreshed = watched(pages.refresh());
    const more = watched(pages.loadMore());
    const again = watched(pages.loadMore());
    await answer(9, 8);
    expect([refreshed.done, more.done]).toEqual([true, is_whole]);
    if (is_whole) return;
    await answer(7, 6);
    expect([more.done, again.done, asked]).toEqual([true, true, [1, 2]]);
    expect(ids()).toEqual(['9', '8', '7', '6']);
  });

  it('refreshed while it is read on: resolves after a reading of its own', async () => {
    const { pages, asked, answer, is_whole = false } = await opened(make);
    if (is_whole) {
      await pages.loadMore();
      return expect(asked).toEqual([]);
    }
    const more = watched(pages.loadMore());
    const pulled = watched(pages.reload());
    await answer(7, 6);
    expect([more.done, pulled.done, asked]).toEqual([true, false, [2, 1]]);
    await answer(9, 8);
    expect(pulled.done).toBe(true);
  });
});
