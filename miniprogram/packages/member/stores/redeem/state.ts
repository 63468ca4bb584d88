// What is known about one item's redemption while its code card is open, and what can happen to it (V4 §2.1).
// Times are ms by a clock that never goes back, apart from an order's end, which is on the server's clock; `NEVER` is a
// due time that does not come.
import type { RedeemReply, RefreshQrReply } from '../../../../../typings/v4/backpack';
import type { Item } from '../../../../../typings/v4/backpack';
import type { Failure } from '../../../../api/errors';
import type { KeptCode } from '../../../../stores/backpack/codes';

export const NEVER = Number.POSITIVE_INFINITY;

/** When something happens. */
export interface Moment {
  /** ms by a clock that never goes back; counts whatever the card waits for. */
  now: number;
  /** Epoch ms on the server's clock, as far as it is known. */
  server: number;
  /** Whether `server` is known for certain; otherwise nothing is decided by it. */
  is_sure: boolean;
}

/** Why there is no code to show any more. */
export type Ending =
  | 'order_expired'
  | 'order_gone'
  | 'no_order'
  | 'item_expired'
  | 'item_gone'
  | 'not_redeemable';

export type Stage =
  /** The item is being read; also after a refused or unclear write. */
  | { state: 'opening' }
  /** No order yet: the person is asked. */
  | { state: 'ready' }
  /** `is_sure`: the server said so since the card was opened; before, the code is what this phone has kept. */
  | { state: 'live'; is_sure: boolean }
  /** `seen`: it happened before the person's eyes; `at`: when it was read so. */
  | { state: 'used'; seen: boolean; at: number }
  /** `again`: the item is free, a new code may be made. */
  | { state: 'ended'; ending: Ending; again: boolean }
  | { state: 'failed'; failure: Failure };

export interface Qr {
  content: string;
  expires_at: number;
  /** When it came, for the share of the ring. */
  since: number;
}

export interface Order {
  redemption_order_id: string;
  /** Epoch ms on the server's clock. Null when this phone did not make the order. */
  expires_at: number | null;
  /** It should be over, and the server is asked whether it is. */
  is_doubted: boolean;
}

export interface RedeemState {
  stage: Stage;
  item: Item | null;
  page_shown: boolean;
  app_shown: boolean;
  online: boolean;
  order: Order | null;
  /** The text code; null when this phone never had it. */
  code: string | null;
  /** The phone had no room to keep the code. */
  is_unsaved: boolean;
  qr: Qr | null;
  /** The person asked for a code and the request has not left yet. */
  wanted: boolean;
  /** The one QR request in flight. */
  asking: 'redeem' | 'renew' | null;
  renew_at: number;
  renew_failures: number;
  reading: boolean;
  /** The reply to the read in flight is already out of date and is to be ignored. */
  read_is_stale: boolean;
  read_at: number;
  read_failures: number;
  /** The server knows no order of a locked item: do not ask it again. */
  no_order: boolean;
  /** Of the last QR request. */
  problem: Failure | null;
  captured_at: number | null;
}

export type RedeemEvent =
  | { type: 'page'; shown: boolean }
  | { type: 'app'; shown: boolean }
  | { type: 'network'; online: boolean }
  | { type: 'tick' }
  /** The server's clock moved, or is doubtful now. */
  | { type: 'clock' }
  | { type: 'captured' }
  | { type: 'ask_code' }
  | { type: 'retry' }
  | { type: 'item_read'; item: Item; kept: KeptCode | null; is_saved: boolean }
  | { type: 'item_failed'; failure: Failure }
  | { type: 'redeemed'; reply: RedeemReply; is_saved: boolean }
  | { type: 'redeem_failed'; failure: Failure }
  | { type: 'renewed'; reply: RefreshQrReply }
  | { type: 'renew_failed'; failure: Failure };

/** What this phone knows of the item and its order before anything is asked. */
export interface Known {
  item: Item | null;
  kept: KeptCode | null;
  /** Whether the code is stored. */
  is_saved: boolean;
}

/** Where a code card starts: hidden, the item to be read at once. A code that this phone has is shown meanwhile. */
export function initialRedeemState(app_shown: boolean, online: boolean, known: Known): RedeemState {
  return {
    stage: known.kept === null ? { state: 'opening' } : { state: 'live', is_sure: false },
    item: known.item,
    page_shown: false,
    app_shown,
    online,
    ...fromKept(known.kept),
    is_unsaved: !known.is_saved,
    qr: null,
    wanted: false,
    asking: null,
    renew_at: NEVER,
    renew_failures: 0,
    reading: false,
    read_is_stale: false,
    read_at: 0,
    read_failures: 0,
    no_order: false,
    problem: null,
    captured_at: null,
  };
}

/** What a code that this phone has says of its order. */
export function fromKept(kept: KeptCode | null): Pick<RedeemState, 'order' | 'code'> {
  if (kept === null) return { order: null, code: null };
  const { redemption_order_id, expires_at, code } = kept;
  return { order: { redemption_order_id, expires_at, is_doubted: false }, code };
}

/** What is known of an order once it is over. */
export const WITHOUT_ORDER = {
  ...{ order: null, code: null, qr: null, is_unsaved: false },
  ...{ renew_at: NEVER, problem: null },
} as const;

/** Whether the order should be over by the server's time, if that is known for certain. */
export function isOrderDue({ order }: RedeemState, { server, is_sure }: Moment): boolean {
  return is_sure && order !== null && order.expires_at !== null && order.expires_at <= server;
}

/** The item is free: a code may be made. */
export function mayAsk({ stage }: RedeemState): boolean {
  return stage.state === 'ready' || (stage.state === 'ended' && stage.again);
}

/** The person can see the page. */
export function isVisible(state: RedeemState): boolean {
  return state.page_shown && state.app_shown;
}

/** Bright and awake: only while a code is before the person's eyes. */
export function wantsScreen(state: RedeemState): boolean {
  return isVisible(state) && state.stage.state === 'live';
}

/** The QR that may be shown at `now`, or null: hidden, none, or over. */
export function validQr(state: RedeemState, now: number): Qr | null {
  if (!isVisible(state) || state.stage.state !== 'live' || state.qr === null) return null;
  return now < state.qr.expires_at ? state.qr : null;
}
