// A person's balances in one row to swipe through (deployed backend only; nothing without any).
import { component } from '../../compose/bind/component';
import type { AssetTile } from '../../format/asset-tile';

const none: AssetTile[] = [];

component({
  properties: {
    /** `AssetTile[]` */
    tiles: { type: Array, value: none },
  },
});
