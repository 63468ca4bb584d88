// How often a pushed message writes to the phone's storage, which holds the app up each time: with the conversation open
// and closed, one message now and then and a thousand in one second.
import { rounded } from '../figures';
import type { Figures, Measure } from '../figures';
import { BenchWorld } from './world';

const LINES = 100;
const MESSAGES = 50;
/** Longer than anything waits before it is written. */
const APART_MS = 10_000;
const BURST = 1_000;

/**
 * Throws when the last message that was pushed is not in the conversation: a message that the app did not take in would
 * not be written either.
 */
function requireNewest({ conversation, server }: BenchWorld): void {
  const newest = conversation.lines.at(-1)?.chat_message_id;
  if (String(newest) !== String(server.newest))
    throw new Error(`the newest message is ${String(newest)}, the server's ${server.newest}`);
}

async function rest(world: BenchWorld): Promise<void> {
  await world.flush();
  world.advance(APART_MS);
  await world.settled();
}

/** @returns writes of each message alone, and of the burst in all */
async function written(is_open: boolean): Promise<{ each: number; burst: number }> {
  const world = await BenchWorld.open(LINES);
  if (!is_open) world.page.end();
  await rest(world);
  const { storage } = world;
  storage.writes = 0;
  for (let count = 0; count < MESSAGES; count += 1) {
    await world.arrive();
    await rest(world);
  }
  const each = storage.writes / MESSAGES;
  storage.writes = 0;
  for (let count = 0; count < BURST; count += 1) {
    world.server.push();
    world.advance(1);
    await world.settled();
  }
  await rest(world);
  requireNewest(world);
  const burst = storage.writes;
  world.close();
  return { each, burst };
}

async function run(): Promise<Figures> {
  const [open, closed] = [await written(true), await written(false)];
  return {
    'chat.storage_writes_per_message': rounded(open.each, 2),
    'chat.storage_writes_per_message_closed': rounded(closed.each, 2),
    'chat.burst_storage_writes': open.burst,
    'chat.burst_storage_writes_closed': closed.burst,
  };
}

export const writes: Measure = {
  name: 'writes',
  run,
  limits: {
    'chat.storage_writes_per_message': 1,
    'chat.storage_writes_per_message_closed': 1,
    'chat.burst_storage_writes': 10,
    'chat.burst_storage_writes_closed': 10,
  },
};
