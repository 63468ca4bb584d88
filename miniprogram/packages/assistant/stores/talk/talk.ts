// One conversation with the assistant: what was said, the answer that is being written, and what becomes of it when it is
// stopped or breaks off. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ApiChatMessage, ApiChatSendResponse } from '../../../../../typings/xcx/assistant';
import { mayHaveHappened } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import { settled } from '../../../../api/settled';
import { createAbort } from '../../../../platform/abort';
import { failed, IDLE, RUNNING } from '../../../../stores/list/progress';
import type { Progress } from '../../../../stores/list/progress';
import { askedFrom, contextOf } from '../about';
import type { About } from '../about';
import { begunBy } from './begun-by';
import type { Exchange, Running, TalkParts } from './parts';
import { ownEntry } from './entry';
import type { Entry } from './entry';
import { History } from './history';
import { merged } from './merge';
import { Pour } from './pour';

/** What is asked where the server has kept the beginning of an answer and no more of it. */
export const GO_ON = '请接着说完';
/** Why a question is not sent; the draft stays. */
export const BUSY = '上一个回答还没说完。可以先停止，或等它说完再发。';

const GENERAL: About = { context_type: 'general' };
/** So much of a conversation is shown at first, and by each look further back. */
const SHOWN = 12;
const FURTHER = 20;
/** A page of messages that an opening may bring; a longer conversation is read from its end. */
const OPENED_PAGE = 100;

export class Talk {
  /** In order. */
  entries: readonly Entry[] = [];
  reading: Progress = IDLE;
  adding: Progress = IDLE;
  /** What was typed and not sent. */
  draft = '';
  /** It is known what the server has of it. */
  is_read = false;
  private shown = SHOWN;
  private running: Running | null = null;
  private readonly history: History;
  /** Questions that were sent while no conversation was known: each may have begun one of its own. */
  private readonly beginnings = new WeakSet<Entry>();

  constructor(
    private readonly parts: TalkParts,
    /** Null while it has not begun. */
    public chat_id: string | null,
    /** Null where this phone does not know. */
    public about: About | null,
  ) {
    this.history = new History(parts.api);
    makeAutoObservable<this, 'parts' | 'running' | 'history' | 'beginnings'>(
      this,
      {
        parts: false,
        running: false,
        history: false,
        beginnings: false,
        draft: false,
        about: observable.ref,
        entries: observable.ref,
        reading: observable.ref,
        adding: observable.ref,
      },
      { autoBind: true },
    );
  }

  get last(): Exchange | null {
    const [question, answer] = this.entries.slice(-2);
    return question?.is_answer === false && answer?.is_answer === true ? { question, answer } : null;
  }

  /** An answer is on its way. */
  get is_busy(): boolean {
    return this.last?.answer.is_running ?? false;
  }

  /** Its end, as much of it as is looked at. */
  get shown_entries(): readonly Entry[] {
    return this.entries.slice(-this.shown);
  }

  get has_older(): boolean {
    return this.entries.length > this.shown || this.history.has_older;
  }

  get state(): 'loading' | 'failed' | 'new' | 'ready' {
    if (this.entries.length > 0) return 'ready';
    if (this.reading.state === 'running') return 'loading';
    return this.reading.state === 'failed' ? 'failed' : 'new';
  }

  /** Its page is seen: reads what the server has, and opens the conversation that its subject leads to. */
  async open(): Promise<void> {
    if (this.is_busy || this.reading.state === 'running') return;
    if (this.chat_id !== null) return void (await this.read());
    const context = this.about === null ? GENERAL : contextOf(this.about);
    if (context.context_type !== 'general' && !this.is_read) await this.openAbout();
  }

  private async openAbout(): Promise<void> {
    this.reading = RUNNING;
    const opened = await settled(this.parts.api.open(contextOf(this.about ?? GENERAL)));
    runInAction(() => {
      this.reading = opened.ok ? IDLE : failed(opened.failure);
      this.is_read = opened.ok;
      if (!opened.ok || opened.value === null) return;
      this.begun(opened.value.chat_id);
      this.take(opened.value.items);
    });
    if (opened.ok && (opened.value?.items.length ?? 0) >= OPENED_PAGE) await this.read();
  }

  /** @returns what went wrong; null for nothing */
  private async read(): Promise<Failure | null> {
    const { chat_id } = this;
    if (chat_id === null) return null;
    runInAction(() => (this.reading = RUNNING));
    const items = await settled(this.history.latest(chat_id));
    runInAction(() => {
      this.reading = items.ok ? IDLE : failed(items.failure);
      this.is_read ||= items.ok;
      // What is being written now is not in it yet.
      if (items.ok && this.running === null) this.take(items.value);
    });
    return items.ok ? null : items.failure;
  }

  private take(items: readonly ApiChatMessage[]): void {
    this.entries = merged(this.entries, items);
  }

  async older(): Promise<void> {
    if (this.adding.state === 'running') return;
    if (this.entries.length > this.shown || this.chat_id === null) {
      this.shown += FURTHER;
      return;
    }
    this.adding = RUNNING;
    const items = await settled(this.history.older(this.chat_id));
    runInAction(() => {
      this.adding = items.ok ? IDLE : failed(items.failure);
      if (!items.ok) return;
      this.take(items.value);
      this.shown += FURTHER;
    });
  }

