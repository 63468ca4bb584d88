// A customer's chat (outbox, conversation, sessions) in every story of what people, networks, agents and time do to it.
import type { RouteProfile } from '../../../miniprogram/api/v4/routes';
import { settle } from '../../support/fake-time';
import { ALIKE, World } from './chat-world';
import type { Model, Walk } from './explore';

/** Stories begin on a phone that knows the conversation, or with this on a new one. */
const FIRST = 'starts_first';

const EVENTS: Record<string, (world: World) => unknown> = {
  [FIRST]: (world) => world.startFirst(),
  writes: (world) => world.write(),
  writes_alike: (world) => world.write(ALIKE),
  next_answer_lost: (world) => world.next('stored'),
  next_request_lost: (world) => world.next('not_stored'),
  next_never_leaves: (world) => world.next('unsent'),
  next_too_often: (world) => world.next('too_often'),
  agent_pushed: (world) => world.agent(true),
  agent_not_pushed: (world) => world.agent(false),
  no_network: (world) => world.network(false),
  network: (world) => world.network(true),
  hidden: (world) => world.show(false),
  seen: (world) => world.show(true),
  leaves: (world) => world.visit(false),
  opens: (world) => world.visit(true),
  killed: (world) => world.kill(),
  waits_5_s: (world) => world.wait(5_000),
  waits_a_minute: (world) => world.wait(61_000),
};

/** What loses or doubles messages: an answer that does not come, a phone that dies, a reading that is late. The rest is in `all`. */
const FEW = ['writes', 'next_answer_lost', 'agent_not_pushed', 'killed', 'waits_5_s'];

/** @param profile what the server keeps of our ids */
export function chatModel(profile: RouteProfile): Model {
  let begun_key = '';
  const fine = new Set<string>();

  async function played(world: World, story: readonly string[]): Promise<Walk> {
    for (const event of story) {
      world.takes = 0;
      await EVENTS[event]?.(world);
      await settle();
    }
    // What led here was looked at as a story of its own.
    world.look();
    const { key, problems, takes } = world;
    const vain = story.length === 0 ? world.vain : [...world.vain, FIRST];
    return {
      ...{ key, problems, vain, takes },
      async end() {
        await world.end(fine);
        return problems;
      },
      go: (events) => played(world, events),
      isAsBegun: () => world.isYoung && world.key === begun_key,
    };
  }

  return {
    name: `chat_${profile}`,
    events: Object.keys(EVENTS),
    few: FEW,
    readies: Object.keys(EVENTS).filter((event) => event.startsWith('next_')),
    async play(story) {
      const world = new World(profile);
      await world.begin();
      begun_key = world.key;
      return played(world, story);
    },
  };
}
