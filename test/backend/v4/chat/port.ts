// What the chat needs around it: no HTTP, no sockets, no timers of its own. The server and in-process tests give it the same.
import type { Clock } from '../../clock';
import type { Store } from '../../db/store';
import type { Limiter } from '../../http/limiter';
import type { Listeners } from '../../listeners';
import type { Profile, Revision } from '../../profile';
import type { Message, Session } from './rows';

/** What happened, whoever is to be told of it and in whichever words. */
export type ChatEvent =
  | { kind: 'message'; session: Session; message: Message; via: 'http' | 'socket' }
  | { kind: 'status'; session: Session }
  | { kind: 'satisfaction_request'; session: Session }
  | { kind: 'rated'; session: Session }
  | { kind: 'closed'; session: Session; by: 'agent' | 'system' };

/** Counts the agents who are there: consoles, desks, the scripted one. */
export class Presence {
  private readonly present = new Set<symbol>();

  /** @returns a function that leaves again */
  enter(): () => void {
    const who = Symbol('agent');
    this.present.add(who);
    return () => this.present.delete(who);
  }

  get isAnyone(): boolean {
    return this.present.size > 0;
  }
}

export interface ChatSettings {
  /** Deployed profile: how long a send waits for an agent when none is there, ms. */
  waitWithoutAgentMs: number;
}

/** As the real backend does. */
export const usualChat = (): ChatSettings => ({ waitWithoutAgentMs: 3000 });

export interface ChatPort {
  readonly store: Store;
  readonly clock: Clock;
  readonly limiter: Limiter;
  /** Told of everything that happens in any session, after it is stored. */
  readonly chatEvents: Listeners<ChatEvent>;
  readonly agents: Presence;
  readonly chatSettings: ChatSettings;
  /** Both may change while running. */
  profile: Profile;
  revision: Revision;
}
