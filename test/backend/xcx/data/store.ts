// The store's coaches and tables: fixed, so that people can get to know them.
import type { Store } from '../../db/store';
import { COACH_NAMES } from './names';
import { insertAll } from './rows';

export interface StoreRow {
  store_id: number;
  name: string;
  /** Two letters and three digits; an administrator may change it. */
  site_code: string;
}

export const STORES: readonly StoreRow[] = [
  { store_id: 1, name: '朗桌台球·滨江店', site_code: 'HZ001' },
  { store_id: 2, name: '朗桌台球·城西店', site_code: 'HZ002' },
];

/** Coach of the account `demo-coach`, and the newly hired one of `demo-empty`, who has no past. */
export const DEMO_COACH = 1;
export const NEW_COACH = 12;

export type Project = 'BILLIARD' | 'SNOOKER' | 'MAHJONG' | 'KTV';
export type Area = 'hallA' | 'hallB' | 'hallC' | 'mahjong' | 'tea' | 'vip';

export interface Coach {
  coach_id: number;
  name: string;
  level: string;
  level_class: string;
  skills: string;
  /** Yuan for an hour of a basic course. */
  hourly_income: number;
}

interface Level {
  level: string;
  level_class: string;
  hourly_income: number;
}
const JUNIOR: Level = { level: '初级', level_class: 'junior', hourly_income: 58 };
const MIDDLE: Level = { level: '中级', level_class: 'middle', hourly_income: 72 };
const SENIOR: Level = { level: '高级', level_class: 'senior', hourly_income: 90 };
const STAR: Level = { level: '星级', level_class: 'star', hourly_income: 118 };

const STAFF: readonly (readonly [Level, readonly Project[]])[] = [
  [SENIOR, ['BILLIARD', 'SNOOKER']],
  [STAR, ['SNOOKER', 'BILLIARD']],
  [MIDDLE, ['BILLIARD', 'MAHJONG']],
  [MIDDLE, ['BILLIARD', 'KTV']],
  [STAR, ['BILLIARD', 'SNOOKER', 'KTV']],
  [JUNIOR, ['BILLIARD']],
  [JUNIOR, ['MAHJONG', 'KTV']],
  [MIDDLE, ['MAHJONG', 'BILLIARD']],
  [SENIOR, ['SNOOKER', 'MAHJONG']],
  [JUNIOR, ['KTV', 'BILLIARD']],
  [SENIOR, ['BILLIARD', 'SNOOKER', 'MAHJONG', 'KTV']],
  [JUNIOR, ['BILLIARD']],
];

export const COACHES: readonly Coach[] = STAFF.map(([level, skills], index) => ({
  coach_id: index + 1,
  name: COACH_NAMES[index] ?? '',
  ...level,
  skills: JSON.stringify(skills),
}));

/** The second store opened today: its coaches have no past, and it has no books yet. */
export const SECOND_STORE: readonly (Coach & { store_id: number })[] = [
  { coach_id: 101, store_id: 2, name: '程小鹿', ...MIDDLE, skills: JSON.stringify(['BILLIARD', 'KTV']) },
  { coach_id: 102, store_id: 2, name: '许青禾', ...JUNIOR, skills: JSON.stringify(['SNOOKER']) },
];

interface Step {
  /** First month, `YYYY-MM`. */
  valid_from: string;
  min_hours: number;
  label: string;
  /** What an hour of a basic course brings on top, yuan. */
  rate: number;
  /** What an incentive brings, yuan. */
  incentive_rate: number;
}

/** The pay scale by hours of a month: one step at first, four since March 2026. */
const TIERS: readonly Step[] = [
  { valid_from: '2025-01', min_hours: 0, label: '一档', rate: 0, incentive_rate: 30 },
  { valid_from: '2026-03', min_hours: 0, label: '一档', rate: 0, incentive_rate: 30 },
  { valid_from: '2026-03', min_hours: 40, label: '二档', rate: 5, incentive_rate: 32 },
  { valid_from: '2026-03', min_hours: 80, label: '三档', rate: 10, incentive_rate: 35 },
  { valid_from: '2026-03', min_hours: 120, label: '四档', rate: 18, incentive_rate: 40 },
];

export interface Table {
  table_id: number;
  name: string;
  area: Area;
  project: Project;
  hourly_fee: number;
}

const row = (area: Area, project: Project, prefix: string, count: number, hourly_fee: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `${prefix}${index + 1}`, area, project, hourly_fee }));

export const TABLES: readonly Table[] = [
  ...row('hallA', 'BILLIARD', 'A', 8, 48),
  ...row('hallB', 'BILLIARD', 'B', 6, 58),
  ...row('hallC', 'SNOOKER', 'C', 4, 78),
  ...row('mahjong', 'MAHJONG', '麻将', 5, 68),
  ...row('tea', 'MAHJONG', '茶室', 3, 88),
  ...row('vip', 'KTV', 'KTV', 3, 168),
  ...row('vip', 'BILLIARD', 'VIP', 2, 128),
].map((table, index) => ({ table_id: index + 1, ...table }));

export function seedStore(store: Store): void {
  insertAll(store, 'xcx_stores', ['store_id', 'name', 'site_code'], STORES);
  insertAll(store, 'xcx_tiers', ['valid_from', 'min_hours', 'label', 'rate', 'incentive_rate'], TIERS);
  insertAll(
    store,
    'xcx_coaches',
    ['coach_id', 'name', 'level', 'level_class', 'skills', 'hourly_income'],
    COACHES,
  );
  insertAll(
    store,
    'xcx_coaches',
    ['coach_id', 'store_id', 'name', 'level', 'level_class', 'skills', 'hourly_income'],
    SECOND_STORE,
  );
  insertAll(store, 'xcx_tables', ['table_id', 'name', 'area', 'project', 'hourly_fee'], TABLES);
}
