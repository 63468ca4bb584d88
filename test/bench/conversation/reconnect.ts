// A connection breaks, messages are missed, it comes back: how many exchanges one after the other, from the answer to CONNECT
// on, until the page has them all. Answers are held and let go together, so that what is asked at once counts once.
import type { Figures, Measure } from '../figures';
import { checkPage } from './same';
import { BenchWorld } from './world';

const COUNT = 1_000;
const PAGE = 20;
const MOST = 10;

/** @param missed messages said while nothing was connected */
async function reconnect(missed: number): Promise<{ round_trips: number; requests: number }> {
  const world = await BenchWorld.open(COUNT);
  const { server } = world;
  server.cut();
  for (let count = 0; count < missed; count += 1) server.say();
  server.hold();
  const asked = server.asked.length;
  const connects = server.connects;
  await world.quiet();
  if (server.connects !== connects + 1) throw new Error('it did not connect again');
  let round_trips = 0;
  while (
    world.rows.at(-1)?.chat_message_id !== String(server.newest) ||
    world.conversation.reading.state !== 'idle'
  ) {
    if (server.release() === 0) throw new Error('nothing is asked, and messages are missing');
    round_trips += 1;
    if (round_trips > MOST) throw new Error('it does not come to an end');
    await world.flush();
  }
  const requests = server.asked.length - asked;
  await checkPage(world);
  world.close();
  return { round_trips, requests };
}

async function run(): Promise<Figures> {
  const full = await reconnect(PAGE);
  const less = await reconnect(PAGE - 1);
  return {
    'chat.reconnect_round_trips': full.round_trips,
    'chat.reconnect_round_trips_19_missed': less.round_trips,
    'chat.reconnect_requests': full.requests,
  };
}

export const reconnects: Measure = { name: 'reconnect', run, limits: { 'chat.reconnect_round_trips': 2 } };
