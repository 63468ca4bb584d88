// A year of visits, with the services of coaches and the recharges that belong to them.
import type { Random } from '../../db/seed/prng';
import { DAY_MS, HOUR_MS, dayStart, monthStart, calendarDay } from '../time';
import type { Guest } from './customers';
import { coachSlot, customerSlot, Occupancy, tableSlot } from './occupancy';
import { rechargeFor } from './recharges';
import type { Recharge } from './recharges';
import { service } from './services';
import type { Service } from './services';
import { COACHES, DEMO_COACH, NEW_COACH, TABLES } from './store';
import type { Table } from './store';

export interface Visit {
  visit_id: number;
  customer_id: number;
  table_id: number;
  started_at: number;
  ended_at: number;
  table_fee: number;
  drinks: string;
  drinks_fee: number;
  discount: number;
  paid_by: 'cash' | 'balance';
}

const DRINKS: readonly (readonly [string, number])[] = [
  ['', 0],
  ['', 0],
  ['可乐×2', 16],
  ['矿泉水×2', 10],
  ['啤酒×4', 60],
  ['红茶×1、瓜子×1', 46],
  ['咖啡×2', 56],
];
/** Recharges and services share a list of earnings: their ids differ. */
const FIRST_RECHARGE = 900_001;
/** Half hours after noon at which parties come; evenings are liked best. */
const STARTS: readonly [number, ...number[]] = [2, 4, 6, 10, 13, 14, 15, 16, 17, 18, 19, 20, 22];

export interface Ledger {
  visits: Visit[];
  services: (Service & { service_id: number })[];
  recharges: (Recharge & { recharge_id: number })[];
}

interface Books extends Ledger {
  busy: Occupancy;
}

interface Stay {
  start: number;
  halfHours: number;
}

function freeTable(books: Books, random: Random, guest: Guest, stay: Stay): Table | undefined {
  const favourite = random.below(10) < 8;
  const able = TABLES.filter(({ project }) => !favourite || project === guest.habits.project);
  const first = random.below(able.length);
  return [...able.slice(first), ...able.slice(0, first)].find(({ table_id }) =>
    books.busy.take(tableSlot(table_id), stay.start, stay.halfHours),
  );
}

/** Mostly the customer's own coach, else another who can do it and is free. */
function freeCoach(books: Books, random: Random, guest: Guest, table: Table, stay: Stay): number | undefined {
  if (random.below(10) >= guest.habits.coached) return undefined;
  const others = COACHES.filter(
    ({ coach_id, skills }) => coach_id < NEW_COACH && skills.includes(table.project),
  );
  const other = others[random.below(others.length)]?.coach_id ?? DEMO_COACH;
  const wanted = random.below(10) < guest.habits.faithful ? guest.customer.coach_id : other;
  return [wanted, other].find((id) => books.busy.take(coachSlot(id), stay.start, stay.halfHours));
}

function visit(books: Books, random: Random, guest: Guest, stay: Stay, balance: number): number {
  const here = books.busy.take(customerSlot(guest.customer.customer_id), stay.start, stay.halfHours);
  const table = here ? freeTable(books, random, guest, stay) : undefined;
  if (table === undefined) return balance;
  const visit_id = books.visits.length + 1;
  const coach_id = freeCoach(books, random, guest, table, stay);
  const given =
    coach_id === undefined
      ? []
      : service(random, { visit_id, coach_id, area: table.area, halfHours: stay.halfHours });
  for (const one of given) books.services.push({ service_id: books.services.length + 1, ...one });
  const [drinks, drinks_fee] = DRINKS[random.below(DRINKS.length)] ?? ['', 0];
  const table_fee = (table.hourly_fee * stay.halfHours) / 2;
  const discount = random.below(5) === 0 ? Math.floor(table_fee / 5) : 0;
  const amount = table_fee + drinks_fee - discount + given.reduce((sum, { fee }) => sum + fee, 0);
  const recharge = rechargeFor(random, guest, balance, stay.start);
  if (recharge !== undefined)
    books.recharges.push({ recharge_id: FIRST_RECHARGE + books.recharges.length, ...recharge });
  const full = balance + (recharge === undefined ? 0 : recharge.amount + recharge.bonus);
  const paid_by = full >= amount ? 'balance' : 'cash';
  books.visits.push({
    visit_id,
    customer_id: guest.customer.customer_id,
    table_id: table.table_id,
    started_at: stay.start,
    ended_at: stay.start + (stay.halfHours * HOUR_MS) / 2,
    table_fee,
    drinks,
    drinks_fee,
    discount,
    paid_by,
  });
  return paid_by === 'balance' ? full - amount : full;
}

/** The days a customer comes, from joining (or the oldest day kept) on. */
function* stays(random: Random, { customer, habits }: Guest, oldest: number): Generator<Stay> {
  let day = dayStart(Math.max(customer.joined_at, oldest));
  while (day <= habits.until) {
    yield { start: day + 12 * HOUR_MS + (random.pick(STARTS) * HOUR_MS) / 2, halfHours: 2 + random.below(6) };
    day += (1 + random.below(habits.everyDays * 2 - 1)) * DAY_MS;
  }
}

/** One party on each side of midnight at the last two month borders, with the demo coach. */
function borderStays(today: number): Stay[] {
  const { year, month } = calendarDay(today);
  return [monthStart(year, month - 1), monthStart(year, month)].flatMap((border) => [
    { start: border - HOUR_MS / 2, halfHours: 1 },
    { start: border, halfHours: 3 },
  ]);
}

/** Visits, services and recharges of the 13 months before the current one and of this month, today included. */
export function planVisits(random: Random, guests: readonly Guest[], today: number): Ledger {
  const { year, month } = calendarDay(today);
  const oldest = monthStart(year, month - 13);
  const books: Books = { visits: [], services: [], recharges: [], busy: new Occupancy() };
  const regular = guests.find(({ customer }) => customer.coach_id === DEMO_COACH);
  if (regular === undefined) throw new Error('the demo coach has no customer');
  const always = { ...regular, habits: { ...regular.habits, coached: 10, faithful: 10 } };
  for (const stay of borderStays(today)) visit(books, random, always, stay, 0);
  for (const guest of guests) {
    let balance = 0;
    for (const stay of stays(random, guest, oldest)) balance = visit(books, random, guest, stay, balance);
  }
  return books;
}
