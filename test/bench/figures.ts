// What a measure gives, how rounds are timed, and how figures are printed.

/** By key, `area.what_unit`. */
export type Figures = Record<string, number>;

export interface RunOptions {
  /** Say where the time goes instead of how much it is, where a measure can. */
  profile: boolean;
}

export interface Measure {
  /** Chosen by `--only`. */
  name: string;
  run(options: RunOptions): Promise<Figures>;
  /** What a figure must not exceed: over it the run fails. */
  limits?: Figures;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) throw new Error('no values');
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}

/**
 * Times each task in turn, round after round, so that other load on the machine slows all of them equally.
 * @returns the median of each, ms; the first quarter of the rounds warms up and is not counted
 */
export function interleaved<Name extends string>(
  tasks: Record<Name, () => void>,
  rounds: number,
): Record<Name, number> {
  const names = Object.keys(tasks) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const started = process.hrtime.bigint();
      tasks[name]();
      const ms = Number(process.hrtime.bigint() - started) / 1e6;
      if (round >= rounds / 4) times[name].push(ms);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>;
}

export const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));

/** Two columns for people. */
export function table(figures: Figures, limits: Figures): string {
  const width = Math.max(...Object.keys(figures).map((key) => key.length));
  return Object.entries(figures)
    .map(([key, value]) => {
      const limit = limits[key];
      const held = limit === undefined ? '' : `   ≤ ${limit} ${value <= limit ? '✓' : '✗'}`;
      return `${key.padEnd(width)}  ${String(value).padStart(10)}${held}`;
    })
    .join('\n');
}

/** The keys that exceed their limit. */
export function exceeded(figures: Figures, limits: Figures): string[] {
  return Object.entries(limits)
    .filter(([key, limit]) => key in figures && !((figures[key] ?? NaN) <= limit))
    .map(([key]) => key);
}
