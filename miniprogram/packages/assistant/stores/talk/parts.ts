// What a conversation with the assistant is built from.
import type { Clock, Timers } from '../../../../platform/ports';
import type { AssistantApi } from '../../api/assistant';
import type { Subjects } from '../about';

export interface TalkParts {
  api: AssistantApi;
  /** The server's. */
  clock: Clock;
  /** The phone's, steady. */
  time: Timers & Clock;
  subjects: Subjects;
  /** Something was said: the list of conversations is not what it was. */
  onSaid(): void;
}
