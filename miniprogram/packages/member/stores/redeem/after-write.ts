// What the answers to redeem and refresh-qr tell the code card. A redeem is never repeated blindly: after any failure
// the item is read, and a locked item is asked for its QR.
import type { RedeemQr, RedeemReply, RefreshQrReply } from '../../../../../typings/v4/backpack';
import { statusOf } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import { parseWireTime } from '../../../../format/time';
import { backoff, POLL_MS, QR_LIFE_MS, renewalTime, UNKNOWN_LIFE_MS } from './plan';
import type { Moment, Qr, RedeemState } from './state';
import { NEVER, WITHOUT_ORDER } from './state';

/** An order was made. */
export function afterRedeem(
  state: RedeemState,
  reply: RedeemReply,
  is_saved: boolean,
  moment: Moment,
  random: number,
): RedeemState {
  const { now } = moment;
  const { redemption_order_id } = reply.order;
  const expires_at = parseWireTime(reply.order.expires_at);
  const live: RedeemState = {
    ...state,
    stage: { state: 'live', is_sure: true },
    asking: null,
    order: { redemption_order_id, expires_at, is_doubted: false },
    code: reply.code,
    is_unsaved: !is_saved,
    no_order: false,
    read_at: now + POLL_MS,
    read_is_stale: state.reading,
  };
  return reply.qr === null ? { ...live, qr: null, renew_at: now } : withQr(live, reply.qr, moment, random);
}

/** No order, or an unknown outcome: the item tells which. */
export function afterRedeemFailure(state: RedeemState, failure: Failure, now: number): RedeemState {
  if (failure.kind === 'signed_out') return signedOut(state, failure);
  const read_is_stale = state.reading;
  return {
    ...state,
    asking: null,
    stage: { state: 'opening' },
    problem: failure,
    read_at: now,
    read_is_stale,
  };
}

/** A fresh QR of the order. */
export function afterRenewal(
  state: RedeemState,
  reply: RefreshQrReply,
  moment: Moment,
  random: number,
): RedeemState {
  const idle: RedeemState = { ...state, asking: null };
  if (state.stage.state !== 'live') return idle;
  const { redemption_order_id } = reply;
  const order = { redemption_order_id, expires_at: null, is_doubted: false };
  if (state.order?.redemption_order_id !== redemption_order_id) {
    Object.assign(idle, { order, code: null, is_unsaved: false });
  } else if (state.order.is_doubted) {
    // The server still gives codes for the order, so its end is later than was known.
    Object.assign(idle, { order });
  }
  return withQr(idle, reply.qr, moment, random);
}

export function afterRenewalFailure(
  state: RedeemState,
  failure: Failure,
  now: number,
  random: number,
): RedeemState {
  const idle: RedeemState = { ...state, asking: null };
  if (state.stage.state !== 'live') return idle;
  if (failure.kind === 'signed_out') return signedOut(state, failure);
  if (failure.kind === 'api' && failure.code === 'ORDER_EXPIRED') {
    const stage = { state: 'ended', ending: 'order_expired', again: false } as const;
    return { ...idle, ...WITHOUT_ORDER, stage, read_at: now, read_is_stale: state.reading };
  }
  if (statusOf(failure) === 404) {
    return {
      ...idle,
      ...WITHOUT_ORDER,
      stage: { state: 'opening' },
      no_order: true,
      read_at: now,
      read_is_stale: state.reading,
    };
  }
  const renew_failures = state.renew_failures + 1;
  const wait = failure.kind === 'api' || failure.kind === 'http' ? failure.wait_seconds : undefined;
  const renew_at = now + Math.max((wait ?? 0) * 1_000, backoff(renew_failures, random));
  const refused = statusOf(failure) === 400;
  return { ...idle, problem: failure, renew_failures, renew_at, ...(refused ? { read_at: now } : {}) };
}

function signedOut(state: RedeemState, failure: Failure): RedeemState {
  return { ...state, ...WITHOUT_ORDER, asking: null, stage: { state: 'failed', failure }, read_at: NEVER };
}

/**
 * How long a QR that has just come is good, ms; at most `QR_LIFE_MS`. `UNKNOWN_LIFE_MS` where its end cannot be read,
 * or the server's time is not known.
 */
function lifeOf(wire: RedeemQr, { server, is_sure }: Moment): number {
  const expires_at = parseWireTime(wire.expires_at);
  if (expires_at === null || !is_sure) return UNKNOWN_LIFE_MS;
  return Math.min(QR_LIFE_MS, expires_at - server);
}

/** A QR that is over on arrival counts as a failure, so that a wrong clock never makes a storm. */
function withQr(state: RedeemState, wire: RedeemQr, moment: Moment, random: number): RedeemState {
  const { now } = moment;
  const life_ms = lifeOf(wire, moment);
  if (life_ms <= 0) {
    const renew_failures = state.renew_failures + 1;
    return { ...state, qr: null, renew_failures, renew_at: now + backoff(renew_failures, random) };
  }
  const expires_at = now + life_ms;
  const qr: Qr = { content: wire.qr_content, expires_at, since: now };
  return { ...state, qr, problem: null, renew_failures: 0, renew_at: renewalTime(expires_at, now, random) };
}
