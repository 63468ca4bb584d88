// What a conversation with the assistant is built from.
import type { ServerClock } from '../../../../api/server-clock';
import type { Abort } from '../../../../platform/abort';
import type { Clock, Timers } from '../../../../platform/ports';
import type { AssistantApi } from '../../api/assistant';
import type { Subjects } from '../about';
import type { Entry } from './entry';
import type { Pour } from './pour';

export interface TalkParts {
  api: AssistantApi;
  /** The server's. */
  clock: Pick<ServerClock, 'now' | 'skew_ms'>;
  /** The phone's, steady. */
  time: Timers & Clock;
  subjects: Subjects;
  /** Something was said: the list of conversations is not what it was. */
  onSaid(): void;
}

/** A question and what came of it. */
export interface Exchange {
  question: Entry;
  answer: Entry;
}

/** An answer on its way. */
export interface Running {
  abort: Abort;
  pour: Pour;
}
