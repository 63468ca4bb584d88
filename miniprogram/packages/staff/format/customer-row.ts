// A customer of BOARD-2 as a flat row; and the dimensions by which the board can be ordered.
import type { ApiBoardCustomerItem, ApiCustomerDimension } from '../../../../typings/xcx/boards';
import type { Row } from '../../../format/chunks';
import { avatarLetter } from '../../../format/person';
import { daysBetween, parseWireTime } from '../../../format/time';
import { nameText } from '../../../format/unicode';
import { countText, moneyText, NO_FIGURE } from './figures';
import { customerLink, customerName } from './perf-words';
import { joined } from './service-row';
import { heartText } from './task-words';
import { dayText } from './when';

/** In the order in which they are offered. */
export const DIMENSIONS: readonly { value: ApiCustomerDimension; text: string }[] = [
  { value: 'recall', text: '待召回' },
  { value: 'potential', text: '潜力' },
  { value: 'balance', text: '储值' },
  { value: 'recharge', text: '充值' },
  { value: 'recent', text: '最近到店' },
  { value: 'spend60', text: '近60天消费' },
  { value: 'freq60', text: '近60天到店' },
  { value: 'loyal', text: '关系' },
];

export interface CustomerRow extends Row {
  /** Empty where there is no page of this customer. */
  customer_id: string;
  name: string;
  avatar_url: string;
  letter: string;
  /** A walk-in customer, or one whose name was lost. */
  is_nameless: boolean;
  tag_1: string;
  tag_2: string;
  /** `¥8,420 · 23 次 · 18 天前` */
  about: string;
  /** `💖 9.2`, `--` */
  relation: string;
}

/** Up to so many days ago, a day is shown as `18 天前`; older ones as a date. */
const NEAR = 21;

/** `今天`, `昨天`, `18 天前`, `10-21`; what is no date stays as it came. @param now the server's, epoch ms */
export function visitText(last_visit: string, now: number): string {
  const at = parseWireTime(last_visit);
  if (at === null) return last_visit;
  const days = daysBetween(at, now);
  if (days === 0) return '今天';
  if (days === 1) return '昨天';
  return days > 1 && days <= NEAR ? `${days} 天前` : dayText(last_visit, now);
}

/** `💖 9.2`; empty where the relation is not known: 0, or no number. @param relation_index 0-10, as text */
export function relationText(relation_index: string): string {
  const score = relation_index.trim() === '' ? NaN : Number(relation_index);
  return score > 0 && score <= 10 ? heartText(score) : '';
}

const times = (count: string): string => (count === NO_FIGURE ? '' : `${count} 次`);

/** The facts in a line; the one that the dimension orders by stands first. */
function aboutOf(customer: ApiBoardCustomerItem, dimension: ApiCustomerDimension, now: number): string {
  const { total_spend, visit_count, last_visit, monthly_consume, available_months = '' } = customer;
  const visits = times(countText(visit_count));
  const last = visitText(last_visit, now);
  if (dimension === 'potential' && monthly_consume !== undefined)
    return joined(`月均 ${moneyText(monthly_consume)}`, visits, last);
  if (dimension === 'balance' && available_months !== '')
    return joined(`够用${available_months}`, visits, last);
  return joined(moneyText(total_spend), visits, last);
}

/** @param now the server's, epoch ms */
export function customerRow(
  customer: ApiBoardCustomerItem,
  dimension: ApiCustomerDimension,
  now: number,
): CustomerRow {
  const { id, avatar, tags, relation_index, is_scattered } = customer;
  const name = nameText(customer.name, '');
  const shown = customerName(name, is_scattered);
  const is_nameless = is_scattered === true || name === '';
  const [tag_1 = '', tag_2 = ''] = tags.filter((tag) => tag.trim() !== '');
  const relation = relationText(relation_index);
  return {
    row_key: id,
    customer_id: customerLink(id, is_scattered),
    name: shown,
    avatar_url: avatar,
    letter: is_nameless && is_scattered !== true ? '?' : avatarLetter(shown),
    is_nameless,
    ...{ tag_1, tag_2 },
    about: aboutOf(customer, dimension, now),
    relation: relation === '' ? NO_FIGURE : relation,
  };
}
