// A thousand messages in one second, for somebody at the bottom and for somebody who reads above: how often the page's
// setData is called until all is shown, and whether what is shown then is all of it.
import type { Figures, Measure } from '../figures';
import { checkPage } from './same';
import { BenchWorld } from './world';

const COUNT = 1_000;
const BURST = 1_000;

/** @param up px above the end at which the person reads */
async function burst(up: number): Promise<number> {
  const world = await BenchWorld.open(COUNT);
  if (up > 0) {
    world.page.scroll(world.page.layout.scroll_top - up);
    await world.quiet();
  }
  const { ledger } = world.page;
  ledger.clear();
  for (let count = 0; count < BURST; count += 1) {
    world.server.push();
    world.advance(1);
    await world.settled();
  }
  await world.flush();
  const { calls } = ledger;
  await checkPage(world);
  world.close();
  return calls;
}

async function run(): Promise<Figures> {
  return {
    'chat.burst_setdata_calls': await burst(0),
    'chat.burst_setdata_calls_reading_above': await burst(3_000),
  };
}

export const bursts: Measure = {
  name: 'burst',
  run,
  limits: { 'chat.burst_setdata_calls': 20, 'chat.burst_setdata_calls_reading_above': 20 },
};