  /** Asks. @returns why not; empty where it is on its way */
  ask(content: string): string {
    if (this.is_busy) return BUSY;
    const { clock } = this.parts;
    const [question, answer] = [ownEntry(false, content, clock), ownEntry(true, '', clock)];
    answer.end({ state: 'asked' });
    this.entries = [...this.entries, question, answer];
    this.shown += 2;
    void this.run({ question, answer });
    return '';
  }

  /** The answer ends here; what it said stays. */
  stop(): void {
    const { running, last } = this;
    if (running === null || last === null) return;
    this.running = null;
    running.abort.abort();
    running.pour.flush();
    last.answer.close({ state: 'stopped' });
    this.parts.onSaid();
  }

  /** Goes on with an answer that broke off or was stopped: what the server has comes first, the question again only where it has none. */
  async resume(): Promise<void> {
    const { last } = this;
    if (last === null || last.answer.is_running) return;
    const { ending } = last.answer;
    if (ending.state === 'whole') return;
    if (ending.state !== 'stored' && (!('failure' in ending) || mayHaveHappened(ending.failure))) {
      const failure = await this.check(last, ending);
      const is_elsewhere = !this.entries.includes(last.answer);
      if (failure !== null || is_elsewhere || last.answer.ending.state === 'stored') return;
    }
    if (last.answer.id === null) await this.run(last);
    else this.ask(GO_ON);
  }

  /** The last question once more. */
  again(): void {
    const { last } = this;
    if (last === null) return;
    if ('failure' in last.answer.ending) void this.resume();
    else this.ask(last.question.content);
  }

  /** The app is in front again: an answer that broke off may be there by now. */
  wake(): void {
    const { last } = this;
    if (last === null) return;
    const { ending } = last.answer;
    if ('failure' in ending && mayHaveHappened(ending.failure)) void this.check(last, ending);
  }

  /** Reads what the server has of an exchange. @returns what stood in the way of that */
  private async check(exchange: Exchange, before: Entry['ending']): Promise<Failure | null> {
    const { answer } = exchange;
    runInAction(() => answer.end({ state: 'checking' }));
    const { question } = exchange;
    let failure = await this.read();
    const may_have_begun = this.chat_id === null || this.beginnings.has(question);
    if (failure === null && question.id === null && may_have_begun) failure = await this.locate(exchange);
    runInAction(() => {
      if (answer.ending.state === 'checking') answer.end(before);
    });
    return failure;
  }

  /**
   * Looks for the conversation that a question may have begun. Where another one was begun here meanwhile, the question goes from
   * it: it stands in its own. @returns what stood in the way of that
   */
  private async locate({ question, answer }: Exchange): Promise<Failure | null> {
    const found = await begunBy(this.parts.api, question);
    if (!found.ok) return found.failure;
    const { value } = found;
    if (value === null) return null;
    runInAction(() => {
      if (this.chat_id !== null && this.chat_id !== value.chat_id) {
        this.entries = this.entries.filter((entry) => entry !== question && entry !== answer);
        return;
      }
      this.begun(value.chat_id);
      this.take(value.items);
    });
    this.parts.onSaid();
    return null;
  }

  private begun(chat_id: string | null): void {
    this.chat_id = chat_id;
    if (chat_id === null) return;
    if (this.about !== null) this.parts.subjects.remember(chat_id, this.about);
  }

  private async run({ question, answer }: Exchange): Promise<void> {
    const { api, time } = this.parts;
    const about = this.about ?? GENERAL;
    if (this.chat_id === null) this.beginnings.add(question);
    // What an earlier attempt said stays until the first words of this one.
    let isFirst = true;
    const pour = new Pour(time, (portion) =>
      runInAction(() => {
        if (isFirst) answer.clear();
        isFirst = false;
        answer.write(portion);
        answer.end({ state: 'writing' });
      }),
    );
    const own: Running = { abort: createAbort(), pour };
    this.running = own;
    runInAction(() => answer.end({ state: 'asked' }));
    const where = this.chat_id === null ? contextOf(about) : { chat_id: this.chat_id };
    const asked = { content: question.content, from: askedFrom(about), ...where };
    // Stopped: what comes then is nobody's.
    const onDelta = (delta: string): void => {
      if (this.running === own) pour.push(delta);
    };
    const reply = await settled(api.stream(asked, onDelta, { signal: own.abort.signal }));
    if (this.running !== own) return;
    this.running = null;
    pour.flush();
    if (reply.ok) await this.answered({ question, answer }, reply.value);
    else await this.broken({ question, answer }, reply.failure);
  }

  private async answered({ question, answer }: Exchange, reply: ApiChatSendResponse): Promise<void> {
    runInAction(() => {
      this.begun(reply.chat_id ?? this.chat_id);
      question.confirm({ ...reply.user_message, role: 'user' });
      answer.confirm({ ...reply.ai_reply, role: 'assistant' });
      answer.close({ state: 'whole' });
    });
    this.parts.onSaid();
    // The card that an answer refers to comes with the stored messages alone.
    await this.read();
  }

  private async broken(exchange: Exchange, failure: Failure): Promise<void> {
    const { answer } = exchange;
    const state = answer.content === '' ? 'failed' : 'cut';
    runInAction(() => answer.close({ state, failure }));
    this.parts.onSaid();
    if (mayHaveHappened(failure)) await this.check(exchange, { state, failure });
  }
}
