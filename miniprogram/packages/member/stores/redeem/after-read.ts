// What a read of the item tells the code card: nothing is pushed when a code is redeemed at the counter.
import type { Item } from '../../../../../typings/v4/backpack';
import { statusOf } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import { canRedeem } from '../../../../format/item-actions';
import type { KeptCode } from '../../../../stores/backpack/codes';
import { backoff, POLL_MS } from './plan';
import type { Ending, Moment, RedeemState, Stage } from './state';
import { fromKept, isOrderDue, NEVER, WITHOUT_ORDER } from './state';

/** The item was read. `kept` is what this phone has of its order. */
export function afterRead(
  state: RedeemState,
  item: Item,
  kept: KeptCode | null,
  moment: Moment,
): RedeemState {
  const { now } = moment;
  if (state.read_is_stale) return { ...state, reading: false, read_is_stale: false, read_at: now };
  const read: RedeemState = { ...state, item, reading: false, read_failures: 0, read_at: NEVER };
  switch (item.status) {
    case 'locked':
    case 'held':
      return locked(read, kept, now);
    case 'used':
      return {
        ...read,
        ...WITHOUT_ORDER,
        stage: { state: 'used', seen: state.stage.state === 'live' && state.stage.is_sure, at: now },
      };
    case 'expired':
      return ended(read, 'item_expired');
    case 'destroyed':
      return ended(read, 'item_gone');
    default:
      return free(read, item, moment);
  }
}

function ended(state: RedeemState, ending: Ending): RedeemState {
  return { ...state, ...WITHOUT_ORDER, stage: { state: 'ended', ending, again: false } };
}

function locked(state: RedeemState, kept: KeptCode | null, now: number): RedeemState {
  if (state.stage.state === 'live' && state.stage.is_sure) {
    // The reply to a redeem that this card did not wait for may have been stored meanwhile.
    const same = kept !== null && kept.redemption_order_id === state.order?.redemption_order_id;
    const is_new = same && kept.code !== state.code;
    return { ...state, read_at: now + POLL_MS, ...(is_new ? fromKept(kept) : {}) };
  }
  if (state.stage.state === 'ended' && state.stage.ending === 'order_expired') return state;
  if (state.no_order) return ended(state, 'no_order');
  return {
    ...state,
    ...fromKept(kept),
    stage: { state: 'live', is_sure: true },
    problem: null,
    renew_at: now,
    read_at: now + POLL_MS,
  };
}

/** No order holds the item: one may be made, unless the item never allows it. */
function free(state: RedeemState, item: Item, moment: Moment): RedeemState {
  const known = item.status === 'available';
  if (state.stage.state === 'live') {
    // A status that this version does not know is no reason to take the code away.
    if (!known) return { ...state, read_at: moment.now + POLL_MS };
    // The server has released the item. Whether the order expired or was cancelled is told by its end.
    const ending = isOrderDue(state, moment) ? 'order_expired' : 'order_gone';
    return { ...state, ...WITHOUT_ORDER, stage: { state: 'ended', ending, again: canRedeem(item) } };
  }
  if (!canRedeem(item)) return ended(state, 'not_redeemable');
  const stage: Stage =
    state.stage.state === 'ended' && state.stage.ending === 'order_expired'
      ? { ...state.stage, again: true }
      : { state: 'ready' };
  return { ...state, stage };
}

/** The item could not be read. A code on the screen stays; only its own end or a clear answer takes it away. */
export function afterReadFailure(
  state: RedeemState,
  failure: Failure,
  now: number,
  random: number,
): RedeemState {
  const read_failures = state.read_failures + 1;
  const failed: RedeemState = {
    ...state,
    reading: false,
    read_is_stale: false,
    read_failures,
    read_at: NEVER,
  };
  if (failure.kind === 'signed_out')
    return { ...failed, ...WITHOUT_ORDER, stage: { state: 'failed', failure } };
  if (statusOf(failure) === 404) return ended(failed, 'item_gone');
  const again = now + backoff(read_failures + 1, random);
  switch (state.stage.state) {
    case 'live':
      return { ...failed, read_at: again, ...(state.stage.is_sure ? {} : { problem: failure }) };
    case 'opening':
    case 'failed': {
      const passing = failure.kind === 'network' || failure.kind === 'timeout';
      return { ...failed, stage: { state: 'failed', failure }, read_at: passing ? again : NEVER };
    }
    case 'ready':
    case 'ended':
    case 'used':
      return failed;
  }
}
