// Items and assets as the wire shows them. The documented profile shows every field; the deployed one what was recorded.
import type { Context } from '../../context';
import { utcIso } from '../../clock';
import { int, maybeText, text } from '../../db/store';
import { readBack } from '../ids';
import type { Item } from './items';
import { actionsOf, rarityDisplay, statusDisplay, statusWord, typeDisplay } from './words';

export interface Viewer {
  user_id: number;
  /** Where this backend is reached, for picture addresses. */
  origin: string;
}

const picture = (viewer: Viewer, name: string | null) =>
  name === null ? null : `${viewer.origin}/static/items/${name}.png`;

function identity(ctx: Context, item: Item) {
  const { tracking_code, item_type, item_name } = item;
  return {
    item_id: readBack(item.item_id),
    tracking_code,
    item_type,
    item_name,
    status: statusWord(ctx.profile, item.status),
  };
}

function displays(item: Item) {
  const [status, type, rarity] = [
    statusDisplay(item.status),
    typeDisplay(item.item_type),
    rarityDisplay(item.rarity_code),
  ];
  return {
    status_display: status.display,
    status_color: status.color,
    item_type_display: type.display,
    item_type_color: type.color,
    rarity_code_display: rarity.display,
    rarity_code_color: rarity.color,
  };
}

function shared(item: Item) {
  return {
    rarity_code: item.rarity_code,
    item_description: item.item_description,
    item_value: item.item_value,
    source: item.source,
    has_redemption_code: item.has_redemption_code,
    order_no: null,
    acquired_at: utcIso(item.acquired_at),
    ...(item.expires_at === null ? {} : { expires_at: utcIso(item.expires_at) }),
    prize_definition_id: null,
    allowed_actions: actionsOf(item),
    ...displays(item),
  };
}

function listOnly(item: Item, viewer: Viewer) {
  const attributes: unknown = item.instance_attributes === null ? null : JSON.parse(item.instance_attributes);
  return {
    image_url: picture(viewer, item.image),
    merchant_id: item.merchant_id,
    merchant_name: item.merchant_name,
    instance_attributes: attributes,
    serial_number: item.serial_number,
    edition_total: item.edition_total,
    item_template_id: null,
  };
}

const detailOnly = (item: Item, viewer: Viewer) => ({
  source_ref_id: item.source_ref_id,
  is_owner: item.owner_user_id === viewer.user_id,
});

const owner = (item: Item) => ({ owner_user_id: String(item.owner_user_id) });

/** A row of the list. */
export function itemRow(ctx: Context, item: Item, viewer: Viewer) {
  const row = { ...identity(ctx, item), ...listOnly(item, viewer), ...shared(item) };
  return ctx.profile === 'deployed' ? row : { ...row, ...owner(item) };
}

/** One item. As deployed it has no picture and no merchant. */
export function itemDetail(ctx: Context, item: Item, viewer: Viewer) {
  const detail = { ...identity(ctx, item), ...shared(item), ...detailOnly(item, viewer) };
  return ctx.profile === 'deployed' ? detail : { ...detail, ...listOnly(item, viewer), ...owner(item) };
}

/** A person's assets. */
export function assetsOf(ctx: Context, viewer: Viewer) {
  return ctx.store.all('SELECT * FROM assets WHERE user_id = ? ORDER BY rowid', viewer.user_id).map((row) => {
    const [total_amount, frozen_amount, rarity] = [
      int(row, 'total_amount'),
      int(row, 'frozen_amount'),
      text(row, 'rarity'),
    ];
    return {
      asset_code: text(row, 'asset_code'),
      display_name: text(row, 'display_name'),
      icon_url: picture(viewer, maybeText(row, 'icon')),
      total_amount,
      frozen_amount,
      available_amount: total_amount - frozen_amount,
      category: text(row, 'category'),
      rarity,
      is_tradable: int(row, 'is_tradable') === 1,
      rarity_display: rarityDisplay(rarity).display,
      rarity_color: rarityDisplay(rarity).color,
    };
  });
}
