// The demo people. Names are made up; numbers start at 138 0000 0000.
import { wholeSecond } from '../../clock';
import type { Store } from '../store';

export interface Person {
  user_id: number;
  mobile: string;
  nickname: string;
  is_admin?: boolean;
  status?: 'active' | 'inactive';
  about: string;
}

export const DEMO: Person = {
  user_id: 31,
  mobile: '13800000031',
  nickname: '林小满',
  is_admin: true,
  about: 'customer and administrator, full backpack',
};
export const SECOND: Person = {
  user_id: 32,
  mobile: '13800000032',
  nickname: '顾清和',
  about: 'a second customer',
};
export const EMPTY: Person = {
  user_id: 33,
  mobile: '13800000033',
  nickname: '苏木槿',
  about: 'empty backpack',
};
export const INACTIVE: Person = {
  user_id: 34,
  mobile: '13800000034',
  nickname: '沈听澜',
  status: 'inactive',
  about: 'disabled account',
};
export const AGENT: Person = {
  user_id: 35,
  mobile: '13800000035',
  nickname: '客服小禾',
  is_admin: true,
  about: 'store staff: counter and customer service',
};

export const PEOPLE: readonly Person[] = [DEMO, SECOND, EMPTY, INACTIVE, AGENT];

const DAY_MS = 24 * 60 * 60 * 1000;

export function seedPeople(store: Store, now: number): void {
  for (const person of PEOPLE) {
    store.run(
      `INSERT INTO users (user_id, mobile, nickname, status, is_admin, history_total_points, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      person.user_id,
      person.mobile,
      person.nickname,
      person.status ?? 'active',
      person.is_admin === true ? 1 : 0,
      person === DEMO ? 8650 : 0,
      wholeSecond(now) - 400 * DAY_MS,
    );
  }
}

const ASSETS: readonly (readonly [string, string, number, number, string, string, string | null])[] = [
  ['points', '积分', 1300, 50, 'points', 'common', null],
  ['red_core_shard', '红源晶碎片', 7, 0, 'red', 'common', 'gem'],
  ['diamond', '钻石', 268, 0, 'gem', 'epic', 'gem'],
  ['tea_leaf', '茶叶票', 12, 2, 'material', 'uncommon', 'tea'],
];

/** Balances: four for the demo customer, two for the second, none for the empty one. */
export function seedAssets(store: Store): void {
  const owners: readonly [number, number][] = [
    [DEMO.user_id, 4],
    [SECOND.user_id, 2],
  ];
  for (const [owner, count] of owners) {
    for (const [code, name, total, frozen, category, rarity, icon] of ASSETS.slice(0, count)) {
      const sql = `INSERT INTO assets (user_id, asset_code, display_name, total_amount, frozen_amount, category, rarity, icon)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
      store.run(sql, owner, code, name, total, frozen, category, rarity, icon);
    }
  }
}
