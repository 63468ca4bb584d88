// The demo customer's backpack: every type, status and rarity, and the odd cases a client must survive.
import { COLLECTIBLES } from './collectibles';
import type { Line } from './line';
import { PRODUCTS } from './products';
import { SERVICES } from './services';
import { VOUCHERS } from './vouchers';

export const CATALOGUE: readonly Line[] = [...VOUCHERS, ...PRODUCTS, ...COLLECTIBLES, ...SERVICES];

/** What another customer may have too: simply there, with an ordinary id. */
export const PLAIN_LINES: readonly Line[] = CATALOGUE.filter(
  (line) => line.status === undefined && line.id === undefined,
);
