// The code card's view, field by field, for the page's data.
import type { RedeemCard } from './redeem-card';
import type { RedeemView } from './redeem-view';

/** What the page binds: each field is set only when it changed, so a tick is three numbers. */
export function cardFields(card: RedeemCard): Record<string, () => string | number | boolean> {
  const names = Object.keys(card.view) as (keyof RedeemView)[];
  return Object.fromEntries(names.map((name) => [name, () => card.view[name]]));
}
