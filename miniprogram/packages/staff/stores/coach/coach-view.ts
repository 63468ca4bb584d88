// A coach in flat values and short lists.
import type { ApiCoachDetail, ApiCoachPageTask } from '../../../../../typings/xcx/coaches';
import type { ApiSkillType } from '../../../../../typings/xcx/config';
import { missingRows } from '../../../../api/rows';
import type { Row } from '../../../../format/chunks';
import { beijingTime } from '../../../../format/time';
import { unreadableText } from '../../../../format/unreadable';
import { failedFields, failedWords } from '../../../../stores/list/words';
import { levelTone, starsText, tasksText } from '../../format/board-rows';
import { countText, hoursFigure, hoursText, moneyText, rawHoursText } from '../../format/figures';
import { incomeView } from '../../format/income';
import type { IncomeView } from '../../format/income';
import { noteRow } from '../../format/note-row';
import type { NoteRow } from '../../format/note-row';
import { scaleView } from '../../format/pay-scale';
import type { ScaleView } from '../../format/pay-scale';
import { courseTone, customerLink, customerName } from '../../format/perf-words';
import { heartText, taskDeadline, taskType } from '../../format/task-words';
import { dayText } from '../../format/when';
import type { CoachStore } from './coach';

/** Null while nobody is signed in. */
type Shown = () => CoachStore | null;

/** A page is no archive: so many of a list at most. */
const MOST = 40;
const FIRST = { tasks: 3, mates: 5, records: 5 };

export interface TaskLine extends Row {
  type: string;
  tone: string;
  name: string;
  deadline: string;
  due: string;
  /** Why it was given up. */
  about: string;
}

/** A customer, or a service: who, what else, and the figure. */
export interface PersonLine extends Row {
  name: string;
  tag: string;
  tone: string;
  about: string;
  figure: string;
  beside: string;
  /** Whom a tap leads to; empty for nobody. */
  id: string;
}

export interface MonthLine extends Row {
  month: string;
  is_estimate: boolean;
  hours: string;
  income: string;
  customers: string;
  recalls: string;
  callbacks: string;
}

const detailOf = (shown: Shown): ApiCoachDetail | null => shown()?.detail ?? null;

export function coachScale(shown: Shown): ScaleView | null {
  const detail = detailOf(shown);
  return detail === null ? null : scaleView(detail);
}

export function coachIncome(shown: Shown): IncomeView | null {
  const detail = detailOf(shown);
  if (detail === null) return null;
  const { income, total_income } = detail;
  return incomeView({ income_items: income, total_income });
}

/** In the store's words, where it told them. */
export const coachSkills = (shown: Shown, skills: readonly ApiSkillType[] | null): string[] =>
  (detailOf(shown)?.skills ?? shown()?.row?.skills ?? []).map(
    (skill) => skills?.find(({ value }) => value === skill)?.text ?? skill,
  );

const firstOf = <T>(list: readonly T[], is_open: boolean, first: number): T[] =>
  list.slice(0, is_open ? MOST : first);

const restOf = (count: number, is_open: boolean, first: number): number =>
  is_open ? 0 : Math.max(0, Math.min(count, MOST) - first);

/** How many are listed where some are not, even opened; 0 where all are. */
const cutTo = (count: number, is_open: boolean): number => (is_open && count > MOST ? MOST : 0);

const allTasks = (detail: ApiCoachDetail | null): [ApiCoachPageTask, string][] => {
  const { visible = [], hidden = [], abandoned = [] } = detail?.task_groups ?? {};
  const marked = (tasks: readonly ApiCoachPageTask[], word: string) =>
    tasks.map((task): [ApiCoachPageTask, string] => [task, word]);
  return [...marked(visible, ''), ...marked(hidden, '已收回'), ...marked(abandoned, '已放弃')];
};

/** Open ones first; then those that the system took back, and those that were given up. @param now epoch ms */
export function coachTasks(shown: Shown, now: number, is_open: boolean): TaskLine[] {
  return firstOf(allTasks(detailOf(shown)), is_open, FIRST.tasks).map(([task, word], at) => {
    const { text: type, tone } = taskType(task.task_type, task.task_type_label);
    const { text: deadline, due } = taskDeadline(task.deadline, now);
    return {
      row_key: `${at} ${task.id}`,
      ...{ type, tone: word === '' ? tone : 'off', name: customerName(task.customer_name, false) },
      ...{ deadline: word === '' ? deadline : word, due: word === '' ? due : 'none' },
      about: task.abandon_reason ?? '',
    };
  });
}

