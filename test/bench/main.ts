// `npm run bench`: every measure, as a table; `-- --json` ends with one flat object on one line, `-- --only NAME,NAME` runs
// some of them. A figure over its limit fails the run.
import { parseArgs } from 'node:util';
import { answers } from './assistant/answers';
import { arrivals } from './conversation/arrivals';
import { bursts } from './conversation/burst';
import { reconnects } from './conversation/reconnect';
import { writes } from './conversation/writes';
import { decode } from './decode';
import { exceeded, table } from './figures';
import type { Figures, Measure } from './figures';
import { heap } from './interaction/heap';
import { interaction } from './interaction/measure';
import { preview } from './preview/measure';
import { requests } from './requests';
import { size } from './size';
import { boardSwitches } from './staff/boards';
import { taskUpdates } from './staff/tasks';
import { start } from './start/measure';
import { storms } from './storm/measure';

const MEASURES: readonly Measure[] = [
  decode,
  arrivals,
  bursts,
  writes,
  reconnects,
  storms,
  requests,
  taskUpdates,
  size,
  preview,
  heap,
  interaction,
  boardSwitches,
  answers,
  start,
];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
      profile: { type: 'boolean', default: false },
    },
  });
  const named = values.only?.split(',');
  const unknown = named?.filter((one) => !MEASURES.some(({ name }) => name === one)) ?? [];
  if (unknown.length > 0) {
    throw new Error(`no measure ${unknown.join(', ')}: ${MEASURES.map(({ name }) => name).join(', ')}`);
  }
  const chosen = MEASURES.filter(({ name }) => named === undefined || named.includes(name));
  const figures: Figures = {};
  const limits: Figures = {};
  for (const measure of chosen) {
    Object.assign(figures, await measure.run({ profile: values.profile }));
    Object.assign(limits, measure.limits);
  }
  console.log(values.json ? JSON.stringify(figures) : table(figures, limits));
  const over = exceeded(figures, limits);
  if (over.length === 0) return;
  console.error(`over the limit: ${over.join(', ')}`);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  // What was begun when it failed would keep the process alive: a browser, a server.
  process.exit(1);
});
