// What is left of pages that were opened and closed: the heap after fifty of them over the heap before, in both halves of
// the program.
import type { CDPSession } from 'playwright-core';
import { rounded } from '../figures';
import type { Figures, Measure } from '../figures';
import { startPhones } from './phones';
import type { Phone } from './phones';
import { goalsIn } from './places';
import type { Goal } from './places';

/** At least. */
const PAGES = 50;

interface Left {
  bytes: number;
  documents: number;
}

async function left(devtools: CDPSession): Promise<Left> {
  // What a collection frees may free more at the next.
  for (let times = 0; times < 3; times += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { bytes: of('JSHeapUsedSize'), documents: of('Documents') };
}

async function visit(phone: Phone, { url, text }: Goal): Promise<void> {
  await phone.open(url, text);
  await phone.back();
}

interface Grown {
  growth: number;
  documents: number;
}

async function grown(phone: Phone, goals: readonly Goal[]): Promise<Grown> {
  await phone.devtools.send('Performance.enable');
  // The first of each brings its code and its data, which stay.
  for (const goal of goals) await visit(phone, goal);
  const before = await left(phone.devtools);
  // Whole rounds: a drawing that a page shows counts as a document of its own as long as the browser keeps it, so both
  // looks are taken after the same page.
  for (let visits = 0; visits < PAGES; visits += goals.length)
    for (const goal of goals) await visit(phone, goal);
  const after = await left(phone.devtools);
  return { growth: after.bytes / before.bytes, documents: after.documents - before.documents };
}

/** `heap.growth_50_pages` is the worse of the two halves'. */
async function run(): Promise<Figures> {
  const phones = await startPhones();
  try {
    const goals = goalsIn(phones.world);
    const of = (whose: Goal['who']): Promise<Grown> =>
      grown(
        phones.of[whose],
        goals.filter(({ who }) => who === whose),
      );
    const [customer, staff] = [await of('customer'), await of('staff')];
    return {
      'heap.growth_50_pages': rounded(Math.max(customer.growth, staff.growth)),
      'heap.growth_50_pages_customer': rounded(customer.growth),
      'heap.growth_50_pages_staff': rounded(staff.growth),
      'heap.documents_left': customer.documents + staff.documents,
    };
  } finally {
    await phones.close();
  }
}

export const heap: Measure = {
  name: 'heap',
  run,
  limits: { 'heap.growth_50_pages': 1.2, 'heap.documents_left': 0 },
};
