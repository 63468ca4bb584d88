// V4 §2.1: the six calls of the backpack.
import type {
  BackpackReply,
  Item,
  RedeemReply,
  RefreshQrReply,
  TimelineReply,
  UseReply,
} from '../../../typings/v4/backpack';
import type { Id } from '../../../typings/v4/common';
import type { CallOptions, Client } from '../client';
import type { V4Routes } from './routes';
import {
  backpackSchema,
  itemSchema,
  redeemSchema,
  refreshQrSchema,
  timelineSchema,
  useSchema,
} from './schema/backpack';

/**
 * Every method rejects with `ApiError`. Common refusals: 400 `BAD_REQUEST` (not an id), 404 `NOT_FOUND` or
 * `ITEM_NOT_FOUND`, 500 for another person's item (deployed). After a failed write re-read the item.
 */
export interface BackpackApi {
  /**
   * `GET /backpack/items`, deployed `GET /backpack`: available items only, no paging (no `pagination` in the reply),
   * with `assets`. `page` counts from 1. `status` and `item_type` narrow the documented list.
   */
  items(
    page: { page: number; page_size: number; status?: string; item_type?: string },
    options?: CallOptions,
  ): Promise<BackpackReply>;
  /** `GET /backpack/items/:item_id`. */
  item(item_id: Id, options?: CallOptions): Promise<Item>;
  /**
   * `POST …/redeem`: the text code comes this once. Refusals: 400 `REDEMPTION_NOT_ALLOWED` (locked, used or expired),
   * `REDEMPTION_INSUFFICIENT` (not the owner).
   */
  redeem(item_id: Id, options?: CallOptions): Promise<RedeemReply>;
  /**
   * `GET …/redeem/refresh-qr`, deployed `POST`: a new QR for the waiting order, good for 5 minutes.
   * Refusals: 404 no waiting order; 400 `ORDER_EXPIRED`, `ORDER_STATUS_INVALID`.
   */
  refreshQr(item_id: Id, options?: CallOptions): Promise<RefreshQrReply>;
  /** `POST …/use`. Refusal: 400 `SERVICE_ERROR` when its status forbids it. */
  use(item_id: Id, options?: CallOptions): Promise<UseReply>;
  /** `GET …/timeline`; the deployed backend answers 500, so it is asked once and the page lives without it. */
  timeline(item_id: Id, options?: CallOptions): Promise<TimelineReply>;
}

/** Binds the backpack calls to a client and a route table. */
export function createBackpackApi(client: Client, routes: V4Routes): BackpackApi {
  return {
    items: ({ page, page_size, status, item_type }, options) =>
      client.call({
        route: routes.items,
        query: { page, page_size, status, item_type },
        schema: backpackSchema,
        options,
      }),
    item: (item_id, options) =>
      client.call({ route: routes.item, params: { item_id }, schema: itemSchema, options }),
    redeem: (item_id, options) =>
      client.call({ route: routes.redeem, params: { item_id }, body: {}, schema: redeemSchema, options }),
    refreshQr: (item_id, options) =>
      client.call({
        route: routes.refresh_qr,
        params: { item_id },
        ...(routes.refresh_qr.method === 'POST' ? { body: {} } : {}),
        schema: refreshQrSchema,
        options,
      }),
    use: (item_id, options) =>
      client.call({ route: routes.use, params: { item_id }, body: {}, schema: useSchema, options }),
    timeline: (item_id, options) =>
      client.call({
        route: routes.timeline,
        params: { item_id },
        schema: timelineSchema,
        attempts: 1,
        options,
      }),
  };
}
