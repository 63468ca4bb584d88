// Stored value: customers top up before a visit when little is left; their coach gets a share.
import type { Random } from '../../db/seed/prng';
import type { Guest } from './customers';

export interface Recharge {
  customer_id: number;
  coach_id: number;
  amount: number;
  /** Given on top by the store. */
  bonus: number;
  commission: number;
  created_at: number;
}

const LOW_BALANCE = 300;
const COMMISSION = 0.04;
const TEN_MINUTES_MS = 10 * 60_000;

function bonusOf(amount: number): number {
  if (amount >= 10_000) return 2500;
  if (amount >= 5000) return 1000;
  return amount >= 2000 ? 200 : 0;
}

/** A recharge ten minutes before a visit, or none. */
export function rechargeFor(random: Random, guest: Guest, balance: number, at: number): Recharge | undefined {
  const { recharge: amount } = guest.habits;
  if (amount === 0 || balance >= LOW_BALANCE || random.below(3) !== 0) return undefined;
  const { customer_id, coach_id } = guest.customer;
  const commission = Math.round(amount * COMMISSION);
  return {
    customer_id,
    coach_id,
    amount,
    bonus: bonusOf(amount),
    commission,
    created_at: at - TEN_MINUTES_MS,
  };
}
