// The code card as a pure state machine: one event, one next state. No clock, timer, network or screen of its own.
import type { Moment, RedeemEvent, RedeemState } from './state';
import { isOrderDue, isVisible, mayAsk, NEVER } from './state';
import { afterRead, afterReadFailure } from './after-read';
import { afterRedeem, afterRedeemFailure, afterRenewal, afterRenewalFailure } from './after-write';

/**
 * The state after `event`.
 * @param random 0-1, for jitter
 */
export function step(state: RedeemState, event: RedeemEvent, moment: Moment, random: number): RedeemState {
  return unwanted(doubtOrder(react(state, event, moment, random), moment));
}

/** What was asked for while the item was being read is asked of the server once it is known to be free. */
function unwanted(state: RedeemState): RedeemState {
  return state.wanted && state.stage.state !== 'opening' && !mayAsk(state)
    ? { ...state, wanted: false }
    : state;
}

function react(state: RedeemState, event: RedeemEvent, moment: Moment, random: number): RedeemState {
  const { now } = moment;
  switch (event.type) {
    case 'page':
      return shown(state, { ...state, page_shown: event.shown }, now);
    case 'app':
      return shown(state, { ...state, app_shown: event.shown }, now);
    case 'network':
      return network(state, event.online, now);
    case 'tick':
      return state;
    case 'clock':
      return clock(state, moment);
    case 'captured':
      return isVisible(state) && state.stage.state === 'live'
        ? { ...state, captured_at: now, ...(isLive(state) ? { renew_at: now } : {}) }
        : state;
    case 'ask_code':
      return askCode(state, now);
    case 'retry':
      return retry(state, now);
    case 'item_read':
      return { ...afterRead(state, event.item, event.kept, moment), is_unsaved: !event.is_saved };
    case 'item_failed':
      return afterReadFailure(state, event.failure, now, random);
    case 'redeemed':
      return afterRedeem(state, event.reply, event.is_saved, moment, random);
    case 'redeem_failed':
      return afterRedeemFailure(state, event.failure, now);
    case 'renewed':
      return afterRenewal(state, event.reply, moment, random);
    case 'renew_failed':
      return afterRenewalFailure(state, event.failure, now, random);
  }
}

/**
 * Whether the server has confirmed the order since the card was opened; a code kept from before is not renewed until
 * then.
 */
const isLive = ({ stage }: RedeemState): boolean => stage.state === 'live' && stage.is_sure;

/** While the server's time is not known for certain, asks the server at once: any answer brings its time. */
function clock(state: RedeemState, { now, is_sure }: Moment): RedeemState {
  if (is_sure || !isLive(state)) return state;
  return { ...state, read_at: now, renew_at: now };
}

/** Coming back into view asks for everything anew: the code may be used, over, or seen by others. */
function shown(before: RedeemState, after: RedeemState, now: number): RedeemState {
  if (isVisible(before) || !isVisible(after) || after.stage.state === 'used') return after;
  if (after.stage.state === 'failed' && after.stage.failure.kind === 'signed_out') return after;
  return { ...after, read_at: now, renew_at: isLive(after) ? now : NEVER };
}

function network(state: RedeemState, online: boolean, now: number): RedeemState {
  if (!online) return { ...state, online };
  const back = { ...state, online, read_failures: 0 };
  if (state.read_failures > 0) back.read_at = now;
  if (state.renew_failures > 0) Object.assign(back, { renew_at: now, renew_failures: 0 });
  return back;
}

function askCode(state: RedeemState, now: number): RedeemState {
  const { stage } = state;
  const waits = stage.state === 'opening' || stage.state === 'failed';
  if (!(mayAsk(state) || waits) || state.wanted || state.asking !== null) return state;
  if (!state.online) return { ...state, problem: { kind: 'network' } };
  return { ...(stage.state === 'failed' ? retry(state, now) : state), wanted: true, problem: null };
}

function retry(state: RedeemState, now: number): RedeemState {
  const { stage } = state;
  switch (stage.state) {
    case 'failed':
    case 'ended':
      return { ...state, stage: { state: 'opening' }, read_at: now, no_order: false, problem: null };
    case 'live':
      return stage.is_sure
        ? { ...state, renew_at: now, problem: null }
        : { ...state, read_at: now, problem: null };
    case 'opening':
    case 'ready':
      return { ...state, read_at: now };
    case 'used':
      return state;
  }
}

/** The order should be over: hides its QR and asks the server, whose answer alone ends the order. */
function doubtOrder(state: RedeemState, moment: Moment): RedeemState {
  const { order } = state;
  if (!isLive(state) || order === null || order.is_doubted || !isOrderDue(state, moment)) return state;
  return {
    ...state,
    order: { ...order, is_doubted: true },
    qr: null,
    renew_at: moment.now,
  };
}
