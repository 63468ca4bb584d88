// Decoders of the V4 backpack replies.
import type {
  Asset,
  BackpackReply,
  BackpackStatsReply,
  Item,
  ItemAction,
  ItemStatus,
  ItemType,
  RarityCode,
  RedeemQr,
  RedeemReply,
  RedemptionOrder,
  RefreshQrReply,
  TimelineEvent,
  TimelineReply,
  UseReply,
} from '../../../../typings/v4/backpack';
import { goodRows } from '../../rows';
import type { Schema } from '../../schema';
import {
  either,
  flag,
  id,
  list,
  map,
  nullable,
  number,
  object,
  orElse,
  record,
  schemaFor,
  text,
} from '../../schema';
import { paginationSchema } from './common';

const item_type: Schema<ItemType> = text;
const status: Schema<ItemStatus> = text;
const rarity_code: Schema<RarityCode> = text;
const action: Schema<ItemAction> = text;
const order_status: Schema<RedemptionOrder['status']> = text;
const event: Schema<TimelineEvent['event']> = text;

export const itemSchema = schemaFor<Item>()(
  record(
    { item_id: id, item_name: text, item_type, status, tracking_code: text, rarity_code },
    {
      owner_user_id: id,
      item_description: nullable(text),
      item_value: nullable(number),
      source: nullable(text),
      source_ref_id: nullable(id),
      image_url: nullable(text),
      merchant_id: nullable(id),
      merchant_name: nullable(text),
      order_no: nullable(text),
      acquired_at: nullable(text),
      expires_at: nullable(text),
      has_redemption_code: flag,
      allowed_actions: list(action),
      is_owner: flag,
      instance_attributes: nullable(object),
      serial_number: nullable(number),
      edition_total: nullable(number),
      item_template_id: nullable(id),
      prize_definition_id: nullable(id),
      status_display: nullable(text),
      status_color: nullable(text),
      item_type_display: nullable(text),
      item_type_color: nullable(text),
      rarity_code_display: nullable(text),
      rarity_code_color: nullable(text),
    },
  ),
);

const asset = schemaFor<Asset>()(
  record(
    {
      asset_code: text,
      display_name: text,
      total_amount: number,
      frozen_amount: number,
      available_amount: number,
    },
    {
      icon_url: nullable(text),
      category: nullable(text),
      rarity: nullable(text),
      is_tradable: flag,
      rarity_display: nullable(text),
      rarity_color: nullable(text),
    },
  ),
);

export const backpackSchema = schemaFor<BackpackReply>()(
  record({ items: goodRows(itemSchema) }, { assets: goodRows(asset), pagination: paginationSchema }),
);

export const backpackStatsSchema = schemaFor<BackpackStatsReply>()(
  record(
    { total_assets: number, total_items: number, items_by_type: map(number) },
    { unviewed_items: number, total_asset_value: number },
  ),
);

const redemptionOrder = schemaFor<RedemptionOrder>()(
  record({ redemption_order_id: text, status: order_status, expires_at: text }, {}),
);

const redeemQr = schemaFor<RedeemQr>()(record({ qr_content: text, expires_at: text }, {}));

export const redeemSchema = schemaFor<RedeemReply>()(
  // The code comes only once: a broken QR must not lose it, a new QR can be asked for.
  record({ order: redemptionOrder, code: text, qr: orElse(nullable(redeemQr), null) }, {}),
);

export const refreshQrSchema = schemaFor<RefreshQrReply>()(
  record({ redemption_order_id: text, qr: redeemQr }, {}),
);

export const useSchema = schemaFor<UseReply>()(
  record({ item_id: id, status }, { is_duplicate: flag, instructions: nullable(text) }),
);

const timelineEvent = schemaFor<TimelineEvent>()(
  record(
    { time: nullable(text), event },
    { business_type: nullable(text), detail: nullable(either(text, object)) },
  ),
);

export const timelineSchema = schemaFor<TimelineReply>()(
  record({ tracking_code: text, item_name: text, item_type, status, timeline: goodRows(timelineEvent) }, {}),
);
