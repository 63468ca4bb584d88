// A task's own page in flat values: who, why, what to say. What is missing is empty, and the page shows nothing there.
import type { ApiTaskDetail } from '../../../../typings/xcx/tasks';
import { tableOf } from '../../../format/lookup';
import { hoursFigure, moneyText, NO_FIGURE } from './figures';
import { joined } from './service-row';
import { customerName } from './task-row';
import { heartText, storedValueLevel, taskDeadline, taskType } from './task-words';
import type { StoredValueLevel } from './task-words';
import { dayText } from './when';

export interface TaskView {
  name: string;
  avatar_url: string;
  heart: string;
  type: string;
  type_tone: string;
  deadline: string;
  deadline_tone: string;
  level: string;
  phone: string;
  /** The four figures; a missing one is `--`. */
  absent_days: string;
  last_spend: string;
  /** `up | down | flat`, or empty: only the server says which way. */
  trend: string;
  trend_text: string;
  risk_text: string;
  risk_tone: string;
  has_facts: boolean;
  /** `截止 11-25 · 上次到店 11-09 · 储值 ¥3,280` */
  dates: string;
  /** `pending | completed | abandoned`, or what the server calls it. */
  status: string;
  is_pinned: boolean;
  abandon_text: string;
  done_text: string;
  /** The customer has a page. */
  can_open: boolean;
  reason: string;
  habits: string;
  social: string;
  total_hours: string;
  total_income: string;
  avg_income: string;
  summary: string;
}

export const blankTaskView: TaskView = {
  ...{
    name: '',
    avatar_url: '',
    heart: '',
    type: '',
    type_tone: 'plain',
    deadline: '',
    deadline_tone: 'off',
  },
  ...{ level: '', phone: '', absent_days: '', last_spend: '', trend: '', trend_text: '', risk_text: '' },
  ...{ risk_tone: 'off', has_facts: false, dates: '', status: '', is_pinned: false, abandon_text: '' },
  ...{ done_text: '', can_open: false, reason: '', habits: '', social: '', total_hours: '' },
  ...{ total_income: '', avg_income: '', summary: '' },
};

const trends = tableOf<string>({ up: '上升', down: '下降', flat: '持平' });
const risks = tableOf<{ text: string; tone: string }>({
  high: { text: '高', tone: 'danger' },
  medium: { text: '中', tone: 'warn' },
  low: { text: '低', tone: 'ok' },
});
const dues = tableOf<string>({ over: 'danger', today: 'warn' });

const labelled = (label: string, text: string): string => (text === '' ? '' : `${label} ${text}`);

function doneText({ status, task_type }: ApiTaskDetail): string {
  if (status !== 'completed') return '';
  return task_type === 'follow_up_visit' ? '已完成回访' : '这个任务已经完成';
}

function abandonText({ status, abandon_reason = '' }: ApiTaskDetail): string {
  if (status !== 'abandoned') return '';
  return abandon_reason.trim() === '' ? '这个任务已放弃' : `这个任务已放弃：${abandon_reason.trim()}`;
}

/** @param now the server's, epoch ms @param levels of `config` */
export function taskView(task: ApiTaskDetail, now: number, levels: readonly StoredValueLevel[]): TaskView {
  const type = taskType(task.task_type, task.task_type_label);
  const due = taskDeadline(task.deadline, now);
  const { balance, spend_trend = '', churn_risk = '', service_summary, ai_analysis } = task;
  const level = storedValueLevel(balance, levels);
  const risk = risks[churn_risk];
  const days = task.days_absent ?? task.last_visit_days;
  const facts = [days, task.last_spend_amount, trends[spend_trend], risk];
  const is_open = task.status !== 'completed' && task.status !== 'abandoned';
  return {
    name: customerName(task),
    avatar_url: task.customer_avatar,
    heart: heartText(task.heart_score),
    type: type.text,
    type_tone: type.tone,
    deadline: due.due === 'none' || !is_open ? '' : due.text,
    deadline_tone: dues[due.due] ?? 'off',
    level: level === '' || balance === 0 ? '' : `${level}储值`,
    phone: task.customer_phone ?? '',
    absent_days: days === undefined ? NO_FIGURE : String(Math.max(0, Math.round(days))),
    last_spend: moneyText(task.last_spend_amount),
    trend: trends[spend_trend] === undefined ? '' : spend_trend,
    trend_text: trends[spend_trend] ?? NO_FIGURE,
    risk_text: risk?.text ?? NO_FIGURE,
    risk_tone: risk?.tone ?? 'off',
    has_facts: facts.some((fact) => fact !== undefined),
    dates: joined(
      labelled('截止', dayText(task.deadline, now)),
      labelled('上次到店', dayText(task.last_visit_date, now)),
      labelled('储值', balance === undefined ? '' : moneyText(balance)),
    ),
    status: task.status,
    is_pinned: task.is_pinned,
    abandon_text: abandonText(task),
    done_text: doneText(task),
    can_open: (task.customer_id ?? '') !== '' && task.is_scattered !== true,
    reason: (task.callback_reason ?? '').trim(),
    habits: (task.consumption_habits ?? '').trim(),
    social: (task.social_preference ?? '').trim(),
    total_hours: hoursFigure(service_summary.total_hours),
    total_income: moneyText(service_summary.total_income),
    avg_income: moneyText(service_summary.avg_income),
    summary: ai_analysis.summary.trim(),
  };
}

/** Rows of words: each with a key of its own, without the empty ones. */
export interface WordRow {
  row_key: string;
  text: string;
}

export const wordRows = (texts: readonly string[]): WordRow[] =>
  [...new Set(texts.map((text) => text.trim()))]
    .filter((text) => text !== '')
    .map((text) => ({ row_key: text, text }));

/** What the customer likes: from the task's own list, and from the field of the task list. */
export const likings = ({ preferences = [], hobbies }: ApiTaskDetail): WordRow[] =>
  wordRows([...preferences, ...hobbies]);

/** What to do next: the suggestions for this task, and the one line of the task list where it says something else. */
export const nextSteps = ({ action_suggestions = [], ai_suggestion = '', ai_analysis }: ApiTaskDetail) =>
  wordRows([...action_suggestions, ai_suggestion]).filter(
    ({ text }) => !ai_analysis.suggestions.some((one) => one.trim() === text),
  );
