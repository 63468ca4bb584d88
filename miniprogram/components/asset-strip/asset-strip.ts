// A person's balances in one row to swipe through (deployed backend only; nothing without any).
import type { AssetTile } from '../../format/asset-tile';

const none: AssetTile[] = [];

Component({
  properties: {
    /** `AssetTile[]` */
    tiles: { type: Array, value: none },
  },
});
