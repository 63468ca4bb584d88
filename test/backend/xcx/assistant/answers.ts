// What the assistant answers: always from the books, as markdown, the same for the same question and data.
import type { Context } from '../../context';
import type { Worker } from '../auth/gate';
import { churnRisk, factsOf, memberLevel } from '../customers/facts';
import type { Customer } from '../customers/rows';
import { analysisOf, projectWord, talkingPoints } from '../customers/words';
import { overview } from '../performance/overview';
import { listTasks } from '../tasks/list';
import { calendarDay, dateText } from '../time';
import type { Topic } from './chats';
import { customerMeant } from './topic';
import { booksNow } from '../now';

const CALLS = 3;
const OPEN_TASKS = 100;

function whomToCall(ctx: Context, worker: Worker): string {
  const { items } = listTasks(ctx, worker, 'pending', { page: 1, pageSize: OPEN_TASKS });
  if (items.length === 0) return '目前没有待办任务，可以休息一下。';
  const weight = ({ task_type }: (typeof items)[number]) =>
    ['high_priority_recall', 'priority_recall', 'follow_up_visit', 'relationship_building'].indexOf(
      task_type,
    );
  const first = [...items]
    .sort((a, b) => weight(a) - weight(b) || (a.deadline ?? '9').localeCompare(b.deadline ?? '9'))
    .slice(0, CALLS)
    .map(
      (item, index) =>
        `${index + 1}. **${item.customer_name}**（${item.task_type_label}），截止 ${item.deadline ?? '不限'}`,
    );
  return `建议按这个顺序联系：\n\n${first.join('\n')}\n\n共有 ${items.length} 个待办任务。`;
}

function monthIncome(ctx: Context, worker: Worker): string {
  const { year, month } = calendarDay(booksNow(ctx));
  const perf = overview(ctx, worker.coach_id, year, month);
  const rows = perf.income_items.map(({ label, amount }) => `| ${label} | ¥${amount} |`);
  const table = rows.length === 0 ? '' : `\n\n| 项目 | 金额 |\n| --- | ---: |\n${rows.join('\n')}`;
  const next = perf.tiers?.find(({ reached }) => reached === false);
  const goal =
    next?.min_hours === undefined
      ? ''
      : `\n\n再上 **${next.min_hours - (perf.total_hours ?? 0)} 小时** 就到${next.label ?? '下一档'}。`;
  return `${month}月到目前为止（预估）：**${perf.total_hours} 小时**，收入 **¥${perf.total_income}**，服务 ${perf.total_customers} 位客户。${table}${goal}`;
}

function lastVisit(ctx: Context, customer: Customer): string {
  const facts = factsOf(ctx, customer.customer_id);
  if (facts.last_visit_at === null) return `**${customer.name}** 还没有到店记录。`;
  return (
    `**${customer.name}** 最近一次到店是 **${dateText(facts.last_visit_at)}**（${facts.days_absent ?? 0} 天前），` +
    `消费 ¥${facts.last_spend ?? 0}。\n\n- 共到店 ${facts.visits} 次\n- 最常玩${projectWord(facts)}`
  );
}

function balanceOf(ctx: Context, customer: Customer): string {
  const facts = factsOf(ctx, customer.customer_id);
  return `**${customer.name}** 储值余额 **¥${facts.balance}**，累计充值 ¥${facts.recharged}（${memberLevel(facts)}）。`;
}

function wordsFor(ctx: Context, customer: Customer): string {
  const points = talkingPoints(customer, factsOf(ctx, customer.customer_id));
  return `可以这样和 **${customer.name}** 说：\n\n${points.map((point) => `> ${point}`).join('\n>\n')}`;
}

function portrait(ctx: Context, customer: Customer): string {
  const facts = factsOf(ctx, customer.customer_id);
  const { summary, suggestions } = analysisOf(customer, facts);
  const risk = { high: '高', medium: '中', low: '低' }[churnRisk(facts)];
  const list = suggestions.map((one) => `- ${one}`).join('\n');
  return `### ${customer.name}\n\n${summary}\n\n流失风险：**${risk}**${list === '' ? '' : `\n\n建议：\n\n${list}`}`;
}

const HELP =
  '我可以从门店数据里回答：\n\n- **今天先联系谁**\n- **本月收入**和课时\n- 某位客户**最近什么时候来过**、**余额**多少\n- 给某位客户的**话术**\n\n直接说客户的名字就行。';

/** The answer to one question in its conversation. */
export function answer(ctx: Context, worker: Worker, topic: Topic, question: string): string {
  if (/先(联系|打|找|约)|联系谁|打给谁|优先|今天.*(任务|联系)/.test(question)) return whomToCall(ctx, worker);
  if (/收入|业绩|绩效|工资|课时|赚/.test(question)) return monthIncome(ctx, worker);
  const customer = customerMeant(ctx, worker, topic, question);
  if (customer === undefined) return topic.context_type === 'coach' ? monthIncome(ctx, worker) : HELP;
  if (/话术|怎么说|怎么聊|开场|邀约/.test(question)) return wordsFor(ctx, customer);
  if (/余额|储值|充值/.test(question)) return balanceOf(ctx, customer);
  if (/上次|最近|多久|什么时候|来店|到店/.test(question)) return lastVisit(ctx, customer);
  return portrait(ctx, customer);
}
