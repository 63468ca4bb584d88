// One conversation: its lines as far as they are known, kept complete by reading the history. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ChatMessage } from '../../../../../../typings/v4/chat';
import type { Id } from '../../../../../../typings/v4/common';
import type { Failure } from '../../../../../api/errors';
import { compareIds } from '../../../../../api/order';
import { factsOfPagination, nextPage } from '../../../../../api/paging';
import { receivedIn } from '../../../../../api/rows';
import { settled } from '../../../../../api/settled';
import type { ChatApi } from '../../../api/chat';
import type { Clock } from '../../../../../platform/ports';
import { failed, IDLE, RUNNING } from '../../../../../stores/list/progress';
import type { Progress } from '../../../../../stores/list/progress';
import { createTurns } from '../../../../../stores/list/turns';
import { cameSince, takePage } from './gap';
import type { HistoryPage, Run } from './gap';
import type { TranscriptShelf } from './transcript-shelf';
import { arrived, EMPTY, evened, hasOlder, joinsOn, newestId, olderPage, pagesBefore } from './transcript';
import type { Transcript } from './transcript';

export interface ConversationParts {
  session_id: Id;
  api: Pick<ChatApi, 'messages'>;
  clock: Clock;
  shelf: TranscriptShelf;
  page_size: number;
  /** Lines joined, or were told again. */
  onLines(conversation: Conversation): void;
}

/** How many pages in a row may hold only known lines before the search for older ones stops until next time. */
const MOST_KNOWN_PAGES = 10;
/**
 * At most so many lines share a second. The deployed backend keeps no order within a second and may end a page there.
 */
const MOST_IN_A_SECOND = 8;

const saysMissing = (failure: Failure): boolean =>
  failure.kind === 'api' && failure.code === 'CUSTOMER_SERVICE_NOT_FOUND';

/** Requests never reject: what failed is in `reading` and `older`. */
export class Conversation {
  transcript: Transcript;
  /** The newest part. */
  reading: Progress = IDLE;
  /** Older pages. */
  older: Progress = IDLE;
  /** The server knows no such session, or not as this person's. */
  private is_missing = false;
  /** When the history was last read whole, ms by `clock`. */
  read_at = -Infinity;
  /**
   * Reads what is new, newest page first, until nothing is missing. Callers share one reading that starts after their call.
   * Resolves to whether it succeeded.
   */
  readonly sync: () => Promise<boolean>;
  /**
   * For lines that this phone sent, the `temp_message_id`: it stays the row's key, so that the bubble is not built
   * anew.
   */
  private readonly own = new Map<Id, string>();

  constructor(private readonly parts: ConversationParts) {
    this.transcript = parts.shelf.read(parts.session_id) ?? EMPTY;
    this.sync = createTurns()(() => this.run());
    makeAutoObservable<this, 'parts' | 'own'>(
      this,
      {
        parts: false,
        sync: false,
        own: false,
        read_at: false,
        rowKey: false,
        isClaimed: false,
        transcript: observable.ref,
        reading: observable.ref,
        older: observable.ref,
      },
      { autoBind: true },
    );
  }

  get session_id(): Id {
    return this.parts.session_id;
  }

  get lines(): readonly ChatMessage[] {
    return this.transcript.lines;
  }

  get state(): 'loading' | 'failed' | 'missing' | 'empty' | 'ready' {
    const { lines, base } = this.transcript;
    if (this.is_missing) return 'missing';
    if (lines.length > 0) return 'ready';
    if (base !== undefined) return 'empty';
    return this.reading.state === 'failed' ? 'failed' : 'loading';
  }

  /** Nothing known is newer. */
  get newest_id(): Id {
    return newestId(this.transcript);
  }

  get has_older(): boolean {
    return hasOlder(this.transcript);
  }

  /** A line's key, for ever. */
  rowKey({ chat_message_id, temp_message_id }: ChatMessage): string {
    const own = this.own.get(chat_message_id) ?? temp_message_id ?? '';
    return own === '' ? `m${chat_message_id}` : own;
  }

