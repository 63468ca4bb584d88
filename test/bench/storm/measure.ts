// Measures the storm after a lost server, prints it, draws it.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { picture } from './picture';
import { fixedComer, play, policyComer } from './storm';
import type { Storm } from './storm';

const PEOPLE = 100_000;
/** Less than our own first wave of 3,333 a second: the server has to refuse. */
const PER_SECOND = 3_000;
const INTERVAL_MS = 3_000;
const SHOWN_S = 60;
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

const words = (name: string, { seconds, peak_over_mean, attempts_each, arrivals }: Storm): string =>
  `${name}: 99 % back after ${seconds} s, at most ${Math.max(...arrivals)} attempts in a second ` +
  `(${peak_over_mean} times the mean), ${attempts_each} attempts each`;

/** Plays both storms, prints the figures, writes the picture; gives the figures by key. */
export async function storm(): Promise<Record<string, number>> {
  const random = seeded(2026);
  const options = { people: PEOPLE, per_second: PER_SECOND };
  const ours = play(options, () => policyComer(random));
  const fixed = play(options, () => fixedComer(INTERVAL_MS));
  console.log(words('our policy', ours));
  console.log(words('every 3 s', fixed));
  const lines = [
    { label: 'every 3 s', color: '#c2410c', values: fixed.arrivals },
    { label: 'our policy', color: '#0f766e', values: ours.arrivals },
  ];
  const title = `Attempts per second after a server with ${PEOPLE} people is lost (it lets in ${PER_SECOND} a second)`;
  mkdirSync(path.dirname(SVG), { recursive: true });
  writeFileSync(SVG, picture(title, lines, SHOWN_S));
  return {
    'chat.storm_peak_over_mean': ours.peak_over_mean,
    'chat.storm_peak_over_mean_fixed': fixed.peak_over_mean,
    'chat.storm_seconds': ours.seconds,
    'chat.storm_attempts_each': ours.attempts_each,
  };
}
