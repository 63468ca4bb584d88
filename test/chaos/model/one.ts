// One model explored: every story of so many of all its events, then longer ones of the few that matter most.
import { settleByTicks } from '../../support/fake-time';
import { explore, storyLines } from './explore';
import type { Model } from './explore';
import { PLANS } from './models';
import type { Plan } from './models';

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** @throws where there is none of that name */
export function planOf(name: string): Plan {
  const plan = PLANS.find(({ model }) => model.name === name);
  if (plan === undefined)
    throw new Error(`no model ${name}: ${PLANS.map(({ model }) => model.name).join(', ')}`);
  return plan;
}

/**
 * A promise that was refused and that nobody heard breaks the story that is played: it is told, and the process ends.
 * @returns what hears of each story before it is played
 */
export function tellUnheard({ name }: Model): (story: readonly string[]) => void {
  let playing: readonly string[] = [];
  process.on('unhandledRejection', (reason) => {
    const what = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    storyLines(name, playing, [`nobody heard: ${what}`]).forEach(say);
    process.exit(1);
  });
  return (story) => {
    playing = story;
  };
}

/** @param deeper so many events more than in the usual run @returns whether no story breaks anything */
export async function exploreOne({ model, all, few }: Plan, deeper: number): Promise<boolean> {
  const plays = tellUnheard(model);
  settleByTicks();
  for (const [what, alphabet, depth] of [
    ['all', model.events, all + deeper],
    ['the main', model.few, few + deeper],
  ] as const) {
    const began = Date.now();
    const { walks, states, broken } = await explore(model, alphabet, depth, plays);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    const sign = broken === undefined ? '✓' : '✗';
    say(
      `${sign} K4 ${model.name}: ${what} ${alphabet.length} events to ${depth}: ${walks} stories, ${states} states, ${seconds} s`,
    );
    if (broken === undefined) continue;
    storyLines(model.name, broken.story, broken.problems).forEach(say);
    return false;
  }
  return true;
}

/** Ends the process by what it comes to. */
export function closeOn(isFine: Promise<boolean>): void {
  isFine.then(
    (fine) => process.exit(fine ? 0 : 1),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    },
  );
}
