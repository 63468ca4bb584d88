// The chat without a server: a store in memory, any clock, and no sockets. For tests that move time themselves.
import type { Clock } from '../../clock';
import { SCHEMA } from '../../db/schema';
import { seedPeople } from '../../db/seed/people';
import { Store } from '../../db/store';
import { Limiter } from '../../http/limiter';
import { Listeners } from '../../listeners';
import type { Profile } from '../../profile';
import { Presence, usualChat } from './port';
import type { ChatPort } from './port';

/** A chat with the demo people and nothing said. Close its store when done. */
export function openChat(clock: Clock, profile: Profile = 'documented'): ChatPort {
  const store = new Store(':memory:');
  for (const script of SCHEMA) store.script(script);
  seedPeople(store, clock.now());
  return {
    store,
    clock,
    profile,
    revision: 'july',
    limiter: new Limiter(clock),
    chatEvents: new Listeners(),
    agents: new Presence(),
    chatSettings: usualChat(),
  };
}
