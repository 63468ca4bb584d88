// One message of the outbox: what is to be said, and how far it is. The id is made when it is written, not when it is sent.
import type { ChatMessage } from '../../../../../../typings/v4/chat';
import type { Id } from '../../../../../../typings/v4/common';
import type { Clock, Random } from '../../../../../platform/ports';

export type Body =
  | { message_type: 'text'; content: string }
  /** `file_path`: a kept file. `image_url` once it was uploaded. */
  | { message_type: 'image'; file_path: string; image_url?: string };

/** Why a message will not be sent as it is. */
export type FailedReason =
  /** The session is closed: say it in a new one. */
  | 'closed'
  /** Words that the store does not let through. */
  | 'content'
  /** The picture is none, is too large, or is gone. */
  | 'picture'
  /** Anything else that the server says no to. */
  | 'refused'
  /** The server fails again and again. */
  | 'server'
  /** It could not be sent for a minute. */
  | 'given_up';

/** Who answered with trouble instead of a reply. `gateway`: it says that it did not get through to the server. */
export type Answered = 'nobody' | 'gateway' | 'server';

/** Times are ms by a clock that never goes back, and hold for this run of the app only. */
export type Status =
  /** In line. `tries` failed so far. `not_before`: the server asked for it (`firm`), or it is not worth trying sooner. */
  | { state: 'ready'; tries: number; not_before?: number; firm?: boolean }
  | { state: 'uploading'; tries: number }
  /** Its request is under way. Newer lines than `after_id` may be it. */
  | { state: 'sending'; tries: number; after_id: Id }
  /** Nobody knows whether it was stored: the history tells. `since`: when that began; `reads`: of the history since. */
  | {
      state: 'checking';
      tries: number;
      after_id: Id;
      since: number;
      reads: number;
      /** Who answered, without saying what became of it. */
      answered: Answered;
      not_before?: number;
    }
  /** 未确认: the history does not tell; the person decides. */
  | { state: 'unconfirmed'; after_id: Id }
  | { state: 'failed'; reason: FailedReason; message: string };

export interface Entry {
  /** ≤ 64 characters, unique among all devices. */
  temp_message_id: string;
  session_id: Id;
  /** Place in line: what was written, or sent again, later is greater. */
  order: number;
  /** ms, the phone's clock. */
  written_at: number;
  body: Body;
  /** A request with it has left the phone once, so the server may have stored it, or may still do so. */
  has_left: boolean;
  status: Status;
}

const LETTERS = 36;

/** An id that no other message has. */
export function newTempId(clock: Clock, random: Random): string {
  const part = () => Math.floor(random() * LETTERS ** 8).toString(LETTERS);
  return `${clock.now().toString(LETTERS)}-${part()}-${part()}`;
}

/** Whether it is not sent any more unless the person asks for it; the messages behind it may then be sent. */
export const isSettled = ({ status }: Entry): boolean =>
  status.state === 'failed' || status.state === 'unconfirmed';

/** Whether it can be taken back: nothing of it is under way that could be stored. */
export const mayGo = (entry: Entry): boolean => isSettled(entry) || !entry.has_left;

/** Whether its request is over without a sign that the server did not get it. */
export const mayBeStored = ({ status }: Entry): boolean =>
  status.state === 'checking' && status.answered !== 'gateway';

/** Its line in the history, if there is one, has an id greater than this; undefined where it never left. */
export function sentAfter({ status }: Entry): Id | undefined {
  return 'after_id' in status ? status.after_id : undefined;
}

/** Whether a line says what the entry says. A picture's address is made for it alone. */
export function saysTheSame(body: Body, line: ChatMessage): boolean {
  if (line.message_type !== body.message_type) return false;
  if (body.message_type === 'text') return line.content.trim() === body.content.trim();
  return body.image_url !== undefined && line.metadata?.image_url === body.image_url;
}

/** Whether two entries cannot be told apart in the history. */
export const saySame = (one: Body, other: Body): boolean =>
  one.message_type === 'text'
    ? other.message_type === 'text' && one.content === other.content
    : one === other;
