// A virtual agent: takes sessions over, answers, asks for ratings, closes.
import { AGENT } from '../../backend/db/seed/people';
import { acceptSession, askForRating, closeSession, sendAsAgent } from '../../backend/v4/chat/agent';
import type { Session } from '../../backend/v4/chat/rows';
import { listSessions } from '../../backend/v4/chat/sessions';
import type { WorldBackend } from './backend';
import { COMMON } from './person';
import type { Dice } from './weather';

export class Agent {
  private words = 0;

  constructor(
    private readonly server: WorldBackend,
    private readonly dice: Dice,
  ) {}

  /** One thing an agent may do in one of the open sessions. */
  act(): void {
    const session = this.dice.pick([this.anyOpen(), this.anyOpen()]);
    if (session === undefined) return;
    const id = session.customer_service_session_id;
    const { chat } = this.server;
    const roll = this.dice.next();
    if (session.status === 'waiting' && roll < 0.5) acceptSession(chat, AGENT.user_id, id);
    else if (roll < 0.94) this.say(session);
    else if (roll < 0.97) askForRating(chat, id);
    else closeSession(chat, id, '问题已解决', this.dice.chance(0.5) ? 'agent' : 'system');
  }

  /** Some lines within one second, as a hurried agent writes. */
  say(session: Session): void {
    const lines = this.dice.chance(0.2) ? this.dice.between(2, 6) : 1;
    for (let n = 0; n < lines; n += 1) {
      const content = this.dice.chance(0.15)
        ? this.dice.pick(COMMON)
        : `客服第${(this.words += 1)}句 <b>&amp;`;
      const body = { content, message_type: 'text' };
      sendAsAgent(this.server.chat, AGENT.user_id, session.customer_service_session_id, body);
    }
  }

  private anyOpen(): Session | undefined {
    const open = listSessions(this.server.chat, {}, 20, 0).filter(({ status }) => status !== 'closed');
    return open[this.dice.below(Math.max(1, open.length))];
  }
}
