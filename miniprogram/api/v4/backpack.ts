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
import type { CallOptions } from '../client';

export interface BackpackApi {
  items(page: { page: number; page_size: number }, options?: CallOptions): Promise<BackpackReply>;
  item(item_id: Id, options?: CallOptions): Promise<Item>;
  redeem(item_id: Id, options?: CallOptions): Promise<RedeemReply>;
  refreshQr(item_id: Id, options?: CallOptions): Promise<RefreshQrReply>;
  use(item_id: Id, options?: CallOptions): Promise<UseReply>;
  timeline(item_id: Id, options?: CallOptions): Promise<TimelineReply>;
}
