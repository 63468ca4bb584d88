// What of a backpack a person looks at: a pane, narrowed by type, or what they search for. Pure.
import type { Item } from '../../../typings/v4/backpack';
import { isSoon } from '../../format/deadline';
import { isHeld, isOver } from '../../format/item-words';
import { parseWireTime } from '../../format/time';
import { folded, ungrouped } from '../../format/typed';

/** 可使用, 待使用, 已失效. A status that nobody knows is not over: it stands with what can be used. */
export type Pane = 'available' | 'waiting' | 'over';

export interface View {
  pane: Pane;
  /** One of `TYPES`; empty for all. */
  type: string;
  order: 'expiry' | 'newest';
  /** Only what ends within seven days. */
  soon: boolean;
  /** Searched for among everything, whatever its pane and type; empty while nothing is. */
  query: string;
}

export const FIRST_VIEW: View = { pane: 'available', type: '', order: 'expiry', soon: false, query: '' };

/** What there is to choose from, whatever is loaded. */
export const TYPES = ['', 'voucher', 'product', 'collectible', 'other'] as const;
const isKnownType = (type: string): boolean =>
  type === 'voucher' || type === 'product' || type === 'collectible';

/** One list of the server's: its filters (V4 §2.1). */
export interface Question {
  status: string;
  item_type?: string;
}

const STATUSES: Record<Pane, readonly string[]> = {
  available: ['available'],
  waiting: ['locked'],
  over: ['used', 'expired', 'destroyed'],
};

export function paneOf(status: Item['status']): Pane {
  return isHeld(status) ? 'waiting' : isOver(status) ? 'over' : 'available';
}

/** What to ask the server for, to know all that a pane holds. A type without a word of its own cannot be asked for. */
export function questionsOf({ pane, type }: Pick<View, 'pane' | 'type'>): Question[] {
  return STATUSES[pane].map((status) => (isKnownType(type) ? { status, item_type: type } : { status }));
}

const fitsType = ({ item_type }: Item, type: string): boolean =>
  type === '' || (type === 'other' ? !isKnownType(item_type) : item_type === type);

const holds = (text: string | null | undefined, query: string): boolean =>
  typeof text === 'string' && folded(text).includes(query);

/** In name, merchant and tracking code, in any case and width of letters; a code in any grouping. */
function finds(items: readonly Item[], typed: string): readonly Item[] {
  const query = folded(typed);
  const code = ungrouped(typed);
  return items.filter(
    (item) =>
      holds(item.item_name, query) ||
      holds(item.merchant_name, query) ||
      holds(item.tracking_code, query) ||
      (code !== '' && ungrouped(item.tracking_code).includes(code)),
  );
}

/** Sorts stably by a number; items without one stand last, as they came. */
function by(items: readonly Item[], of: (item: Item) => number | null): readonly Item[] {
  return items
    .map((item) => ({ item, rank: of(item) ?? Number.POSITIVE_INFINITY }))
    .sort((one, other) => (one.rank === other.rank ? 0 : one.rank - other.rank))
    .map(({ item }) => item);
}

const endOf = ({ expires_at }: Item): number | null => parseWireTime(expires_at);

/** Newest first. Whoever does not say when an item came lists the newest first. */
function byAge(items: readonly Item[]): readonly Item[] {
  return by(items, ({ acquired_at }) => {
    const at = parseWireTime(acquired_at);
    return at === null ? null : -at;
  });
}

const inPane = (items: readonly Item[], { pane, type }: View): readonly Item[] =>
  items.filter((item) => paneOf(item.status) === pane && fitsType(item, type));

/** What of a pane ends within seven days. @param now epoch ms on the server's clock */
export const endingSoon = (items: readonly Item[], view: View, now: number): readonly Item[] =>
  inPane(items, view).filter((item) => isSoon(endOf(item), now));

/** What the view shows, in its order. What is over keeps the server's: it grows at its end. */
export function itemsIn(items: readonly Item[], view: View, now: number): readonly Item[] {
  if (view.query.trim() !== '') return finds(items, view.query);
  const shown = view.soon ? endingSoon(items, view, now) : inPane(items, view);
  if (view.pane === 'over') return shown;
  return view.order === 'newest' ? byAge(shown) : by(shown, endOf);
}
