// 300 customers, each with habits that shape a year of visits: from those who come every few days to those who left.
import type { Random } from '../../db/seed/prng';
import { DAY_MS } from '../time';
import { customerName } from './names';
import { COACHES, DEMO_COACH, NEW_COACH } from './store';
import type { Project } from './store';

export interface Customer {
  customer_id: number;
  coach_id: number;
  name: string;
  phone: string;
  tags: string;
  hobbies: string;
  joined_at: number;
}

export interface Habits {
  project: Project;
  /** Mean days between two visits. */
  everyDays: number;
  /** The last day of a visit, at the latest. */
  until: number;
  /** Of ten visits, how many are with a coach. */
  coached: number;
  /** Of ten visits with a coach, how many are with the customer's own. */
  faithful: number;
  /** Yuan of a usual recharge; 0 for those who never do. */
  recharge: number;
}

export interface Guest {
  customer: Customer;
  habits: Habits;
}

interface Kind {
  share: number;
  tags: readonly string[];
  everyDays: number;
  /** Days since the last possible visit. */
  absent: readonly [number, number];
  /** Days since joining. */
  joined: readonly [number, number];
}

const KINDS: readonly Kind[] = [
  { share: 24, tags: ['忠实客户', '高频'], everyDays: 5, absent: [0, 4], joined: [300, 390] },
  { share: 96, tags: ['老客户'], everyDays: 13, absent: [0, 16], joined: [120, 390] },
  { share: 90, tags: ['散客'], everyDays: 30, absent: [0, 40], joined: [90, 390] },
  { share: 60, tags: ['流失预警'], everyDays: 9, absent: [30, 150], joined: [180, 390] },
  { share: 30, tags: ['新客'], everyDays: 12, absent: [0, 3], joined: [3, 40] },
];

const PROJECTS: readonly [Project, ...Project[]] = [
  ...(['BILLIARD', 'BILLIARD', 'BILLIARD', 'BILLIARD', 'BILLIARD'] as const),
  ...(['SNOOKER', 'SNOOKER', 'MAHJONG', 'MAHJONG', 'KTV'] as const),
];
const HOBBIES: Readonly<Record<Project, string>> = {
  BILLIARD: '中式八球',
  SNOOKER: '斯诺克',
  MAHJONG: '麻将',
  KTV: '唱歌',
};
const EXTRA_HOBBIES = ['喝茶', '美式九球', '看球赛', '桌游', '羽毛球'] as const;
const EXTRA_TAGS = ['价格敏感', '喜欢安静', '爱带朋友', '夜场', '周末党', '公司团建'] as const;
const RECHARGES = [0, 500, 1000, 1000, 2000, 3000, 5000, 10_000] as const;

const between = (random: Random, [least, most]: readonly [number, number]): number =>
  least + random.below(most - least + 1);

function coachFor(random: Random, project: Project): number {
  const demo = COACHES.find(({ coach_id }) => coach_id === DEMO_COACH);
  if (demo?.skills.includes(project) === true && random.below(8) === 0) return DEMO_COACH;
  const able = COACHES.filter(({ coach_id, skills }) => coach_id !== NEW_COACH && skills.includes(project));
  return able[random.below(able.length)]?.coach_id ?? DEMO_COACH;
}

function guest(random: Random, index: number, kind: Kind, today: number): Guest {
  const project = random.pick(PROJECTS);
  const hobbies = [HOBBIES[project], ...(random.below(3) === 0 ? [random.pick(EXTRA_HOBBIES)] : [])];
  const tags = [...kind.tags, ...(random.below(2) === 0 ? [random.pick(EXTRA_TAGS)] : [])];
  const recharge = random.pick(RECHARGES);
  return {
    customer: {
      customer_id: index + 1,
      coach_id: coachFor(random, project),
      name: customerName(index),
      phone: String(13_800_001_000 + index),
      tags: JSON.stringify(recharge >= 5000 ? ['大客户', ...tags] : tags),
      hobbies: JSON.stringify(index % 17 === 16 ? [] : hobbies),
      joined_at: today - between(random, kind.joined) * DAY_MS,
    },
    habits: {
      project,
      everyDays: kind.everyDays,
      until: today - between(random, kind.absent) * DAY_MS,
      coached: 4 + random.below(6),
      faithful: 7,
      recharge,
    },
  };
}

/** Kinds are dealt round, so that every coach has some of each. @param today the first ms of the present day */
export function planCustomers(random: Random, today: number): Guest[] {
  const hand = KINDS.flatMap((kind) =>
    Array.from({ length: kind.share }, (_, place) => ({ kind, order: (place + 0.5) / kind.share })),
  ).sort((a, b) => a.order - b.order);
  return hand.map(({ kind }, index) => guest(random, index, kind, today));
}
