// An agent that answers when nobody does. It acts after set delays on the backend's clock, so tests can move it along.
import { acceptSession, askForRating, closeSession, sendAsAgent } from '../agent';
import { lastMessage } from '../messages';
import type { ChatEvent, ChatPort } from '../port';
import type { Message, Session } from '../rows';
import { listSessions, sessionById } from '../sessions';
import { FAREWELL, GREETING, isFarewell, replyTo } from './rules';

/** How long it waits, so that a person at the desk can answer first. */
export const ACCEPT_MS = 2000;
export const REPLY_MS = 1200;
export const CLOSE_MS = 1500;

const MANY = 1000;

export class ScriptedAgent {
  private stop: (() => void) | undefined;

  /** @param adminId whose name it answers under */
  constructor(
    private readonly port: ChatPort,
    private readonly adminId = 35,
  ) {}

  get isOn(): boolean {
    return this.stop !== undefined;
  }

  /** Switches it on (it then sees to sessions that wait already) or off. */
  turn(on: boolean): void {
    if (on === this.isOn) return;
    if (!on) {
      this.stop?.();
      this.stop = undefined;
      return;
    }
    const leave = this.port.agents.enter();
    const deafen = this.port.chatEvents.add((event) => this.hear(event));
    this.stop = () => {
      leave();
      deafen();
    };
    for (const session of listSessions(this.port, { status: 'waiting' }, MANY, 0)) this.acceptLater(session);
  }

  private hear(event: ChatEvent): void {
    const { session } = event;
    if (event.kind === 'status' && session.status === 'waiting') this.acceptLater(session);
    if (event.kind !== 'message' || event.message.origin !== 'user') return;
    if (session.status === 'waiting') this.acceptLater(session);
    else if (session.admin_id === this.adminId) this.replyLater(event.message);
  }

  /** Does `work` later with the session as it is then, unless the agent is off or the data was reset. */
  private later(ms: number, sessionId: bigint, work: (session: Session) => void): void {
    this.port.clock.after(ms, () => {
      const session = this.isOn ? sessionById(this.port, sessionId) : undefined;
      if (session !== undefined && session.status !== 'closed') work(session);
    });
  }

  private acceptLater({ customer_service_session_id: id }: Session): void {
    this.later(ACCEPT_MS, id, (session) => {
      if (session.status !== 'waiting') return;
      const unanswered = lastMessage(this.port, session);
      acceptSession(this.port, this.adminId, id);
      this.say(session, GREETING);
      if (unanswered?.origin === 'user') this.replyLater(unanswered);
    });
  }

  private replyLater(message: Message): void {
    const id = message.customer_service_session_id;
    this.later(REPLY_MS, id, (session) => {
      if (session.admin_id !== this.adminId) return;
      if (!isFarewell(message)) {
        this.say(session, replyTo(this.port, session.user_id, message));
        return;
      }
      this.say(session, FAREWELL);
      askForRating(this.port, id);
      this.closeLater(message);
    });
  }

  /** Closes the session later, unless the customer writes again after the farewell. */
  private closeLater(farewell: Message): void {
    const id = farewell.customer_service_session_id;
    this.later(CLOSE_MS, id, (session) => {
      const last = lastMessage(this.port, session, 'user');
      if (session.admin_id !== this.adminId || last?.chat_message_id !== farewell.chat_message_id) return;
      closeSession(this.port, id, '问题已解决');
    });
  }

  private say(session: Session, content: string): void {
    sendAsAgent(this.port, this.adminId, session.customer_service_session_id, { content });
  }
}
