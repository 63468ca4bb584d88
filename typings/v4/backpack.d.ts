// V4 §2.1: items in a person's backpack, their redemption and their history.
import type { Id, Open, Pagination, WireTime } from './common';

export type ItemType = Open<'voucher' | 'product' | 'collectible'>;
/** `held` is how the deployed backend says `locked`. */
export type ItemStatus = Open<'available' | 'locked' | 'held' | 'used' | 'expired' | 'destroyed'>;
export type RarityCode = Open<'common' | 'uncommon' | 'rare' | 'epic' | 'legendary'>;
export type ItemAction = Open<'use' | 'redeem'>;

/** One item, as the list and the detail carry it. Optional fields come from the deployed backend only. */
export interface Item {
  item_id: Id;
  item_name: string;
  item_type: ItemType;
  status: ItemStatus;
  /** Opaque, for people to read out (`TRK-V-20260222-a1b2c3`). */
  tracking_code: string;
  rarity_code: RarityCode;
  owner_user_id?: Id;
  item_description?: string | null;
  /** In points. */
  item_value?: number | null;
  source?: string | null;
  source_ref_id?: Id | null;
  image_url?: string | null;
  merchant_id?: Id | null;
  merchant_name?: string | null;
  order_no?: string | null;
  acquired_at?: WireTime | null;
  expires_at?: WireTime | null;
  has_redemption_code?: boolean;
  allowed_actions?: ItemAction[];
  is_owner?: boolean;
  instance_attributes?: Record<string, unknown> | null;
  serial_number?: number | null;
  edition_total?: number | null;
  item_template_id?: Id | null;
  prize_definition_id?: Id | null;
  status_display?: string | null;
  status_color?: string | null;
  item_type_display?: string | null;
  item_type_color?: string | null;
  rarity_code_display?: string | null;
  rarity_code_color?: string | null;
}

/** A balance shown above the items (deployed). */
export interface Asset {
  asset_code: string;
  display_name: string;
  icon_url?: string | null;
  total_amount: number;
  frozen_amount: number;
  available_amount: number;
  category?: string | null;
  rarity?: string | null;
  is_tradable?: boolean;
  rarity_display?: string | null;
  rarity_color?: string | null;
}

/** `GET /backpack/items` (documented) or `GET /backpack` (deployed: available items only, no paging). */
export interface BackpackReply {
  items: Item[];
  assets?: Asset[];
  pagination?: Pagination;
}

/** `GET /backpack/stats` (deployed). */
export interface BackpackStatsReply {
  total_assets: number;
  total_items: number;
  unviewed_items?: number;
  total_asset_value?: number;
  items_by_type: Record<string, number>;
}

/** A redemption that waits at the counter. */
export interface RedemptionOrder {
  /** A UUID, not a BIGINT. */
  redemption_order_id: string;
  status: Open<'pending' | 'fulfilled' | 'expired' | 'cancelled'>;
  /** 30 days for vouchers, else 7. */
  expires_at: WireTime;
}

/** What the QR says and until when it is good (5 minutes). */
export interface RedeemQr {
  qr_content: string;
  expires_at: WireTime;
}

/** `POST …/redeem`. The text code `XXXX-XXXX-XXXX` comes this once. */
export interface RedeemReply {
  order: RedemptionOrder;
  code: string;
  qr: RedeemQr | null;
}

/** `GET …/redeem/refresh-qr` (documented) or `POST` (deployed). */
export interface RefreshQrReply {
  redemption_order_id: string;
  qr: RedeemQr;
}

/** `POST …/use`. */
export interface UseReply {
  item_id: Id;
  status: ItemStatus;
  is_duplicate?: boolean;
  instructions?: string | null;
}

/** One event in an item's life, from its ledger. */
export interface TimelineEvent {
  time: WireTime | null;
  event: Open<'mint' | 'transfer' | 'use' | 'expire' | 'destroy' | 'hold' | 'release'>;
  business_type?: string | null;
  detail?: string | Record<string, unknown> | null;
}

/** `GET …/timeline` (the deployed backend answers 500 here). */
export interface TimelineReply {
  tracking_code: string;
  item_name: string;
  item_type: ItemType;
  status: ItemStatus;
  timeline: TimelineEvent[];
}
