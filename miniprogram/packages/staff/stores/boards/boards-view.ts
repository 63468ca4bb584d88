// The boards in flat values and rows.
import type { ApiBoardFinanceMetric } from '../../../../../typings/xcx/boards';
import { formatClock, formatDate } from '../../../../format/time';
import { failed, IDLE } from '../../../../stores/list/progress';
import { listFields, listingOf } from '../../../../stores/list/words';
import type { LinkTrouble, Listing } from '../../../../stores/list/words';
import { lostIn } from '../../api/schema/finance';
import {
  besideFigure,
  coachRows,
  customerRows,
  dimensionWords,
  sortedCoaches,
} from '../../format/board-rows';
import type { BoardRow } from '../../format/board-rows';
import { countText } from '../../format/figures';
import { financeCards } from '../../format/finance-cards';
import type { Card } from '../../format/finance-cards';
import { isFinanceEstimate } from '../../format/when';
import type { Boards } from './boards';
import { BOARDS, chipsOf, summaryOf } from './filters';
import type { Chip } from './filters';

/** Null while nobody is signed in. */
type Present = () => Boards | null;

/** So many coaches are no podium and a rest. */
const PODIUM = 3;

export interface PodiumRow extends BoardRow {
  /** Below the figure. */
  beside: string;
}

function rowsOf(boards: Boards): BoardRow[] {
  const { board, filter, readings, owner } = boards;
  if (board === 'customers') {
    const { items = [] } = readings.customers.loaded ?? {};
    return customerRows(items, filter['dimension'] ?? '', owner.day.now());
  }
  if (board !== 'coaches' || readings.order === null) return [];
  const sort = filter['sort'] ?? '';
  return coachRows(sortedCoaches(readings.coaches.now?.value ?? [], sort, readings.order), sort);
}

/** The first three stand apart, where there are others, and where first is most. */
const podiumSize = ({ board, filter, readings }: Boards): number => {
  const is_one = board === 'coaches' && !(filter['sort'] ?? '').endsWith('_asc');
  return is_one && (readings.coaches.now?.value.length ?? 0) > PODIUM ? PODIUM : 0;
};

/** Rows of coaches or customers, without those on the podium. */
export function boardRowsOf(boards: Boards | null): BoardRow[] {
  return boards === null ? [] : rowsOf(boards).slice(podiumSize(boards));
}

/** In their order: first, second, third. */
export function podiumOf(boards: Boards | null): PodiumRow[] {
  if (boards === null || podiumSize(boards) === 0) return [];
  const sort = boards.filter['sort'] ?? '';
  return rowsOf(boards)
    .slice(0, PODIUM)
    .map((row) => {
      const coach = boards.coach(row.id);
      return { ...row, beside: coach === null ? '' : besideFigure(coach, sort) };
    });
}

/** The metrics that show; none on another board. */
export const metricsOf = (boards: Boards | null): readonly ApiBoardFinanceMetric[] =>
  boards?.board === 'finance' ? (boards.readings.finance.now?.value ?? []) : [];

export function cardsOf(boards: Boards | null): Card[] {
  if (boards?.board !== 'finance') return [];
  const { filter, owner } = boards;
  const metrics = metricsOf(boards);
  return financeCards(metrics, lostIn(metrics), {
    is_compared: filter['compare'] === '1',
    is_estimate: isFinanceEstimate(filter['time'] ?? '', owner.day.now()),
    is_whole: filter['area'] === 'all',
  });
}

export interface Segment {
  name: string;
  text: string;
}

/** The boards that there are for this person; one alone needs no choice. */
export function segmentsOf(boards: Boards | null): Segment[] {
  const some = boards?.owner.rights.offered(boards.board) ?? [];
  return some.length > 1 ? [...some] : [];
}

export const chipsNow = (boards: Boards | null): Chip[] =>
  boards === null ? [] : chipsOf(boards.board, boards.filter, boards.skills);

const countOf = (boards: Boards): number => {
  const { board, readings } = boards;
  if (board === 'customers') return readings.customers.loaded?.items.length ?? 0;
  if (board === 'coaches') return readings.coaches.now?.value.length ?? 0;
  const { panels, unnamed } = lostIn(metricsOf(boards));
  return metricsOf(boards).length + panels.length + unnamed;
};

function listing(boards: Boards | null): Listing | null {
  if (boards === null) return null;
  const { board, readings, failure } = boards;
  // Cards need no count below them.
  const count = board === 'finance' ? 0 : countOf(boards);
  if (board === 'customers') return listingOf(readings.customers, { count, shown: count });
  const refreshing = failure === null ? IDLE : failed(failure);
  return { refreshing, adding: IDLE, has_more: false, count, shown: count };
}

function stateOf(boards: Boards | null): string {
  if (boards === null) return 'loading';
  if (boards.is_refused) return 'refused';
  if (boards.read_at === null) return boards.failure === null ? 'loading' : 'failed';
  return countOf(boards) === 0 ? 'empty' : 'ready';
}

function footOf(boards: Boards | null, is_short: boolean): string {
  if (boards === null || boards.read_at === null) return '';
  const time = `${formatClock(boards.read_at)} 更新`;
  if (is_short) return time;
  if (boards.board === 'coaches') return `数据按月统计 · ${time}`;
  if (boards.board === 'customers') return time;
  return `截至 ${formatDate(boards.owner.day.now()).slice(5)} 营业日 · 箭头只表示增减，不代表好坏 · ${time}`;
}

/** `已显示 50 / 1,206 位，上滑或点此继续`, where the server says how many there are. */
function onward(boards: Boards | null): string {
  const { loaded, has_more, adding } = boards?.readings.customers ?? { loaded: null, has_more: false };
  if (boards?.board !== 'customers' || !has_more || adding?.state !== 'idle') return '';
  const { total = null, items = [] } = loaded ?? {};
  return total === null ? '' : `已显示 ${countText(items.length)} / ${countText(total)} 位，上滑或点此继续`;
}

const titleOf = (boards: Boards | null): string =>
  BOARDS.find(({ name }) => name === boards?.board)?.text ?? '';

/** What the board and its filters are called: `财务看板`, `本月 · 全部区域`. */
export const boardTitle = (boards: Boards): { title: string; summary: string } => ({
  title: `${titleOf(boards)}看板`,
  summary: summaryOf(chipsNow(boards)),
});

/** What the page binds. */
export function boardFields(
  boards: Present,
  link: () => LinkTrouble,
): Record<string, () => string | number | boolean> {
  const words = listFields(() => listing(boards()), '位', link);
  const dimension = () => {
    const now = boards();
    if (now?.board !== 'customers') return { about: '', figure: '' };
    return dimensionWords(now.filter['dimension'] ?? '', now.readings.customers.loaded?.items ?? []);
  };
  return {
    ...words,
    footer_text: () => onward(boards()) || words.footer_text(),
    board: () => boards()?.board ?? 'coaches',
    board_text: () => titleOf(boards()),
    summary: () => summaryOf(chipsNow(boards())),
    dimension: () => boards()?.filter['dimension'] ?? '',
    about: () => dimension().about,
    figure_name: () => dimension().figure,
    updated: () => footOf(boards(), true),
    foot: () => footOf(boards(), false),
    reset_text: () => boards()?.reset_text ?? '',
    state: () => stateOf(boards()),
  };
}
