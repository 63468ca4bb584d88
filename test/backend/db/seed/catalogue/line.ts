// One line of the demo catalogue.
import type { ItemStatus } from '../../../v4/backpack/items';

export interface Line {
  name: string;
  type: string;
  rarity: string;
  value: number;
  picture?: string;
  /** Which of the merchants, or none. */
  merchant?: 0 | 1 | 2;
  about?: string;
  /** Days until it expires; negative when that has passed. */
  expiresIn?: number;
  status?: ItemStatus;
  /** `trade` locks without a redemption order. */
  lockedBy?: 'redemption' | 'trade';
  usedBy?: 'counter' | 'owner';
  /** An id of its own instead of the next one. */
  id?: bigint;
}