  isClaimed(id: Id): boolean {
    return this.own.has(id);
  }

  /** A line that was pushed: a hint, shown at once, verified by the next reading. */
  receive(message: ChatMessage): void {
    this.set(arrived(this.transcript, message));
  }

  /** Records that an own message is stored as this line. */
  claim(temp_message_id: string, line: ChatMessage): void {
    this.own.set(line.chat_message_id, temp_message_id);
    this.set(arrived(this.transcript, line));
  }

  /** The page before the oldest line; nothing where there is none, or while one is being read. */
  async loadOlder(): Promise<void> {
    if (this.older.state === 'running' || !this.has_older) return;
    this.older = RUNNING;
    const done = await this.attempt('older', async () => {
      // Reading the newest part meanwhile may drop the lines that this page was to join on to: then it is read anew.
      while (!(await this.readOlder()));
    });
    if (done) runInAction(() => (this.older = IDLE));
  }

  /** False where the lines that it was to join on to were dropped meanwhile. */
  private async readOlder(): Promise<boolean> {
    const asked = this.transcript;
    const oldest = this.lines[0]?.chat_message_id;
    const { from, to } = pagesBefore(asked, this.parts.page_size);
    for (let page = from; page < from + MOST_KNOWN_PAGES; page += 1) {
      const reply = await this.page(page);
      if (!joinsOn(asked, this.transcript)) return false;
      runInAction(() => this.set(olderPage(this.transcript, reply.messages, reply.isLast)));
      if (reply.isLast || (page >= to && this.lines[0]?.chat_message_id !== oldest)) break;
    }
    runInAction(() => this.set(evened(this.transcript)));
    return true;
  }

  /** Reads older pages until every line after `id` is known. False when that failed, or would take too long. */
  async reach(id: Id): Promise<boolean> {
    for (let pages = 0; pages < MOST_KNOWN_PAGES; pages += 1) {
      if (!this.has_older || this.lines.length === 0 || this.isDeep(id)) return true;
      await this.loadOlder();
      if (this.older.state === 'failed') return false;
    }
    return false;
  }

  /**
   * Whether enough lines before `id` are known that none of them can be missing: the oldest page may have been cut
   * within a second.
   */
  private isDeep(id: Id): boolean {
    const before = this.lines[MOST_IN_A_SECOND - 1];
    return before !== undefined && compareIds(before.chat_message_id, id) <= 0;
  }

  private async run(): Promise<boolean> {
    runInAction(() => (this.reading = RUNNING));
    const began_at = this.parts.clock.now();
    const done = await this.attempt('reading', async () => {
      let run: Run | undefined;
      for (;;) {
        const reply = await this.page((run?.page ?? 0) + 1);
        const taken = takePage(this.transcript, run, reply);
        runInAction(() => this.set(taken.transcript));
        if (cameSince(run, reply)) void this.sync();
        if (taken.next === 'closed') return;
        run = taken.next.run;
      }
    });
    if (!done) return false;
    this.read_at = began_at;
    this.parts.shelf.write(this.session_id, this.transcript);
    runInAction(() => {
      this.reading = IDLE;
      this.is_missing = false;
    });
    return true;
  }

  private async page(page: number): Promise<HistoryPage> {
    const asked = { page, page_size: this.parts.page_size };
    const { messages, pagination } = await this.parts.api.messages(this.session_id, asked);
    const facts = factsOfPagination(pagination);
    return { messages, total: facts.total, isLast: nextPage(facts, asked, receivedIn(messages)) === null };
  }

  /** True when it succeeded; a failure is kept where the page sees it. */
  private async attempt(what: 'reading' | 'older', run: () => Promise<void>): Promise<boolean> {
    const done = await settled(run());
    if (done.ok) return true;
    runInAction(() => {
      this[what] = failed(done.failure);
      this.is_missing = saysMissing(done.failure);
    });
    return false;
  }

  private set(transcript: Transcript): void {
    if (transcript === this.transcript) return;
    this.transcript = transcript;
    this.parts.onLines(this);
  }
}
