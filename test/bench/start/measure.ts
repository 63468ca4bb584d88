// How long each tab takes from the start of the program to its first content, beside an empty page in the same host.
import { median, rounded } from '../figures';
import type { Figures, Measure, RunOptions } from '../figures';
import type { Seen } from './inside/seen';
import { load } from './load';
import { Neighbours } from './neighbours';
import { Quiet } from './quiet';
import { profile } from './profile/profile';
import { ratioOf, uncertainty } from './rounds';
import { EMPTY, scenes } from './scenes';
import type { Scene } from './scenes';
import { startStage } from './stage';
import type { Stage } from './stage';

/** A quiet machine is done after the fewest; on a busy one more loads make up for their spread. */
const ROUNDS = { fewest: 5, most: 11 };
/** The rounds go on until each ratio is as good as this. */
const WANTED = 0.02;
/** For a machine that others use too. */
const PATIENCE_MS = 120_000;
/** The one whose counts have no suffix. */
const MAIN = 'backpack_warm';

type Time = 'first_content_ms' | 'ready_ms';

/** What was seen of one scene, and of the empty pages before and after it. */
interface Round {
  seen: Seen;
  before: Seen;
  after: Seen;
}

/** Loads a scene. */
type Look = (scene: Scene) => Promise<Seen>;

const looking =
  (stage: Stage): Look =>
  async (scene) => {
    const { device, seen } = await load(stage.placeOf(scene), scene);
    await device.close();
    return seen;
  };

/** Each scene once, between empty pages. */
async function oneRound(look: Look): Promise<Record<string, Round>> {
  const round: Record<string, Round> = {};
  let before = await look(EMPTY);
  for (const scene of scenes) {
    const seen = await look(scene);
    const after = await look(EMPTY);
    round[scene.name] = { seen, before, after };
    before = after;
  }
  return round;
}

const ratios = (rounds: readonly Round[], time: Time): number[] =>
  rounds.map(({ seen, before, after }) =>
    ratioOf({ ms: seen[time], empty_before_ms: before[time], empty_after_ms: after[time] }),
  );

const of = (name: string, rounds: readonly Record<string, Round>[]): Round[] =>
  rounds.flatMap((round) => round[name] ?? []);

const worst = (rounds: readonly Record<string, Round>[]): number =>
  Math.max(...scenes.map(({ name }) => uncertainty(ratios(of(name, rounds), 'first_content_ms'))));

function figuresOf(rounds: readonly Record<string, Round>[]): Figures {
  const figures: Figures = {};
  for (const { name } of scenes) {
    const mine = of(name, rounds);
    figures[`start.first_content_ratio_${name}`] = rounded(median(ratios(mine, 'first_content_ms')), 2);
    figures[`start.ready_ratio_${name}`] = rounded(median(ratios(mine, 'ready_ms')), 2);
  }
  for (const { name } of scenes) {
    const mine = of(name, rounds);
    const suffix = name === MAIN ? '' : `_${name}`;
    const count = (field: keyof Seen): number => median(mine.map(({ seen }) => seen[field]));
    figures[`start.js_kb_executed${suffix}`] = rounded(count('js_bytes') / 1024, 1);
    figures[`start.requests${suffix}`] = count('requests');
    figures[`start.setdata_calls${suffix}`] = count('setdata_calls');
    figures[`start.nodes${suffix}`] = count('nodes');
    figures[`start.storage_reads${suffix}`] = count('storage_reads');
  }
  const empty = scenes.flatMap(({ name }) => of(name, rounds).map(({ before }) => before));
  figures['start.empty_first_content_ms'] = rounded(median(empty.map((seen) => seen.first_content_ms)), 0);
  figures['start.rounds'] = rounds.length;
  figures['start.uncertainty_percent'] = rounded(worst(rounds) * 100, 1);
  return figures;
}

/** With `profile` one start is looked into, and nothing measured. */
async function run(options: RunOptions): Promise<Figures> {
  const stage = await startStage();
  try {
    if (options.profile) {
      await profile(stage);
      return {};
    }
    const look = looking(stage);
    // The first loads warm up the server and the machine, and are nobody's.
    for (const scene of [EMPTY, ...scenes]) await look(scene);
    const quiet = new Quiet(await Neighbours.of(stage.browser), PATIENCE_MS);
    const rounds: Record<string, Round>[] = [];
    while (rounds.length < ROUNDS.fewest || (rounds.length < ROUNDS.most && worst(rounds) > WANTED))
      rounds.push(await oneRound((scene) => quiet.undisturbed(() => look(scene))));
    return { ...figuresOf(rounds), 'start.disturbed_loads': quiet.disturbed };
  } finally {
    await stage.close();
  }
}

export const start: Measure = {
  name: 'start',
  run,
  limits: {
    'start.first_content_ratio_backpack_warm': 2.2,
    'start.first_content_ratio_backpack_cold': 1.8,
  },
};
