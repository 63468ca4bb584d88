// One message on its way: each step that it takes, with what has to be asked for it. What follows from an answer is decided
// by `entry-step`; in which order messages go, by the outbox.
import { runInAction } from 'mobx-miniprogram';
import type { ChatMessage } from '../../../../../../typings/v4/chat';
import type { Id } from '../../../../../../typings/v4/common';
import { settled } from '../../../../../api/settled';
import type { Conversation } from '../conversation/conversation';
import { NO_ID } from '../conversation/transcript';
import { sentAfter } from './entry';
import type { Body, Entry, Status } from './entry';
import { SERVER_LIMIT_MS, step } from './entry-step';
import type { EntryEvent, StepContext } from './entry-step';
import type { KeptPictures } from './kept-pictures';
import { candidates, lineOf } from './match';
import { lineFor, outgoing } from './outgoing';
import type { OutboxParts } from './parts';
import type { Patience } from './patience';
import type { PendingMessages } from './pending-messages';
import type { Uploads } from './uploads';

/** Deployed profile: what is known of the history must be this fresh when a message leaves, ms. */
const FRESH_MS = 10_000;

/** Events that are no progress: while only these happen, the time of failing runs on. */
const FAILINGS: readonly EntryEvent['type'][] = ['send_failed', 'upload_failed', 'hindered', 'not_found'];

/**
 * Whether a message that is tried no longer (`next`) may still be stored by a request that left.
 * @param now ms
 */
function mayStillBeStored({ status, has_left }: Entry, next: Status, now: number): boolean {
  if (next.state === 'failed') return next.reason === 'given_up' && has_left;
  const isLeft = next.state === 'unconfirmed' && status.state === 'checking';
  return isLeft && now - status.since < SERVER_LIMIT_MS;
}

export interface DeliveryParts extends OutboxParts {
  pending: PendingMessages;
  patience: Patience;
  uploads: Uploads;
  pictures: KeptPictures;
  /** Messages may leave for a session again. */
  onGo(session_id: Id): void;
}

export class Delivery {
  private readonly quiet = new Set<Id>();

  constructor(private readonly parts: DeliveryParts) {}

  /**
   * Whether no message may be sent in a session now: one that was given up may still be stored by the server, and must
   * come before later ones.
   */
  isQuiet(session_id: Id): boolean {
    return this.quiet.has(session_id);
  }

  /** One step of a message, with whatever it has to wait for. */
  async advance(entry: Entry): Promise<void> {
    switch (entry.status.state) {
      case 'ready':
        if (entry.body.message_type === 'image' && entry.body.image_url === undefined) {
          return this.upload(entry, entry.body);
        }
        return this.send(entry);
      case 'checking':
        return this.check(entry);
      case 'uploading':
      case 'sending':
      case 'unconfirmed':
      case 'failed':
        throw new Error(`a message that is ${entry.status.state} is not in line`);
    }
  }

  private async upload(entry: Entry, body: Extract<Body, { message_type: 'image' }>): Promise<void> {
    const { temp_message_id } = entry;
    if ((await this.parts.files.size(body.file_path)) === undefined) {
      return this.tell(temp_message_id, { type: 'picture_gone' });
    }
    // The message was taken back or given up while its file was looked for.
    if (this.parts.pending.get(temp_message_id)?.status !== entry.status) return;
    this.tell(temp_message_id, { type: 'uploading' });
    const uploaded = await settled(this.parts.uploads.run(entry, body));
    runInAction(() => {
      if (uploaded.ok) this.parts.pending.change(temp_message_id, { body: uploaded.value });
      const { ok } = uploaded;
      this.tell(
        temp_message_id,
        ok ? { type: 'uploaded' } : { type: 'upload_failed', failure: uploaded.failure },
      );
    });
    this.learn(entry);
  }

  private async send(entry: Entry): Promise<void> {
    const { temp_message_id, session_id } = entry;
    const { api, profile, clock } = this.parts;
    const conversation = this.parts.conversation(session_id);
    // If no answer comes, this message is later found among the lines that are newer than the newest one known now, so
    // that must be fresh.
    const isFresh = profile === 'documented' || clock.now() - conversation.read_at < FRESH_MS;
    if (!isFresh && !(await conversation.sync())) return this.tell(temp_message_id, { type: 'hindered' });
    if (this.parts.pending.get(temp_message_id)?.status !== entry.status) return;
    const after_id = conversation.newest_id;
    const leaving = step(entry.status, { type: 'leaving', after_id }, this.context(temp_message_id));
    if (!this.parts.pending.change(temp_message_id, { status: leaving, has_left: true })) {
      return this.tell(temp_message_id, { type: 'hindered' });
    }
    const reply = await settled(api.send(session_id, outgoing(entry)));
    if (reply.ok) return this.sent(entry, lineFor(entry, reply.value));
    // The request never left the phone, so the message counts as not sent, as before.
    if (reply.failure.unsent === true)
      this.parts.pending.change(temp_message_id, { has_left: entry.has_left });
    this.tell(temp_message_id, { type: 'send_failed', failure: reply.failure });
    await this.understand(entry);
    this.learn(entry);
  }

