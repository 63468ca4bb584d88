// The list of customers in flat values and rows.
import type { Failure } from '../../../../api/errors';
import { failureIn, IDLE } from '../../../../stores/list/progress';
import { listFields, listingOf } from '../../../../stores/list/words';
import type { LinkTrouble, Listing } from '../../../../stores/list/words';
import { customerRow } from '../../format/customer-row';
import type { CustomerRow } from '../../format/customer-row';
import { isRefused } from '../performance/performance-view';
import type { Customers } from './customers';

/** Null while nobody is signed in. */
type Present = () => Customers | null;

const isSearched = (customers: Customers | null): boolean => (customers?.query.trim() ?? '') !== '';

function listing(customers: Customers | null): Listing | null {
  if (customers === null) return null;
  const count = customers.loaded.length;
  return listingOf(customers.pages, { count, shown: count });
}

export const customersFailure = (customers: Customers | null): Failure | null =>
  failureIn(customers?.pages.refreshing ?? IDLE) ?? failureIn(customers?.pages.adding ?? IDLE);

function stateOf(customers: Customers | null): string {
  if (customers === null) return 'signed_out';
  const { pages, loaded } = customers;
  if (isRefused(failureIn(pages.refreshing))) return 'refused';
  return pages.state === 'ready' && loaded.length === 0 && !pages.has_more ? 'empty' : pages.state;
}

/** `已加载 40 位里找到 5 位`, and what the way on says; both empty where nothing is looked for. */
function searchOf(customers: Customers | null): { text: string; action: string } {
  if (customers === null || !isSearched(customers) || customers.pages.loaded === null)
    return { text: '', action: '' };
  const { pages, loaded, found } = customers;
  const { adding, has_more } = pages;
  const whole = has_more ? '已加载' : '共';
  const text = `${whole} ${loaded.length} 位里找到 ${found.length} 位`;
  if (!has_more) return { text, action: '' };
  if (adding.state === 'running') return { text, action: '正在加载…' };
  return { text, action: adding.state === 'failed' ? '加载失败，重试' : '继续加载再找' };
}

const RESET = '门店系统不认识这个筛选，已恢复为待召回的全部项目';

export function customersFields(
  customers: Present,
  link: () => LinkTrouble,
): Record<string, () => string | boolean> {
  const words = listFields(() => listing(customers()), '位客户', link);
  const is_reset = () => customers()?.is_reset ?? false;
  return {
    ...words,
    notice_text: () => (is_reset() ? RESET : words.notice_text()),
    notice_action: () => (is_reset() ? '' : words.notice_action()),
    // While something is searched, the line above the list offers to load more instead.
    footer_text: () => (isSearched(customers()) ? '' : words.footer_text()),
    search_text: () => searchOf(customers()).text,
    search_action: () => searchOf(customers()).action,
    is_nothing: () => isSearched(customers()) && customers()?.found.length === 0,
    query: () => customers()?.query ?? '',
    dimension: () => customers()?.filter.dimension ?? '',
    project: () => {
      const now = customers();
      return now?.projects.find(({ value }) => value === now.filter.project)?.text ?? '';
    },
    can_choose: () => (customers()?.projects.length ?? 0) > 1,
    state: () => stateOf(customers()),
  };
}

/** @param now the server's, epoch ms */
export function customerRows(customers: Customers | null, now: number): CustomerRow[] {
  if (customers === null) return [];
  const { found, filter } = customers;
  return found.map((customer) => customerRow(customer, filter.dimension, now));
}
