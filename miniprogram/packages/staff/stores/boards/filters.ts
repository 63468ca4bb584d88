// What each board can be narrowed to: its filters with their choices. What comes from a link or the shelf is held against them.
// Pure.
import type { ApiSkillType } from '../../../../../typings/xcx/config';
import { tableOf } from '../../../../format/lookup';

export type BoardName = 'coaches' | 'customers' | 'finance';

/** By the filter's name on the wire; a skill or project is empty for all of them. */
export type Filter = Readonly<Record<string, string>>;
export type Filters = Readonly<Record<BoardName, Filter>>;

export interface Choice {
  value: string;
  text: string;
}

interface Field {
  name: string;
  heading: string;
  /** The first is what holds where nothing was chosen. */
  choices: readonly Choice[];
  /** The others come from CONFIG-1. */
  of_skills?: true;
}

export const BOARDS: readonly { name: BoardName; text: string }[] = [
  { name: 'coaches', text: '助教' },
  { name: 'customers', text: '客户' },
  { name: 'finance', text: '财务' },
];

const field = (name: string, heading: string, choices: Readonly<Record<string, string>>): Field => ({
  ...{ name, heading, choices: Object.entries(choices).map(([value, text]) => ({ value, text })) },
});

const FIELDS: Readonly<Record<BoardName, readonly Field[]>> = {
  coaches: [
    field('sort', '排序', {
      perf_desc: '工时，多到少',
      perf_asc: '工时，少到多',
      salary_desc: '收入，高到低',
      salary_asc: '收入，低到高',
      sv_desc: '客户储值',
      task_desc: '任务完成',
    }),
    { ...field('skill', '技能', { '': '全部技能' }), of_skills: true },
    field('time', '时间', {
      month: '本月',
      quarter: '本季度',
      last_month: '上月',
      last_3m: '前 3 个月',
      last_quarter: '上季度',
      last_6m: '前 6 个月',
    }),
  ],
  customers: [
    field('dimension', '看什么', {
      recall: '待召回',
      potential: '潜力',
      balance: '储值',
      recharge: '充值',
      recent: '最近到店',
      spend60: '近60天消费',
      freq60: '近60天频次',
      loyal: '亲密',
    }),
    { ...field('project', '项目', { '': '全部项目' }), of_skills: true },
  ],
  finance: [
    field('time', '时间', {
      month: '本月',
      lastMonth: '上月',
      week: '本周',
      lastWeek: '上周',
      quarter3: '前 3 个月',
      quarter: '本季度',
      lastQuarter: '上季度',
      half6: '前 6 个月',
    }),
    field('area', '区域', {
      all: '全部区域',
      hall: '大厅',
      hallA: 'A 区大厅',
      hallB: 'B 区大厅',
      hallC: 'C 区斯诺克',
      mahjong: '麻将房',
      tea: '茶室',
      vip: '包厢',
    }),
    field('compare', '对比', { '0': '不对比', '1': '对比' }),
  ],
};

/** What a filter says on the row, where that is not its choice's own text. */
const briefs = tableOf<string>({
  perf_desc: '按工时',
  perf_asc: '工时少到多',
  salary_desc: '按收入',
  salary_asc: '收入低到高',
  sv_desc: '按客户储值',
  task_desc: '按任务',
});

/** What a span of finance is compared with. */
const befores = tableOf<string>({
  month: '上月',
  lastMonth: '前月',
  week: '上周',
  lastWeek: '前周',
  quarter: '上季度',
  lastQuarter: '前季度',
});

export const boardNamed = (name: unknown): BoardName | null =>
  BOARDS.find((board) => board.name === name)?.name ?? null;

const choicesOf = (
  { choices, of_skills }: Field,
  skills: readonly ApiSkillType[] | null,
): readonly Choice[] => (of_skills === undefined ? choices : [...choices, ...(skills ?? []).filter(isSome)]);

/** Whether it is one of them, and not all. */
const isSome = ({ value }: ApiSkillType): boolean => value.toUpperCase() !== 'ALL';

/** How the server calls all of them. */
export const allSkills = (skills: readonly ApiSkillType[] | null): string =>
  skills?.find((skill) => !isSome(skill))?.value ?? 'ALL';

export const headingOf = (board: BoardName, name: string): string =>
  FIELDS[board].find((one) => one.name === name)?.heading ?? '';

export const choicesFor = (
  board: BoardName,
  name: string,
  skills: readonly ApiSkillType[] | null,
): readonly Choice[] => FIELDS[board].flatMap((one) => (one.name === name ? choicesOf(one, skills) : []));

/** A skill as a link may name one: whether the store has it, CONFIG-1 says. */
const SKILL = /^\w{1,24}$/;

/** Of what was read, what there is; the rest is as if nothing had been chosen. */
export function filterFrom(board: BoardName, read: Readonly<Record<string, string | undefined>>): Filter {
  const pairs = FIELDS[board].map(({ name, choices, of_skills }): [string, string] => {
    const value = read[name] ?? '';
    const is_known = choices.some((choice) => choice.value === value) || (of_skills && SKILL.test(value));
    return [name, is_known === true ? value : (choices[0]?.value ?? '')];
  });
  return Object.fromEntries(pairs);
}

export const defaultFilter = (board: BoardName): Filter => filterFrom(board, {});

/** What was chosen, for an address. */
export function queryOf(board: BoardName, filter: Filter): Record<string, string> {
  const plain = defaultFilter(board);
  const chosen = Object.entries(filter).filter(([name, value]) => value !== plain[name]);
  return { board, ...Object.fromEntries(chosen) };
}

/** Without a skill that the store does not have. */
export function withKnownSkill(board: BoardName, filter: Filter, skills: readonly ApiSkillType[]): Filter {
  const unknown = FIELDS[board].filter(
    (one) => one.of_skills && !choicesOf(one, skills).some(({ value }) => value === filter[one.name]),
  );
  return unknown.length === 0
    ? filter
    : { ...filter, ...Object.fromEntries(unknown.map(({ name }) => [name, ''])) };
}

export interface Chip {
  name: string;
  text: string;
  /** Something else than the default was chosen. */
  is_set: boolean;
}

/** What the row says of each filter, in its order. */
export function chipsOf(board: BoardName, filter: Filter, skills: readonly ApiSkillType[] | null): Chip[] {
  const plain = defaultFilter(board);
  return FIELDS[board].map((one) => {
    const { name } = one;
    const value = filter[name] ?? '';
    const said = choicesOf(one, skills).find((choice) => choice.value === value)?.text ?? value;
    const text =
      name === 'compare' ? `对比${befores[filter['time'] ?? ''] ?? '上期'}` : (briefs[value] ?? said);
    return { name, text, is_set: value !== plain[name] };
  });
}

/** The filters in a line: `按工时 · 全部技能 · 本月`. */
export const summaryOf = (chips: readonly Chip[]): string =>
  chips
    .filter(({ name, is_set }) => name !== 'compare' || is_set)
    .map(({ text }) => text)
    .join(' · ');
