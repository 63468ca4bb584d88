// What was said once in a conversation: by the person, or by the assistant while it is being written and afterwards.
// Observable (MobX).
import { makeAutoObservable, observable } from 'mobx-miniprogram';
import type { ApiChatMessage, ApiReferenceCard } from '../../../../../typings/xcx/assistant';
import type { Failure } from '../../../../api/errors';
import { askedAt } from '../../../../api/server-clock';
import type { ServerClock } from '../../../../api/server-clock';
import { parseWireTime } from '../../../../format/time';
import { AnswerText } from '../../format/markdown/answer-text';
import type { Line } from '../../format/markdown/line';

/**
 * How an answer ended. `asked`: nothing of it came yet. `stopped`: by the person. `checking`: it broke off, and the server is
 * asked what it has. `cut`, `failed`: it broke off after its first words, before them. `stored`: stopped or broken off, and the
 * server kept more than was seen, whether all of it nobody can know.
 */
export type Ending =
  | { state: 'whole' | 'asked' | 'writing' | 'stopped' | 'checking' }
  | { state: 'stored'; after: 'stopped' | 'cut' }
  | { state: 'cut' | 'failed'; failure: Failure };

const WHOLE: Ending = { state: 'whole' };

export class Entry {
  /** The server's; null while it has none that is known of. */
  id: string | null = null;
  card: ApiReferenceCard | null = null;
  ending: Ending = WHOLE;
  private text = new AnswerText();
  /** Counts what changed in `text`, which is not observable. */
  private reading = 0;

  constructor(
    /** Made once. */
    readonly key: string,
    readonly is_answer: boolean,
    private when: () => number | null = () => null,
  ) {
    makeAutoObservable<this, 'text' | 'when'>(this, {
      key: false,
      is_answer: false,
      when: false,
      at: false,
      text: observable.ref,
      card: observable.ref,
      ending: observable.ref,
    });
  }

  /** Epoch ms on the server's clock; null where it was not told. */
  get at(): number | null {
    return this.when();
  }

  /** As markdown. */
  get content(): string {
    return this.reading >= 0 ? this.text.text : '';
  }

  /** Drawn; lines that are finished are the same objects each time. */
  get lines(): readonly Line[] {
    return this.reading >= 0 ? this.text.lines : [];
  }

  /** It is on its way: nothing else is asked meanwhile. */
  get is_running(): boolean {
    const { state } = this.ending;
    return state === 'asked' || state === 'writing' || state === 'checking';
  }

  /** Adds what came. */
  write(piece: string): void {
    this.text.push(piece);
    this.reading += 1;
  }

  /** Nothing more comes. */
  close(ending: Ending): void {
    this.text.end();
    this.reading += 1;
    this.ending = ending;
  }

  end(ending: Ending): void {
    this.ending = ending;
  }

  /** It begins anew. */
  clear(): void {
    this.replace('');
    this.ending = { state: 'asked' };
  }

  /** The whole text; nothing is touched where it is what stands there. */
  settle(content: string): void {
    if (content.replace(/\r\n?/g, '\n') !== this.text.text) this.replace(content);
    this.text.end();
    this.reading += 1;
  }

  /** What the server says of it. A card that it did not keep stays. */
  confirm({ id, content, created_at, reference_card }: ApiChatMessage): void {
    this.id = id;
    const at = parseWireTime(created_at);
    if (at !== null) this.when = () => at;
    this.card = reference_card ?? this.card;
    this.ending = endingOf(this.ending, this.text.text, content);
    this.settle(content);
  }

  private replace(content: string): void {
    const text = new AnswerText();
    text.push(content);
    this.text = text;
  }
}

/** What becomes of an answer that ended early, once it is known what the server kept of it. */
function endingOf(before: Ending, seen: string, stored: string): Ending {
  const isMore = stored.length > seen.length;
  switch (before.state) {
    case 'stopped':
      return isMore ? { state: 'stored', after: 'stopped' } : before;
    case 'checking':
    case 'cut':
    case 'failed':
      return isMore ? { state: 'stored', after: 'cut' } : before;
    default:
      return before.state === 'stored' ? before : WHOLE;
  }
}

let made = 0;

/** Said here, now. @param clock the server's */
export function ownEntry(
  is_answer: boolean,
  content: string,
  clock: Pick<ServerClock, 'now' | 'skew_ms'>,
): Entry {
  const { skew_ms } = clock;
  const at = clock.now();
  const entry = new Entry(`o${(made += 1)}`, is_answer, () => askedAt(at, skew_ms, clock));
  if (content !== '') entry.settle(content);
  return entry;
}

/** As the server has it. */
export function storedEntry(message: ApiChatMessage): Entry {
  const entry = new Entry(`m${message.id}`, message.role !== 'user');
  entry.confirm(message);
  return entry;
}
