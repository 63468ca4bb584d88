// The test commands: `tsx test/run.ts [part …] [-- filter]`. Without a part it runs them all, in the order of how soon they tell.
import { close, line, sum, type Tally } from './support/tally';
import { parts, whole, type PartName } from './support/parts';

const separator = process.argv.indexOf('--');
const named = process.argv.slice(2, separator < 0 ? undefined : separator);
const filter = separator < 0 ? [] : process.argv.slice(separator + 1);
const isPart = (name: string): name is PartName => name in parts;

async function run(): Promise<Tally> {
  const unknown = named.filter((name) => !isPart(name));
  if (unknown.length > 0)
    throw new Error(`No such part: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}`);
  const chosen =
    named.length > 0 ? named.filter(isPart).map((name) => [name, () => parts[name](filter)] as const) : whole;
  const tallies: Tally[] = [];
  const lines: string[] = [];
  for (const [name, part] of chosen) {
    const started = Date.now();
    const tally = await part();
    tallies.push(tally);
    lines.push(`${name.padEnd(12)} ${line(tally)} (${Math.round((Date.now() - started) / 1000)} s)`);
  }
  if (chosen.length > 1) process.stdout.write(`\n${lines.join('\n')}\n`);
  return sum(tallies);
}

run().then(close, (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  close({ passed: 0, failed: 1 });
});
