// What a coach does during a visit: the course, now and then a tip or an incentive on top.
import type { Random } from '../../db/seed/prng';
import type { Area } from './store';
import { COACHES } from './store';

export interface Service {
  visit_id: number;
  coach_id: number;
  course_class: 'basic' | 'vip' | 'tip' | 'incentive';
  half_hours_raw: number;
  half_hours: number;
  /** What the customer pays. */
  fee: number;
  /** What the coach gets. */
  income: number;
  rating: number | null;
}

export interface Course {
  visit_id: number;
  coach_id: number;
  area: Area;
  halfHours: number;
}

/** One visit in seven is shortened by half an hour when it is counted. */
function counted(random: Random, halfHours: number): number {
  return halfHours > 1 && random.below(7) === 0 ? halfHours - 1 : halfHours;
}

const HOURLY = new Map(COACHES.map(({ coach_id, hourly_income }) => [coach_id, hourly_income]));

/** Something on top of a course: it has a worth and no hours. */
function extra({ visit_id, coach_id }: Course, course_class: 'tip' | 'incentive'): Service {
  const tip = course_class === 'tip';
  const [fee, income] = tip ? [50, 40] : [0, 30];
  return { visit_id, coach_id, course_class, half_hours_raw: 0, half_hours: 0, fee, income, rating: null };
}

export function service(random: Random, course: Course): Service[] {
  const { visit_id, coach_id, halfHours: half_hours_raw } = course;
  const vip = course.area === 'vip';
  const half_hours = counted(random, half_hours_raw);
  const income = Math.round(((HOURLY.get(coach_id) ?? 0) * (vip ? 1.4 : 1) * half_hours) / 2);
  const fee = Math.round(income * 1.7);
  const rating = random.below(3) === 0 ? 3 + random.below(3) : null;
  const course_class = vip ? 'vip' : 'basic';
  const given: Service[] = [
    { visit_id, coach_id, course_class, half_hours_raw, half_hours, fee, income, rating },
  ];
  if (random.below(16) === 0) given.push(extra(course, 'tip'));
  if (random.below(24) === 0) given.push(extra(course, 'incentive'));
  return given;
}
