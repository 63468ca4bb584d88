// `npm run test:models [-- --deeper N] [--model NAME [--story word,word]]`: every story of so many events, on each model. `--deeper`
// adds to the length; `--story` plays one story again. `--processes`: so many models at once.
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Tally } from '../../support/tally';
import { line } from '../../support/tally';
import { exploreAll } from './all';
import { storyLines } from './explore';
import type { Plan } from './models';
import { closeOn, exploreOne, planOf, say, tellUnheard } from './one';

const { values } = parseArgs({
  options: {
    deeper: { type: 'string' },
    model: { type: 'string' },
    story: { type: 'string' },
    processes: { type: 'string' },
  },
});

/** Plays one story. @returns whether it breaks nothing */
async function again({ model }: Plan, story: readonly string[]): Promise<boolean> {
  const unknown = story.filter((event) => !model.events.includes(event));
  if (unknown.length > 0) throw new Error(`${model.name} knows no ${unknown.join(', ')}`);
  tellUnheard(model)(story);
  const walk = await model.play(story);
  const problems = walk.problems.length > 0 ? walk.problems : await walk.end();
  storyLines(model.name, story, problems).forEach(say);
  return problems.length === 0;
}

/** Whoever asked for a file closes on the line itself. @returns whether all passed */
function told(tally: Tally): boolean {
  const file = process.env['TEST_TALLY'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(tally));
  else say(line(tally));
  return tally.failed === 0;
}

async function main(): Promise<boolean> {
  const deeper = Number(values.deeper ?? 0);
  const processes = Number(values.processes ?? Math.min(2, availableParallelism()));
  if (!Number.isSafeInteger(processes) || processes < 1) throw new Error('--processes is a whole number');
  if (values.model === undefined) return told(await exploreAll(deeper, processes));
  const plan = planOf(values.model);
  const isFine =
    values.story === undefined
      ? await exploreOne(plan, deeper)
      : await again(plan, values.story.split(',').filter(Boolean));
  return told({ passed: isFine ? 1 : 0, failed: isFine ? 0 : 1 });
}

closeOn(main());
