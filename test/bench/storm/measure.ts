// Measures the storm after a lost server, over what a server may let in, and draws it.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Figures, Measure } from '../figures';
import { picture } from './picture';
import type { Line } from './picture';
import { fixedComer, play, policyComer } from './storm';
import type { Comer, Storm } from './storm';

const PEOPLE = 100_000;
/** What servers may let in a second: fewer than our first spread of 3,333 brings, about as many, and more. */
const RATES = [1_000, 1_250, 1_500, 2_000, 2_500, 3_000, 3_500, 5_000];
/** Drawn, and compared with retries at a fixed interval. */
const SHOWN_RATES = [1_000, 3_000];
const INTERVAL_MS = 3_000;
const SHOWN_S = 120;
/** Where the picture ends: everybody every 3 s is far above it, and would flatten what is to be seen. */
const TOP = 5_000;
const SVG = path.resolve(__dirname, '../../../docs/pictures/storm.svg');

/** The same storm at each run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const storm = (per_second: number, make: () => Comer): Storm => play({ people: PEOPLE, per_second }, make);

/** Plays all storms and draws two of them; the worst of ours is the figure that counts. */
async function run(): Promise<Figures> {
  const random = seeded(2026);
  const figures: Figures = {};
  const lines: Line[] = [];
  for (const rate of RATES) {
    const ours = storm(rate, () => policyComer(random));
    figures[`chat.storm_peak_over_mean_at_${rate}`] = ours.peak_over_mean;
    figures[`chat.storm_seconds_at_${rate}`] = ours.seconds;
    if (!SHOWN_RATES.includes(rate)) continue;
    figures[`chat.storm_attempts_each_at_${rate}`] = ours.attempts_each;
    const fixed = storm(rate, () => fixedComer(INTERVAL_MS));
    figures[`chat.storm_fixed_peak_over_mean_at_${rate}`] = fixed.peak_over_mean;
    figures[`chat.storm_fixed_seconds_at_${rate}`] = fixed.seconds;
    figures[`chat.storm_fixed_attempts_each_at_${rate}`] = fixed.attempts_each;
    lines.push({
      label: `ours, ${rate} let in a second`,
      color: rate === 1_000 ? '#0f766e' : '#1d4ed8',
      values: ours.arrivals,
    });
    if (rate === 3_000)
      lines.push({ label: 'every 3 s, 3000 let in a second', color: '#c2410c', values: fixed.arrivals });
  }
  const worst = Math.max(...RATES.map((rate) => figures[`chat.storm_peak_over_mean_at_${rate}`] ?? NaN));
  mkdirSync(path.dirname(SVG), { recursive: true });
  writeFileSync(
    SVG,
    picture(`Attempts per second after a server with ${PEOPLE} people is lost`, lines, SHOWN_S, TOP),
  );
  return { 'chat.storm_peak_over_mean': worst, ...figures };
}

export const storms: Measure = { name: 'storm', run, limits: { 'chat.storm_peak_over_mean': 2 } };
