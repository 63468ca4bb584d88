// A balance as the strip above the items shows it.
import type { Asset } from '../../typings/v4/backpack';
import { groupedAmount } from './amount';
import { nameText } from './unicode';

export interface AssetTile {
  asset_code: string;
  display_name: string;
  icon_url: string;
  available_text: string;
  /** Empty when nothing is held back. */
  frozen_text: string;
}

/** What can be spent stands large; what is held back is named beside it. */
export function assetTile(asset: Asset): AssetTile {
  return {
    asset_code: asset.asset_code,
    display_name: nameText(asset.display_name, '未命名资产'),
    icon_url: asset.icon_url ?? '',
    available_text: groupedAmount(asset.available_amount),
    frozen_text: asset.frozen_amount > 0 ? `冻结 ${groupedAmount(asset.frozen_amount)}` : '',
  };
}
