// `npm run test:models [-- --deeper N] [--model NAME [--story word,word]]`: every story of so many events, on each model. `--deeper`
// adds to the length; `--story` plays one story again.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Tally } from '../../support/tally';
import { line } from '../../support/tally';
import { explore, storyLines } from './explore';
import { PLANS } from './models';
import type { Plan } from './models';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** MB for what is young: each story leaves much of it. */
const ROOM = '--max-semi-space-size=64';

const { values } = parseArgs({
  options: { deeper: { type: 'string' }, model: { type: 'string' }, story: { type: 'string' } },
});
const deeper = Number(values.deeper ?? 0);

/** Plays one story. @returns whether it breaks nothing */
async function again({ model }: Plan, story: readonly string[]): Promise<boolean> {
  const unknown = story.filter((event) => !model.events.includes(event));
  if (unknown.length > 0) throw new Error(`${model.name} knows no ${unknown.join(', ')}`);
  const walk = await model.play(story);
  const problems = walk.problems.length > 0 ? walk.problems : await walk.end();
  storyLines(model.name, story, problems).forEach(say);
  return problems.length === 0;
}

/** @returns whether no story breaks anything */
async function exploreOne({ model, all, few }: Plan): Promise<boolean> {
  for (const [what, alphabet, depth] of [
    ['all', model.events, all + deeper],
    ['the main', model.few, few + deeper],
  ] as const) {
    const began = Date.now();
    const { walks, states, broken } = await explore(model, alphabet, depth);
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

/** One model in a process of its own; what it says is said as a whole. */
function inProcess(name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const args = [...process.execArgv, ROOM, __filename, '--model', name, '--deeper', String(deeper)];
    // The tally is of all models: one alone must not write it.
    const { TEST_TALLY: _all, ...env } = process.env;
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    child.on('error', reject);
    child.on('exit', (code) => {
      process.stdout.write(said);
      resolve(code === 0);
    });
  });
}

async function exploreAll(): Promise<Tally> {
  const tally = { passed: 0, failed: 0 };
  const left = [...PLANS];
  const work = async (): Promise<void> => {
    for (let plan = left.shift(); plan !== undefined; plan = left.shift()) {
      if (await inProcess(plan.model.name)) tally.passed += 1;
      else tally.failed += 1;
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  return tally;
}

/** Whoever asked for a file closes on the line itself. @returns whether all passed */
function told(tally: Tally): boolean {
  const file = process.env['TEST_TALLY'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(tally));
  else if (values.model === undefined) say(line(tally));
  return tally.failed === 0;
}

async function main(): Promise<boolean> {
  if (values.model === undefined) return told(await exploreAll());
  const plan = PLANS.find(({ model }) => model.name === values.model);
  if (plan === undefined)
    throw new Error(`no model ${values.model}: ${PLANS.map(({ model }) => model.name).join(', ')}`);
  const isFine =
    values.story === undefined
      ? await exploreOne(plan)
      : await again(plan, values.story.split(',').filter(Boolean));
  return told({ passed: isFine ? 1 : 0, failed: isFine ? 0 : 1 });
}

main().then(
  (isFine) => process.exit(isFine ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
