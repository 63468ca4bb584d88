// The backpack page in flat values: what it says above, below and instead of the list.
import { comparer } from 'mobx-miniprogram';
import type { Item } from '../../../typings/v4/backpack';
import type { ItemRow } from '../../format/item-row';
import { itemTypeText } from '../../format/item-words';
import { failureIn } from '../list/progress';
import { listFields } from '../list/words';
import type { Footer, Listing } from '../list/words';
import type { BackpackStore } from './backpack';
import { FIRST_VIEW, TYPES } from './view';

export function listing(store: BackpackStore): Listing {
  const { pages, items, rows, readings, adding } = store;
  const { refreshing } = pages;
  const { unreadable } = readings;
  return {
    refreshing,
    adding,
    unreadable,
    has_more: store.unread !== null,
    count: items.length,
    shown: rows.length,
  };
}

/** A list of so few rows needs no count. */
const FEW = 6;

/** The line below the list. */
export function backpackFooter(store: BackpackStore): Footer {
  const { adding, rows, items, unread, is_searching } = store;
  if (unread !== null && adding.state === 'failed') return { text: '加载失败，点此重试', action: true };
  if (unread !== null && !store.reads_on) return { text: '上滑或点此加载更多', action: true };
  if (unread !== null && is_searching) return { text: `正在查找…已看 ${items.length} 件`, action: false };
  if (unread !== null) return { text: '正在加载…', action: false };
  if (is_searching)
    return { text: rows.length > 0 ? `共 ${items.length} 件，找到 ${rows.length} 件` : '', action: false };
  return { text: rows.length > FEW ? `都在这里了，共 ${rows.length} 件` : '', action: false };
}

interface Nothing {
  title: string;
  text: string;
  /** Text of the button that shows everything of the pane; empty where it would change nothing. */
  action: string;
}
const SOMETHING: Nothing = { title: '', text: '', action: '' };

const panes = { available: '没有可使用的物品', waiting: '没有待使用的物品', over: '没有已失效的物品' };

/** Said in the list's place once it is known that there is nothing in it. */
export function nothingIn(store: BackpackStore): Nothing {
  const { view, items, readings } = store;
  if (store.state !== 'ready' || store.rows.length > 0 || store.unread !== null) return SOMETHING;
  if (items.length === 0) {
    const text = '在门店购买、抽奖或参加活动得到的物品会自动放到这里。';
    return readings.unreadable > 0 ? SOMETHING : { title: '还没有物品', text, action: '' };
  }
  if (store.is_searching) {
    return {
      title: `没有找到「${view.query.trim()}」`,
      text: `找过了全部 ${items.length} 件物品。`,
      action: '',
    };
  }
  // The deployed backend lists what can be used, and says nothing of pages.
  const is_told = readings.pages.loaded?.total !== null;
  const text = view.pane === 'over' && !is_told ? '门店暂时不提供用过和过期的记录。' : '';
  return { title: panes[view.pane], text, action: view.type === '' ? '' : '看全部类型' };
}

const otherNames: Record<(typeof TYPES)[number], string> = {
  '': '全部',
  voucher: '',
  product: '',
  collectible: '',
  other: '其他',
};

/** The types as the backend calls them, where an item of the type was met. */
export function typeOptions(items: readonly Item[]): { value: string; text: string }[] {
  return TYPES.map((value) => {
    const met = items.find(({ item_type }) => item_type === value);
    return { value, text: otherNames[value] || itemTypeText(met ?? { item_type: value }) };
  });
}

const typeText = (store: BackpackStore): string =>
  store.view.type === ''
    ? '类型'
    : (typeOptions(store.items).find(({ value }) => value === store.view.type)?.text ?? '');

/** About a screen of rows. */
const FIRST_ROWS = 8;

/**
 * The rows that the page would begin with if it were opened now, seen by then; nothing while it looks at something narrower,
 * is old, or has none.
 */
export function firstRows({ state, view, rows, pages }: BackpackStore): ItemRow[] | undefined {
  const is_first = comparer.structural(view, FIRST_VIEW) && failureIn(pages.refreshing) === null;
  if (state !== 'ready' || !is_first) return undefined;
  return rows.slice(0, FIRST_ROWS).map((row) => ({ ...row, is_new: false }));
}

/** What `pages/backpack` binds. @param backpack null while nobody is signed in */
export function backpackFields(backpack: () => BackpackStore | null): Record<string, () => string | boolean> {
  const of =
    <T>(read: (store: BackpackStore) => T, otherwise: T) =>
    (): T => {
      const store = backpack();
      return store === null ? otherwise : read(store);
    };
  const text = (read: (store: BackpackStore) => string) => of(read, '');
  const is = (read: (store: BackpackStore) => boolean) => of(read, false);
  return {
    ...listFields(of<Listing | null>(listing, null), '件'),
    footer_text: text((store) => backpackFooter(store).text),
    footer_action: is((store) => backpackFooter(store).action),
    state: of<string>((store) => store.state, 'signed_out'),
    nothing_title: text((store) => nothingIn(store).title),
    nothing_text: text((store) => nothingIn(store).text),
    nothing_action: text((store) => nothingIn(store).action),
    pane: text((store) => store.view.pane),
    waiting_text: text((store) => (store.waiting_count ? `${store.waiting_count}` : '')),
    type: text((store) => store.view.type),
    type_text: text(typeText),
    order: text((store) => store.view.order),
    query: text((store) => store.view.query),
    is_searching: is((store) => store.is_searching),
    soon: is((store) => store.view.soon),
    soon_text: text((store) => (store.soon_count > 0 && !store.is_searching ? `${store.soon_count}` : '')),
  };
}
