// The code card as a pure state machine: one event, one next state. No clock, timer, network or screen of its own.
import type { RedeemEvent, RedeemState } from './state';
import { isVisible, NEVER, WITHOUT_ORDER } from './state';
import { afterRead, afterReadFailure } from './after-read';
import { afterRedeem, afterRedeemFailure, afterRenewal, afterRenewalFailure } from './after-write';

/**
 * The state after `event`.
 * @param now epoch ms on the server's clock
 * @param random 0-1, for jitter
 */
export function step(state: RedeemState, event: RedeemEvent, now: number, random: number): RedeemState {
  // First too: whatever is heard after an order's end is heard about an item without that order.
  return endOrder(react(endOrder(state, now), event, now, random), now);
}

function react(state: RedeemState, event: RedeemEvent, now: number, random: number): RedeemState {
  switch (event.type) {
    case 'page':
      return shown(state, { ...state, page_shown: event.shown }, now);
    case 'app':
      return shown(state, { ...state, app_shown: event.shown }, now);
    case 'network':
      return network(state, event.online, now);
    case 'tick':
      return state;
    case 'captured':
      return isVisible(state) && state.stage.state === 'live'
        ? { ...state, captured_at: now, renew_at: now }
        : state;
    case 'ask_code':
      return askCode(state);
    case 'retry':
      return retry(state, now);
    case 'item_read':
      return afterRead(state, event.item, event.kept, now);
    case 'item_failed':
      return afterReadFailure(state, event.failure, now, random);
    case 'redeemed':
      return afterRedeem(state, event.reply, now, random);
    case 'redeem_failed':
      return afterRedeemFailure(state, event.failure, now);
    case 'renewed':
      return afterRenewal(state, event.reply, now, random);
    case 'renew_failed':
      return afterRenewalFailure(state, event.failure, now, random);
  }
}

/** Coming back into view asks for everything anew: the code may be used, over, or seen by others. */
function shown(before: RedeemState, after: RedeemState, now: number): RedeemState {
  if (isVisible(before) || !isVisible(after) || after.stage.state === 'used') return after;
  if (after.stage.state === 'failed' && after.stage.failure.kind === 'signed_out') return after;
  return { ...after, read_at: now, renew_at: after.stage.state === 'live' ? now : NEVER };
}

function network(state: RedeemState, online: boolean, now: number): RedeemState {
  if (online === state.online) return state;
  if (!online) return { ...state, online };
  const back = { ...state, online, read_failures: 0 };
  if (state.read_failures > 0 || state.stage.state === 'live') back.read_at = now;
  if (state.renew_failures > 0) Object.assign(back, { renew_at: now, renew_failures: 0 });
  return back;
}

function askCode(state: RedeemState): RedeemState {
  const { stage } = state;
  const free = stage.state === 'ready' || (stage.state === 'ended' && stage.again);
  if (!free || state.wanted || state.asking !== null) return state;
  if (!state.online) return { ...state, problem: { kind: 'network' } };
  return { ...state, wanted: true, problem: null };
}

function retry(state: RedeemState, now: number): RedeemState {
  switch (state.stage.state) {
    case 'failed':
    case 'ended':
      return { ...state, stage: { state: 'opening' }, read_at: now, no_order: false, problem: null };
    case 'live':
      return { ...state, renew_at: now, problem: null };
    case 'opening':
    case 'ready':
      return { ...state, read_at: now };
    case 'used':
      return state;
  }
}

/** An order that is over shows no code, whatever the QR says; the item is read to see whether it is free again. */
function endOrder(state: RedeemState, now: number): RedeemState {
  const end = state.order?.expires_at ?? NEVER;
  if (state.stage.state !== 'live' || now < end) return state;
  return {
    ...state,
    ...WITHOUT_ORDER,
    stage: { state: 'ended', ending: 'order_expired', again: false },
    read_at: now,
    read_is_stale: state.reading,
  };
}
