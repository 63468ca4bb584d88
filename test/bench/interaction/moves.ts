// How long a page takes from the call that opens it to its first content, beside an empty page opened before and after it.
import { median, rounded } from '../figures';
import type { Figures } from '../figures';
import { readTrace, threadTime } from '../start/trace';
import { goalsIn } from './places';
import type { Goal } from './places';
import type { Phones } from './phones';

const ROUNDS = { slow: 11, cpu: 3 };

type Opened = Pick<Goal, 'url' | 'text'> & { who: keyof Phones['of'] };

const EMPTY: Opened = { who: 'empty', url: '/pages/second/second', text: '空' };

/** On the slowed-down processor. @returns ms from the call to the painted content */
async function seen(phones: Phones, { who, url, text }: Opened): Promise<number> {
  const phone = phones.of[who];
  await phone.slow();
  const ms = await phone.open(url, text);
  await phone.fast();
  await phone.back();
  return ms;
}

/** At full speed. @returns processor time of the page's thread in between, ms: answers that are waited for do not count */
async function cpu(phones: Phones, { who, url, text }: Opened): Promise<number> {
  const phone = phones.of[who];
  const { browser } = phones.world;
  await browser.startTracing(phone.device.page, { categories: ['blink.user_timing'] });
  await phone.open(url, text);
  const ms = threadTime(readTrace(await browser.stopTracing()));
  await phone.back();
  return ms;
}

/** Each page of a phone is once the first on it: that one finds the phone as it is after a rest. */
function inTurn(goals: readonly Goal[], round: number): Goal[] {
  const own = (['customer', 'staff'] as const).map((who) => goals.filter((goal) => goal.who === who));
  return own.flatMap((some) => some.map((_, at) => some[(at + round) % some.length] as Goal));
}

/** Ratios to the empty pages opened before and after, by page. */
async function ratiosOf(
  phones: Phones,
  goals: readonly Goal[],
  rounds: number,
  open: (phones: Phones, what: Opened) => Promise<number>,
): Promise<{ ratios: [name: string, ratio: number][]; empty_ms: number }> {
  const ratios = new Map(goals.map(({ name }) => [name, [] as number[]]));
  const empties: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    let before = await open(phones, EMPTY);
    for (const goal of inTurn(goals, round)) {
      const ms = await open(phones, goal);
      const after = await open(phones, EMPTY);
      ratios.get(goal.name)?.push(ms / ((before + after) / 2));
      empties.push(after);
      before = after;
    }
  }
  return {
    ratios: [...ratios].map(([name, all]) => [name, rounded(median(all), 2)]),
    empty_ms: median(empties),
  };
}

/** Those without a name behind them are the worst page's. */
export async function moves(phones: Phones): Promise<Figures> {
  const goals = goalsIn(phones.world);
  // The first of each fetches packages and data, and is nobody's.
  for (const goal of [EMPTY, ...goals]) await seen(phones, goal);
  const content = await ratiosOf(phones, goals, ROUNDS.slow, seen);
  const work = await ratiosOf(phones, goals, ROUNDS.cpu, cpu);
  const figures = (key: string, ratios: [string, number][]): Figures => ({
    [key]: Math.max(...ratios.map(([, ratio]) => ratio)),
    ...Object.fromEntries(ratios.map(([name, ratio]) => [`${key}_${name}`, ratio])),
  });
  return {
    ...figures('nav.first_content_ratio', content.ratios),
    ...figures('nav.cpu_ratio', work.ratios),
    'nav.empty_first_content_ms': rounded(content.empty_ms, 0),
    'nav.empty_cpu_ms': rounded(work.empty_ms, 0),
  };
}
