// Notes that colleagues left, with ratings and scores on some, and what customers told about themselves (clues).
import type { Random } from '../../db/seed/prng';
import { int } from '../../db/store';
import type { Store } from '../../db/store';
import { DAY_MS, HOUR_MS } from '../time';
import type { Guest } from './customers';
import { insertAll } from './rows';

const CONTENTS = [
  '电话沟通过，说这周末有空会来，帮他留了靠窗的台子。',
  '微信回复很快，最近工作忙，月底再约。',
  '想学斯诺克走位，建议下次安排一节走位专项课。',
  '上次反映空调偏冷，来之前记得先调好温度。',
  '朋友生日，想订包厢，已发套餐给他看。',
  '对价格比较在意，适合推荐工作日下午场。',
] as const;
const SYSTEM = '连续两次到店间隔变长，建议本周内主动联系一次。';

const CLUES = [
  ['客户基础', 'primary', '👤', '家住附近小区，步行十分钟到店', '助教记录'],
  ['客户基础', 'primary', '💼', '附近公司上班，多在下班后过来', '助教记录'],
  ['玩法偏好', 'success', '🎱', '偏爱老裁判球台，不喜欢换台', '助教记录'],
  ['社交关系', 'purple', '👥', '常和两位同事一起来，可以一并邀约', '客户自述'],
  ['重要反馈', 'error', '⚠️', '上次等台时间较长，有些不满', '前台反馈'],
  ['促销接受', 'success', '🎁', '对储值赠送活动感兴趣', '前台反馈'],
] as const;

const LABEL_COLUMNS = [
  ...(['coach_id', 'target_type', 'target_id', 'tag_type', 'content', 'ai_score'] as const),
  ...(['rating_service_willingness', 'rating_revisit_likelihood', 'created_at'] as const),
];

interface Target {
  target_type: 'task' | 'customer';
  target_id: number;
  coach_id: number;
}

function note(random: Random, target: Target, now: number) {
  const rated = random.below(2) === 0;
  return {
    ...target,
    tag_type: target.target_type === 'task' ? 'coach' : 'customer',
    content: random.pick(CONTENTS),
    ai_score: random.below(3) === 0 ? null : 1 + random.below(10),
    rating_service_willingness: rated ? 1 + random.below(5) : null,
    rating_revisit_likelihood: rated ? 1 + random.below(5) : null,
    created_at: now - (1 + random.below(20 * 24)) * HOUR_MS,
  };
}

function seedClues(store: Store, random: Random, guests: readonly Guest[]): void {
  const rows = guests.flatMap(({ customer }) => {
    const count = random.below(4);
    const first = random.below(CLUES.length);
    return [...CLUES.slice(first), ...CLUES.slice(0, first)]
      .slice(0, count)
      .map(([tag, tag_color, emoji, text, source]) => ({
        ...{ customer_id: customer.customer_id, tag, tag_color, emoji, text, source },
      }));
  });
  insertAll(store, 'xcx_clues', ['customer_id', 'tag', 'tag_color', 'emoji', 'text', 'source'], rows);
}

/** Notes on every third open task and every fourth customer; the backend itself added some. */
export function seedNotes(store: Store, random: Random, guests: readonly Guest[], now: number): void {
  seedClues(store, random, guests);
  const tasks = store.all(
    `SELECT task_id, coach_id FROM xcx_tasks WHERE status <> 'completed' ORDER BY task_id`,
  );
  const onTasks = tasks
    .filter((_, index) => index % 3 === 0)
    .map((row) =>
      note(
        random,
        { target_type: 'task', target_id: int(row, 'task_id'), coach_id: int(row, 'coach_id') },
        now,
      ),
    );
  const onCustomers = guests
    .filter((_, index) => index % 4 === 0)
    .map(({ customer: { customer_id: target_id, coach_id } }) =>
      note(random, { target_type: 'customer', target_id, coach_id }, now),
    );
  const bySystem = guests
    .filter((_, index) => index % 25 === 0)
    .map(({ customer }) => ({
      ...{ coach_id: null, target_type: 'customer', target_id: customer.customer_id, tag_type: 'system' },
      ...{ content: SYSTEM, ai_score: null, rating_service_willingness: null },
      ...{ rating_revisit_likelihood: null, created_at: now - 2 * DAY_MS },
    }));
  insertAll(store, 'xcx_notes', LABEL_COLUMNS, [...onTasks, ...onCustomers, ...bySystem]);
}