  /** Finds out whether a refusal means that the session is closed, whatever its words. */
  private async understand({ temp_message_id, session_id }: Entry): Promise<void> {
    const status = this.parts.pending.get(temp_message_id)?.status;
    if (status?.state !== 'failed' || status.reason !== 'refused') return;
    if (await this.parts.isClosed(session_id)) this.tell(temp_message_id, { type: 'closed' });
  }

  private async check(entry: Entry): Promise<void> {
    const { temp_message_id, session_id } = entry;
    const conversation = this.parts.conversation(session_id);
    const after = sentAfter(entry) ?? NO_ID;
    const isRead = (await conversation.sync()) && (await conversation.reach(after));
    if (!isRead) return this.tell(temp_message_id, { type: 'hindered' });
    this.review(conversation);
    if (this.parts.pending.get(temp_message_id) === undefined) return;
    const closed = await this.parts.isClosed(session_id);
    const alike = candidates(entry, this.historyOf(conversation)).length > 0;
    this.tell(temp_message_id, { type: 'not_found', alike, closed });
    this.learn(entry);
  }

  /** The server has the message, as this line: drops it from the outbox and keeps its bubble. */
  private sent(entry: Entry, line: ChatMessage): void {
    this.parts.patience.ended(entry.temp_message_id);
    this.parts.pending.drop(entry.temp_message_id);
    this.parts.pending.takenBy(entry.body, line);
    this.parts.conversation(entry.session_id).claim(entry.temp_message_id, line);
    this.parts.pictures.dropOnceDrawn(entry);
  }

  /** Reports a session that a refusal showed to be closed. */
  private learn({ temp_message_id, session_id }: Entry): void {
    const status = this.parts.pending.get(temp_message_id)?.status;
    if (status?.state === 'failed' && status.reason === 'closed') this.parts.onClosed(session_id);
  }

  private historyOf(conversation: Conversation) {
    return {
      lines: conversation.lines,
      profile: this.parts.profile,
      isClaimed: (id: Id) => conversation.isClaimed(id),
    };
  }

  /** Looks among new lines for messages whose outcome is not known. */
  review(conversation: Conversation): void {
    const { pending } = this.parts;
    const history = this.historyOf(conversation);
    for (const { temp_message_id } of pending.of(conversation.session_id)) {
      const entry = pending.get(temp_message_id);
      if (entry === undefined) continue;
      // The answer to its request may still come, and is surer than a line that looks like it.
      if (entry.status.state === 'sending' && this.parts.profile === 'deployed') continue;
      const line = lineOf(entry, pending.of(conversation.session_id), history);
      if (line !== undefined) this.sent(entry, line);
    }
  }

  private quieten(session_id: Id): void {
    this.quiet.add(session_id);
    this.parts.timers.after(SERVER_LIMIT_MS, () => {
      this.quiet.delete(session_id);
      this.parts.onGo(session_id);
    });
  }

  context(temp_message_id: string): StepContext {
    const { clock, random, profile } = this.parts;
    return { now: clock.now(), random, profile, is_tired: this.parts.patience.isTired(temp_message_id) };
  }

  /**
   * Applies an event to a message: gives it its next status, and starts or ends the counts of how long it has been
   * tried.
   */
  tell(temp_message_id: string, event: EntryEvent): void {
    const entry = this.parts.pending.get(temp_message_id);
    if (entry === undefined) return;
    if (FAILINGS.includes(event.type)) this.parts.patience.failed(temp_message_id);
    const status = step(entry.status, event, this.context(temp_message_id));
    const waits = status.state === 'ready' && status.firm === true;
    if (waits || event.type === 'uploaded') this.parts.patience.eased(temp_message_id);
    if (status.state === 'failed' || status.state === 'unconfirmed')
      this.parts.patience.ended(temp_message_id);
    if (mayStillBeStored(entry, status, this.parts.clock.now())) this.quieten(entry.session_id);
    this.parts.pending.changeAnyway(temp_message_id, { status });
  }
}
