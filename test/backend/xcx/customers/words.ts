// The words a coach can use, derived from a customer's facts: clues, habits, talking points, an analysis.
import type { ApiRetentionClue } from '../../../../typings/xcx/tasks';
import type { Context } from '../../context';
import { text } from '../../db/store';
import { churnRisk, memberLevel, spendTrend } from './facts';
import type { Facts } from './facts';
import type { Customer } from './rows';

const PROJECT_WORDS: Readonly<Record<string, string>> = {
  BILLIARD: '台球',
  SNOOKER: '斯诺克',
  MAHJONG: '麻将',
  KTV: '包厢唱歌',
};
const COLORS = ['primary', 'success', 'purple', 'error'] as const;

export const projectWord = ({ favourite_project }: Facts): string =>
  PROJECT_WORDS[favourite_project ?? ''] ?? '台球';

/** `下午`, `傍晚`, `晚上`, `深夜` */
export function dayPart({ usual_hour }: Facts): string {
  const hour = usual_hour ?? 19;
  if (hour >= 22 || hour < 6) return '深夜';
  if (hour >= 19) return '晚上';
  return hour >= 17 ? '傍晚' : '下午';
}

const yuan = (value: number): string => `¥${Math.round(value)}`;

function derivedClues(facts: Facts): ApiRetentionClue[] {
  const clues: ApiRetentionClue[] = [];
  if (facts.visits > 0) {
    const detail =
      facts.interval_days === null ? undefined : `平均每 ${Math.round(facts.interval_days)} 天来一次`;
    clues.push({
      ...{ tag: '消费习惯', tag_color: 'primary', emoji: '🕘', source: '系统分析' },
      text: `常在${dayPart(facts)}来玩${projectWord(facts)}`,
      ...(detail === undefined ? {} : { desc: detail }),
    });
  }
  if (facts.favourite_table !== null) {
    const word = `最常选 ${facts.favourite_table}`;
    clues.push({ tag: '玩法偏好', tag_color: 'success', emoji: '🎯', text: word, source: '系统分析' });
  }
  if (facts.balance >= 1000) {
    const word = `储值余额 ${yuan(facts.balance)}，可约着用掉`;
    clues.push({ tag: '客户基础', tag_color: 'purple', emoji: '💳', text: word, source: '系统分析' });
  }
  return clues;
}

/** What people wrote down, then what the books show. */
export function cluesOf(ctx: Context, customer: Customer, facts: Facts): ApiRetentionClue[] {
  const sql = 'SELECT * FROM xcx_clues WHERE customer_id = ? ORDER BY clue_id';
  const written = ctx.store.all(sql, customer.customer_id).map((row) => {
    const color = text(row, 'tag_color');
    return {
      tag: text(row, 'tag'),
      tag_color: COLORS.find((known) => known === color) ?? 'primary',
      emoji: text(row, 'emoji'),
      text: text(row, 'text'),
      source: text(row, 'source'),
    };
  });
  return [...written, ...derivedClues(facts)];
}

export function talkingPoints(customer: Customer, facts: Facts): string[] {
  const name = customer.name;
  const away = facts.days_absent ?? 0;
  const hello =
    away >= 14
      ? `${name}您好，有 ${away} 天没见到您了，最近还好吗？`
      : `${name}您好，谢谢您常来，上次玩得还尽兴吗？`;
  const offer =
    facts.balance >= 300
      ? `您卡里还有 ${yuan(facts.balance)}，这周${dayPart(facts)}我给您留张台？`
      : `这周${dayPart(facts)}${projectWord(facts)}有空台，我提前给您留一张？`;
  const drinks = facts.favourite_drinks;
  return [hello, offer, ...(drinks === null ? [] : [`您爱喝的${drinks.split('×')[0] ?? drinks}我先备上。`])];
}

export function habitsOf(facts: Facts): string {
  const each = facts.average_spend === null ? '' : `，每次约 ${yuan(facts.average_spend)}`;
  return `多在${dayPart(facts)}到店，以${projectWord(facts)}为主${each}`;
}

const TREND_WORDS = { up: '消费在上升', down: '消费在下降', flat: '消费平稳' } as const;
const RISK_WORDS = { high: '流失风险高', medium: '有流失苗头', low: '关系稳定' } as const;

export function analysisOf(customer: Customer, facts: Facts): { summary: string; suggestions: string[] } {
  if (facts.visits === 0) return { summary: '暂无到店记录。', suggestions: [] };
  const [trend, risk] = [spendTrend(facts), churnRisk(facts)];
  const summary =
    `${customer.name}（${memberLevel(facts)}）共到店 ${facts.visits} 次，最近一次在 ${facts.days_absent ?? 0} 天前；` +
    `近 60 天消费 ${yuan(facts.spend_60)}，前 60 天 ${yuan(facts.spend_60_before)}，${TREND_WORDS[trend]}，${RISK_WORDS[risk]}。`;
  const suggestions = [
    risk === 'low' ? '保持每两周一次的问候即可' : `三天内主动联系，约在${dayPart(facts)}`,
    facts.balance >= 300 ? `提醒储值余额 ${yuan(facts.balance)}` : '推荐一档合适的储值方案',
    ...(trend === 'down' ? [`安排一次${projectWord(facts)}体验课`] : []),
  ];
  return { summary, suggestions };
}
