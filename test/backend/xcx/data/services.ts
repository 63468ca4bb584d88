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

export const serviceColumns = [
  ...(['service_id', 'visit_id', 'coach_id', 'course_class', 'half_hours_raw', 'half_hours'] as const),
  ...(['fee', 'income', 'rating'] as const),
];

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

export function service(random: Random, { visit_id, coach_id, area, halfHours }: Course): Service[] {
  const hourly = COACHES.find((coach) => coach.coach_id === coach_id)?.hourly_income ?? 0;
  const vip = area === 'vip';
  const half_hours = counted(random, halfHours);
  const income = Math.round((hourly * (vip ? 1.4 : 1) * half_hours) / 2);
  const nothing = { visit_id, coach_id, half_hours_raw: 0, half_hours: 0, fee: 0, rating: null };
  const course: Service = {
    ...{ visit_id, coach_id, course_class: vip ? 'vip' : 'basic', half_hours_raw: halfHours, half_hours },
    ...{ fee: Math.round(income * 1.7), income, rating: random.below(3) === 0 ? 3 + random.below(3) : null },
  };
  const tip: Service = { ...nothing, course_class: 'tip', fee: 50, income: 40 };
  const incentive: Service = { ...nothing, course_class: 'incentive', income: 30 };
  return [course, ...(random.below(16) === 0 ? [tip] : []), ...(random.below(24) === 0 ? [incentive] : [])];
}
