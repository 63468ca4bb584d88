// Where the person is in a conversation: at the bottom, or above it, and how many new messages are below. Observable
// (MobX).
import { makeAutoObservable } from 'mobx-miniprogram';
import type { ChatMessage } from '../../../../../typings/v4/chat';
import type { Id } from '../../../../../typings/v4/common';
import { compareIds } from '../../../../api/order';

const MOST_COUNTED = 99;

export class ReadingPlace {
  at_bottom = true;
  /** The newest line on the page when the bottom was left. */
  private seen_id: Id = '0';
  /** The newest line on the page; `null` before anything was shown. */
  private shown_id: Id | null = null;
  /**
   * How many messages the pill counts. Updated by `look` only, so that a burst does not rewrite it with every message.
   */
  private counted = 0;

  /** @param lines of the conversation, ascending by id, none twice */
  constructor(private readonly lines: () => readonly ChatMessage[]) {
    makeAutoObservable<this, 'lines'>(this, { lines: false }, { autoBind: true });
  }

  /** The view was scrolled there, by a finger or by the page. */
  moved(at_bottom: boolean): void {
    if (at_bottom === this.at_bottom) return;
    // A line that came a moment ago may not be on the page yet: nobody has seen it.
    this.seen_id = this.shown_id ?? this.newest;
    this.at_bottom = at_bottom;
    this.counted = this.below;
  }

  /** What came meanwhile is on the page now: the pill counts it too. */
  look(): void {
    this.shown_id = this.newest;
    this.counted = this.below;
  }

  private get newest(): Id {
    const lines = this.lines();
    return lines[lines.length - 1]?.chat_message_id ?? '0';
  }

  /** Messages of others that came since the bottom was left, no further than the pill counts; 0 at the bottom. */
  get below(): number {
    if (this.at_bottom) return 0;
    const lines = this.lines();
    let count = 0;
    for (let at = lines.length - 1; at >= 0 && count <= MOST_COUNTED; at -= 1) {
      const line = lines[at];
      if (line === undefined || compareIds(line.chat_message_id, this.seen_id) <= 0) break;
      if (line.sender_type !== 'user') count += 1;
    }
    return count;
  }

  /** What the pill says; empty where there is none. */
  get pill(): string {
    const { counted } = this;
    return counted === 0 ? '' : `${counted > MOST_COUNTED ? `${MOST_COUNTED}+` : counted} 条新消息`;
  }
}