export function coachMates(shown: Shown, is_open: boolean): PersonLine[] {
  return firstOf(detailOf(shown)?.top_customers ?? [], is_open, FIRST.mates).map((mate, at) => ({
    row_key: `${at} ${mate.customer_id ?? ''}`,
    name: customerName(mate.customer_name, mate.is_scattered),
    tag: heartText(Number(mate.relation_index || NaN)),
    tone: '',
    about: `${countText(mate.visit_count)} 次 · ${hoursText(mate.total_hours)}`,
    figure: moneyText(mate.total_income),
    beside: '',
    id: customerLink(mate.customer_id, mate.is_scattered),
  }));
}

/** @param now epoch ms */
export function coachRecords(shown: Shown, now: number): PersonLine[] {
  return firstOf(detailOf(shown)?.service_records ?? [], false, FIRST.records).map((record, at) => ({
    row_key: `${at} ${record.date}`,
    name: customerName(record.customer_name, record.is_scattered),
    tag: record.course_type,
    tone: courseTone(record.course_type_class),
    about: [dayText(record.date, now), record.table].filter((text) => text !== '').join(' · '),
    figure: moneyText(record.income),
    beside: [rawHoursText(record.hours_raw, record.hours), hoursText(record.hours)]
      .filter((text) => text !== '')
      .join(' · '),
    id: customerLink(record.customer_id, record.is_scattered),
  }));
}

export const coachMonths = (shown: Shown): MonthLine[] =>
  (detailOf(shown)?.history_months ?? []).map((month) => ({
    row_key: month.month,
    month: /^\d{4}-\d\d$/.test(month.month) ? `${Number(month.month.slice(5))} 月` : month.month,
    is_estimate: month.estimated,
    hours: hoursText(month.hours),
    income: moneyText(month.salary),
    customers: countText(month.customers),
    recalls: countText(month.recall_done),
    callbacks: countText(month.callback_done),
  }));

export const coachNotes = (shown: Shown, now: number): NoteRow[] =>
  (detailOf(shown)?.notes ?? []).map((note) => noteRow(note, now));

/** What the page binds. @param now the server's @param opened which lists show all that there is */
export function coachFields(
  shown: Shown,
  now: () => number,
  opened: { tasks: boolean; mates: boolean },
): Record<string, () => string | number | boolean> {
  const detail = () => detailOf(shown);
  const row = () => shown()?.row ?? null;
  const scale = () => coachScale(shown);
  const failed = () => failedWords(shown()?.trouble);
  const level = () => detail()?.level ?? row()?.level ?? '';
  const tasks = () => allTasks(detail()).length;
  const mates = () => detail()?.top_customers.length ?? 0;
  return {
    ...failedFields(failed),
    name: () => (detail()?.name ?? row()?.name ?? '').trim() || '未知助教',
    avatar: () => detail()?.avatar || row()?.avatar || '',
    level,
    tone: () => levelTone(level(), row()?.level_class),
    month: () => detail()?.month_label || `${beijingTime(now()).month}月`,
    hours: () => hoursFigure(detail() === null ? row()?.total_hours : detail()?.total_hours),
    income: () => moneyText(detail() === null ? row()?.total_income : detail()?.total_income),
    customers: () => countText(detail() === null ? row()?.customer_count : detail()?.total_customers),
    stars: () => starsText(row()?.satisfaction),
    done: () => {
      const told = row();
      return told === null || told.task_stats === undefined ? '' : `${tasksText(told)}，本月完成`;
    },
    has_scale: () => scale()?.has_scale ?? false,
    scale_fill: () => scale()?.fill ?? 0,
    scale_text: () => scale()?.text ?? '',
    tasks_count: () => (tasks() === 0 ? '' : countText(tasks())),
    tasks_left: () => restOf(tasks(), opened.tasks, FIRST.tasks),
    tasks_cut: () => cutTo(tasks(), opened.tasks),
    mates_count: () => (mates() === 0 ? '' : countText(mates())),
    mates_left: () => restOf(mates(), opened.mates, FIRST.mates),
    mates_cut: () => cutTo(mates(), opened.mates),
    unreadable_text: () => unreadableText(missingRows(detail())),
    detail_state: () => shown()?.detail_state ?? 'loading',
    state: () => shown()?.state ?? 'failed',
  };
}
