// A conversation with an assistant whose words a test lets through piece by piece.
import type { ApiChatHistoryItem, ApiChatMessage, ApiChatSendResponse } from '../../../typings/xcx/assistant';
import { ApiError } from '../../../miniprogram/api/errors';
import type { Failure } from '../../../miniprogram/api/errors';
import type { AssistantApi, Question } from '../../../miniprogram/packages/assistant/api/assistant';
import type { ChatContext } from '../../../miniprogram/packages/assistant/api/question';
import { Subjects } from '../../../miniprogram/packages/assistant/stores/about';
import type { About } from '../../../miniprogram/packages/assistant/stores/about';
import type { TalkParts } from '../../../miniprogram/packages/assistant/stores/talk/parts';
import { Talk } from '../../../miniprogram/packages/assistant/stores/talk/talk';
import type { Clock } from '../../../miniprogram/platform/ports';
import { createFakeTime, settle } from '../../support/fake-time';
import type { FakeTime } from '../../support/fake-time';
import { beijingIso } from '../../backend/clock';

/** Longer than a portion waits, ms. */
const POURED_MS = 500;

/** One question that is being answered. */
export class Asked {
  isAborted = false;
  constructor(
    readonly question: Question,
    readonly delta: (text: string) => void,
    readonly done: (reply: ApiChatSendResponse) => void,
    readonly fail: (error: ApiError) => void,
  ) {}
}

export class FakeAssistant implements AssistantApi {
  readonly asked: Asked[] = [];
  /** By conversation, as stored. */
  readonly stored = new Map<string, ApiChatMessage[]>();
  readonly read: string[] = [];
  /** What conversations were opened by. */
  readonly opened: (ChatContext | undefined)[] = [];
  /** What reading answers instead. */
  failure: Failure | null = null;
  /** Whether conversations are opened by what they are about; else they begin with a question. */
  opens = false;
  page_size = Infinity;
  private last = 100;

  constructor(private readonly time: FakeTime) {}

  message(role: 'user' | 'assistant', content: string, more: Partial<ApiChatMessage> = {}): ApiChatMessage {
    return { id: String((this.last += 1)), role, content, created_at: beijingIso(this.time.now()), ...more };
  }

  /** The server has these, in turns, from the person on. */
  store(chat_id: string, ...said: string[]): void {
    const messages = said.map((content, at) => this.message(at % 2 === 0 ? 'user' : 'assistant', content));
    this.stored.set(chat_id, [...(this.stored.get(chat_id) ?? []), ...messages]);
  }

  private turn = Promise.resolve();

  private async answer<T>(value: T): Promise<T> {
    await this.turn;
    if (this.failure !== null) throw new ApiError(this.failure);
    return value;
  }

  /** What is read from here on is answered once it is let go. */
  hold(): () => void {
    let letGo = (): void => undefined;
    this.turn = new Promise((done) => (letGo = done));
    return letGo;
  }

  chats: AssistantApi['chats'] = () => {
    const items = [...this.stored].map(([id, messages]): ApiChatHistoryItem => {
      const last = messages[messages.length - 1];
      const [last_message, last_time] = [last?.content ?? '', last?.created_at ?? ''];
      return { id, customer_name: '', last_message, last_time, unread_count: 0 };
    });
    return this.answer({ items: items.reverse(), total: items.length, page: 1, pageSize: 20 });
  };

  messages: AssistantApi['messages'] = (chat_id, { page, pageSize: asked }) => {
    const pageSize = Math.min(asked, this.page_size);
    this.read.push(`${chat_id} ${page}`);
    const all = this.stored.get(chat_id) ?? [];
    const items = all.slice((page - 1) * pageSize, page * pageSize);
    return this.answer({ items, total: all.length, page, pageSize });
  };

  open: AssistantApi['open'] = (context) => {
    this.opened.push(context);
    const [found] = [...this.stored];
    if (!this.opens) return this.answer(null);
    return this.answer({ chat_id: found?.[0] ?? '1', items: found?.[1].slice(0, 100) ?? [] });
  };

  ask: AssistantApi['ask'] = (question, options) => this.stream(question, () => undefined, options);

  stream: AssistantApi['stream'] = (question, onDelta, options) =>
    new Promise((done, fail) => {
      const asked = new Asked(question, onDelta, done, fail);
      this.asked.push(asked);
      options?.signal?.onAbort(() => {
        asked.isAborted = true;
        fail(new ApiError({ kind: 'aborted' }));
      });
    });

  /** The question that is being answered. */
  get now(): Asked {
    const last = this.asked[this.asked.length - 1];
    if (last === undefined) throw new Error('nothing was asked');
    return last;
  }

  /** The answer is through and stored. */
  finish(answer: string, chat_id = '1'): void {
    const user_message = this.message('user', this.now.question.content);
    const ai_reply = this.message('assistant', answer);
    this.stored.set(chat_id, [...(this.stored.get(chat_id) ?? []), user_message, ai_reply]);
    this.now.done({ user_message, ai_reply, chat_id });
  }

  breakOff(failure: Failure = { kind: 'network' }): void {
    this.now.fail(new ApiError(failure));
  }
}

export interface Room {
  time: FakeTime;
  api: FakeAssistant;
  talk: Talk;
  /** The server's clock as the phone knows it: ahead of the server by `skew_ms`. */
  clock: Clock & { skew_ms: number };
  subjects: Subjects;
  parts: TalkParts;
  /** How often the list of conversations was told that something was said. */
  readonly said: number;
  /** Lets everything happen that is due by then. */
  rest(ms?: number): Promise<void>;
}

export function room(chat_id: string | null = null, about: About | null = { context_type: 'general' }): Room {
  const time = createFakeTime();
  const api = new FakeAssistant(time);
  const kept = new Map<string, unknown>();
  const subjects = new Subjects({
    read: (key) => key.decode(kept.get(key.name)),
    write: (key, value) => kept.set(key.name, value) !== undefined,
  });
  const clock = { now: () => time.now() + clock.skew_ms, skew_ms: 0 };
  let said = 0;
  const parts: TalkParts = { api, clock, time, subjects, onSaid: () => void (said += 1) };
  const talk = new Talk(parts, chat_id, about);
  const rest = async (ms = POURED_MS): Promise<void> => {
    await settle();
    await time.advance(ms);
    await settle();
  };
  return {
    ...{ time, api, talk, clock, subjects, parts, rest },
    get said() {
      return said;
    },
  };
}

/** `?` a question, `!` an answer, with how it ended where it is not whole. */
export const saidIn = ({ entries }: Talk): string[] =>
  entries.map(({ is_answer, content, ending }) =>
    is_answer ? `! ${content}${ending.state === 'whole' ? '' : ` (${ending.state})`}` : `? ${content}`,
  );

/**
 * A question whose answer broke off and that was stored late, then one more; the conversation is read again.
 * @param at_first skew of the clock while the first was asked, ms
 * @param then from before it was stored on
 */
export async function storedLate(at_first = 0, then = 0): Promise<Room> {
  const one = room('7', null);
  const { talk, api, clock, rest } = one;
  clock.skew_ms = at_first;
  talk.ask('怎么约');
  await rest();
  api.breakOff();
  await rest();
  clock.skew_ms = then;
  api.store('7', '怎么约', '先问近况。');
  talk.ask('还有呢');
  await rest();
  api.finish('周六下午', '7');
  await rest();
  await talk.open();
  await rest();
  return one;
}
