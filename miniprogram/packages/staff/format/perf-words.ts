// Words that the pages of a coach's month share: whose, of whom, what kind.
import { tableOf } from '../../../format/lookup';

/** A customer as a list names them: a walk-in is nobody in particular, and a name may have been lost. */
export function customerName(name: string, is_scattered: boolean | undefined): string {
  if (is_scattered === true) return '散客';
  return name.trim() === '' ? '未知客户' : name.trim();
}

/** Whom a tap may lead to; empty for a walk-in, and where the server does not say. */
export const customerLink = (customer_id: string | undefined, is_scattered: boolean | undefined): string =>
  is_scattered === true ? '' : (customer_id ?? '');

const tones = tableOf<string>({
  basic: 'brand',
  vip: 'legendary',
  tip: 'rare',
  recharge: 'ok',
  incentive: 'epic',
});

/** The tone of a course's tag; a kind that nobody knows is grey. */
export const courseTone = (course_type_class: string): string => tones[course_type_class] ?? 'off';
