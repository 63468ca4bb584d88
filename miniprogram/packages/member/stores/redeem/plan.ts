// What a code card asks of the server and when: one QR request at a time, reads of the item beside it, nothing while
// hidden or offline.
import { equalJitter } from '../../../../platform/backoff';
import type { Moment, RedeemState } from './state';
import { isVisible, mayAsk, NEVER } from './state';

/** How often the item is read again while its code is shown. */
export const POLL_MS = 3_000;
/** A QR is renewed this long before it ends, or a quarter of its life when that is less. */
const RENEW_LEAD_MS = 20_000;
/** Spreads renewals of many phones. */
const RENEW_JITTER_MS = 5_000;
/** However short a QR lives, the server is not asked more often. */
const RENEW_GAP_MS = 2_000;
/** How long a QR lives (V4 §2.1): one that seems to live longer was told by a wrong clock. */
export const QR_LIFE_MS = 300_000;
/** For a QR whose end cannot be read. */
export const UNKNOWN_LIFE_MS = 60_000;
const RETRY = { base_ms: 2_000, cap_ms: 30_000 };

export type Ask = 'redeem' | 'renew' | 'read';

/** What is due at `now`. */
export function due(state: RedeemState, now: number): Ask[] {
  if (!isVisible(state) || !state.online) return [];
  const asks: Ask[] = [];
  if (state.asking === null && state.wanted && mayAsk(state)) asks.push('redeem');
  else if (state.asking === null && state.stage.state === 'live' && now >= state.renew_at) asks.push('renew');
  const writing = state.asking === 'redeem' || asks.includes('redeem');
  if (!state.reading && !writing && now >= state.read_at) asks.push('read');
  return asks;
}

/** The state once `asks` have left. */
export function started(state: RedeemState, asks: Ask[]): RedeemState {
  if (asks.length === 0) return state;
  const next = { ...state };
  for (const ask of asks) {
    if (ask === 'read') Object.assign(next, { reading: true, read_is_stale: false, read_at: NEVER });
    else Object.assign(next, { asking: ask, wanted: false, renew_at: NEVER });
  }
  return next;
}

/** When to look again, at the latest at the next second of the ring; `NEVER` when nothing can change by itself. */
export function wakeAt(state: RedeemState, { now, server, is_sure }: Moment): number {
  if (!isVisible(state)) return NEVER;
  const live = state.stage.state === 'live';
  const times: number[] = [];
  if (state.online && !state.reading && state.asking !== 'redeem') times.push(state.read_at);
  if (state.online && live && state.asking === null) times.push(state.renew_at);
  const { order } = state;
  if (live && is_sure && order?.expires_at && !order.is_doubted) times.push(now + order.expires_at - server);
  if (live && state.qr && state.qr.expires_at > now) {
    times.push(now + ((state.qr.expires_at - now) % 1_000 || 1_000));
  }
  return Math.min(NEVER, ...times);
}

/**
 * When to renew a QR that came at `now` and ends at `expires_at`.
 * @param random 0-1
 */
export function renewalTime(expires_at: number, now: number, random: number): number {
  const life = expires_at - now;
  const lead = Math.min(RENEW_LEAD_MS, life / 4);
  const jitter = Math.min(RENEW_JITTER_MS, life / 10) * random;
  return Math.max(now + RENEW_GAP_MS, expires_at - lead - jitter);
}

/** How long to wait after so many failures in a row: doubling, at most 30 s, half of it by chance. */
export const backoff = (failures: number, random: number): number => equalJitter(RETRY, failures, random);
