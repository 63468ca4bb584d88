// How long each tab takes from the start of the program to its first content, beside an empty page in the same host.
import { median, rounded } from '../figures';
import type { Figures, Measure, RunOptions } from '../figures';
import type { Seen } from './inside/seen';
import { load } from './load';
import type { Place } from './load';
import { Neighbours } from './neighbours';
import { profile } from './profile/profile';
import { Quiet } from './quiet';
import { oneRound, ratioOf, uncertainty } from './rounds';
import type { Round } from './rounds';
import { EMPTY, scenes } from './scenes';
import type { Scene } from './scenes';
import { startStage } from './stage';
import type { Stage } from './stage';
import { readTrace, threadTime } from './trace';

/** A quiet machine is done after the fewest; on a busy one more loads make up for their spread. */
const ROUNDS = { fewest: 5, most: 11 };
/** The rounds go on until each ratio is as good as this, or so much time is gone. */
const WANTED = 0.02;
const LONGEST_MS = 300_000;
/** For a machine that others use too: waiting, and measuring again. */
const PATIENCE_MS = 60_000;
/** Of each tab of a person who was there before: the aim, which not every tab keeps yet. */
const WARM_LIMIT = 1.6;
/** The one whose counts have no suffix. */
const MAIN = 'backpack_warm';

/** A load on the slowed-down processor. */
async function seenOf(place: Place, scene: Scene): Promise<Seen> {
  const { device, seen } = await load(place, scene);
  await device.close();
  return seen;
}

/** A load at full speed. @returns processor time of the page's thread until the first content, ms: steady on a busy machine */
async function cpuOf(place: Place, scene: Scene): Promise<number> {
  const { browser } = place;
  const { device } = await load(place, scene, {
    slowdown: 1,
    before: (_devtools, page) => browser.startTracing(page, { categories: ['blink.user_timing'] }),
  });
  const events = readTrace(await browser.stopTracing());
  await device.close();
  return threadTime(events);
}

interface Rounds {
  slow: Round<Seen>[];
  cpu: Round<number>[];
}

const of = <T>(name: string, rounds: readonly Round<T>[]) => rounds.flatMap((round) => round[name] ?? []);

const ratios = <T>(name: string, rounds: readonly Round<T>[], ms: (seen: T) => number): number[] =>
  of(name, rounds).map((sample) => ratioOf(sample, ms));

const content = ({ first_content_ms }: Seen): number => first_content_ms;
const self = (ms: number): number => ms;

const worst = ({ slow }: Rounds): number =>
  Math.max(...scenes.map(({ name }) => uncertainty(ratios(name, slow, content))));

function ratioFigures({ slow, cpu }: Rounds): Figures {
  const figures: Figures = {};
  for (const { name } of scenes) {
    const ready = ratios(name, slow, ({ ready_ms }) => ready_ms);
    figures[`start.first_content_ratio_${name}`] = rounded(median(ratios(name, slow, content)), 2);
    figures[`start.ready_ratio_${name}`] = rounded(median(ready), 2);
    figures[`start.cpu_ratio_${name}`] = rounded(median(ratios(name, cpu, self)), 2);
  }
  return figures;
}

function countFigures({ slow }: Rounds): Figures {
  const figures: Figures = {};
  for (const { name } of scenes) {
    const suffix = name === MAIN ? '' : `_${name}`;
    const count = (field: keyof Seen): number => median(of(name, slow).map(({ seen }) => seen[field]));
    figures[`start.js_kb_executed${suffix}`] = rounded(count('js_bytes') / 1024, 1);
    figures[`start.requests${suffix}`] = count('requests');
    figures[`start.setdata_calls${suffix}`] = count('setdata_calls');
    figures[`start.nodes${suffix}`] = count('nodes');
    figures[`start.storage_reads${suffix}`] = count('storage_reads');
  }
  return figures;
}

/** What the ratios were taken from, and how far they can be trusted. */
function trustFigures(rounds: Rounds, disturbed: number): Figures {
  const befores = <T>(all: readonly Round<T>[]): T[] =>
    scenes.flatMap(({ name }) => of(name, all).map(({ before }) => before));
  return {
    'start.empty_first_content_ms': rounded(median(befores(rounds.slow).map(content)), 0),
    'start.empty_cpu_ms': rounded(median(befores(rounds.cpu)), 0),
    'start.rounds': rounds.slow.length,
    'start.uncertainty_percent': rounded(worst(rounds) * 100, 1),
    'start.disturbed_loads': disturbed,
  };
}

async function measured(stage: Stage): Promise<Figures> {
  // The first loads warm up the server and the machine and are not counted.
  for (const scene of [EMPTY, ...scenes]) await seenOf(stage.placeOf(scene), scene);
  const quiet = new Quiet(await Neighbours.of(stage.browser), PATIENCE_MS);
  const rounds: Rounds = { slow: [], cpu: [] };
  const end = performance.now() + LONGEST_MS;
  const goesOn = (): boolean => {
    if (rounds.slow.length < ROUNDS.fewest) return true;
    return rounds.slow.length < ROUNDS.most && worst(rounds) > WANTED && performance.now() < end;
  };
  while (goesOn()) {
    rounds.slow.push(await oneRound((scene) => quiet.undisturbed(() => seenOf(stage.placeOf(scene), scene))));
    rounds.cpu.push(await oneRound((scene) => cpuOf(stage.placeOf(scene), scene)));
  }
  return { ...ratioFigures(rounds), ...countFigures(rounds), ...trustFigures(rounds, quiet.disturbed) };
}

/** With `profile` one start is looked into, and nothing measured. */
async function run(options: RunOptions): Promise<Figures> {
  const stage = await startStage();
  try {
    if (!options.profile) return await measured(stage);
    await profile(stage);
    return {};
  } finally {
    await stage.close();
  }
}

export const start: Measure = {
  name: 'start',
  run,
  limits: {
    'start.first_content_ratio_backpack_cold': 1.8,
    ...Object.fromEntries(
      scenes
        .filter(({ state }) => state === 'warm')
        .map(({ name }) => [`start.first_content_ratio_${name}`, WARM_LIMIT]),
    ),
  },
};
