// Messages on their way out: written down before they show, sent in order, one at a time per session, through kills and
// bad networks, until each is sent, failed with a reason, or 未确认. `delivery` sends a single one and decides what its
// answer means.
import { makeAutoObservable } from 'mobx-miniprogram';
import type { Id } from '../../../../../../typings/v4/common';
import type { Off } from '../../../../../platform/ports';
import type { Conversation } from '../conversation/conversation';
import { Delivery } from './delivery';
import { isSettled, mayBeStored, mayGo, newTempId } from './entry';
import type { Body, Entry } from './entry';
import { readEntries } from './entry-shelf';
import { step } from './entry-step';
import { KeptPictures } from './kept-pictures';
import type { OutboxParts } from './parts';
import { Patience } from './patience';
import { PendingMessages } from './pending-messages';
import { Uploads } from './uploads';

/** `full`: the phone's storage is; `unreadable`: the picture is gone. The text then stays where it was typed. */
export type Taken = { state: 'taken'; temp_message_id: string } | { state: 'full' } | { state: 'unreadable' };

export class Outbox {
  readonly pending: PendingMessages;
  private readonly uploads: Uploads;
  private readonly pictures: KeptPictures;
  private readonly patience: Patience;
  private readonly delivery: Delivery;
  private readonly busy = new Set<Id>();
  private readonly alarms = new Map<Id, Off>();

  constructor(private readonly parts: OutboxParts) {
    this.patience = new Patience({
      ...parts,
      onTired: (temp_message_id) => this.giveUp(temp_message_id),
    });
    this.pending = new PendingMessages(parts.area, (status) =>
      step(status, { type: 'restored' }, { now: parts.clock.now(), ...parts, is_tired: false }),
    );
    this.pictures = new KeptPictures(parts.files, parts.timers, () => this.pending.entries);
    this.uploads = new Uploads(parts.api);
    const { pending, patience, uploads, pictures } = this;
    const onGo = (session_id: Id): void => this.run(session_id);
    this.delivery = new Delivery({ ...parts, pending, patience, uploads, pictures, onGo });
    makeAutoObservable<this, 'parts' | 'patience' | 'delivery' | 'pictures' | 'uploads' | 'busy' | 'alarms'>(
      this,
      {
        parts: false,
        patience: false,
        delivery: false,
        isSlow: false,
        uploads: false,
        pending: false,
        pictures: false,
        busy: false,
        alarms: false,
        of: false,
      },
      { autoBind: true },
    );
    void this.pictures.sweep();
  }

  /** 0-100 of pictures under way, by `temp_message_id`. */
  get progress(): Pick<Map<string, number>, 'get'> {
    return this.uploads.progress;
  }

  /** Messages that no server has for certain; failed ones count. */
  get unsent(): number {
    return this.pending.entries.length;
  }

  /**
   * Whether it has been tried for so long that the person may take it back (observable). False while the history is
   * searched for it, because the server may have it.
   */
  isSlow(temp_message_id: string): boolean {
    const entry = this.pending.get(temp_message_id);
    if (entry === undefined || !this.patience.isSlow(temp_message_id)) return false;
    return this.parts.profile === 'documented' || !mayBeStored(entry);
  }

  /** In order. */
  of(session_id: Id): readonly Entry[] {
    return this.pending.of(session_id);
  }

  /** @param content not blank */
  sendText(session_id: Id, content: string): Taken {
    return this.take(session_id, { message_type: 'text', content: content.trim() });
  }

  /** @param temporary_path where WeChat put the chosen picture; it may vanish, so it is copied first */
  async sendImage(session_id: Id, temporary_path: string): Promise<Taken> {
    const file_path = await this.pictures.keep(temporary_path);
    if (file_path === undefined) return { state: 'unreadable' };
    const taken = this.take(session_id, { message_type: 'image', file_path });
    await this.pictures.kept(file_path);
    return taken;
  }

  /** A failed or 未确认 message again, behind all others; into another session where its own is closed. */
  retry(temp_message_id: string, session_id?: Id): void {
    const entry = this.pending.get(temp_message_id);
    if (entry === undefined || !isSettled(entry)) return;
    const status = step(entry.status, { type: 'again' }, this.delivery.context(temp_message_id));
    const moved = session_id === undefined ? {} : { session_id };
    this.pending.changeAnyway(temp_message_id, { status, order: this.pending.nextOrder(), ...moved });
    this.run(session_id ?? entry.session_id);
  }

  /** Takes a message back: a failed, 未确认 or slow one, or one that never left. False where it may be stored already. */
  remove(temp_message_id: string): boolean {
    const entry = this.pending.get(temp_message_id);
    if (entry === undefined || !(mayGo(entry) || this.isSlow(temp_message_id))) return false;
    this.uploads.callBack(temp_message_id);
    this.patience.ended(temp_message_id);
    this.pending.drop(temp_message_id);
    // The messages behind it may be sent now.
    this.run(entry.session_id);
    void this.pictures.drop(entry);
    return true;
  }

  /** Call it when network, foreground or connection are back: tries every waiting message at once. */
  hurry(): void {
    this.pending.save();
    for (const entry of this.pending.entries) this.delivery.tell(entry.temp_message_id, { type: 'hurry' });
    new Set(this.pending.entries.map((entry) => entry.session_id)).forEach((id) => this.run(id));
  }

  /** Call it when the network or the person was away: the time that messages have been tried counts from now on. */
  renew(): void {
    this.patience.renew();
  }

  /** Looks among new lines for messages whose outcome is not known. */
  review(conversation: Conversation): void {
    this.delivery.review(conversation);
  }

  dispose(): void {
    // Signing out wiped the messages: their pictures go too. A sign-in that merely expired keeps both.
    const isWiped = readEntries(this.parts.area).length === 0;
    if (isWiped) void this.pictures.dropAll();
  }

  private take(session_id: Id, body: Body): Taken {
    const { clock, random } = this.parts;
    const temp_message_id = newTempId(clock, random);
    const order = this.pending.nextOrder();
    const entry: Entry = {
      temp_message_id,
      session_id,
      order,
      body,
      written_at: clock.now(),
      has_left: false,
      status: { state: 'ready', tries: 0 },
    };
    if (!this.pending.add(entry)) return { state: 'full' };
    this.run(session_id);
    return { state: 'taken', temp_message_id };
  }

  private giveUp(temp_message_id: string): void {
    const session_id = this.pending.get(temp_message_id)?.session_id;
    this.delivery.tell(temp_message_id, { type: 'tired' });
    if (session_id !== undefined) this.run(session_id);
  }

  /** Sends a session's messages in order, as far as possible now. One worker a session. */
  private run(session_id: Id): void {
    if (this.busy.has(session_id)) return;
    this.busy.add(session_id);
    void this.work(session_id);
  }

  private async work(session_id: Id): Promise<void> {
    const { mayRequest, clock } = this.parts;
    try {
      while (mayRequest()) {
        const entry = this.of(session_id).find((one) => !isSettled(one));
        if (entry === undefined || this.delivery.isQuiet(session_id)) return;
        const wait_ms = (notBefore(entry) ?? 0) - clock.now();
        if (wait_ms > 0) return this.wake(session_id, wait_ms);
        this.patience.began(entry.temp_message_id);
        await this.delivery.advance(entry);
      }
    } finally {
      // Runs in the same task as the last check for work, so no call of `run` can come between the two and find the
      // worker busy though it is about to end.
      this.busy.delete(session_id);
    }
  }

  private wake(session_id: Id, ms: number): void {
    this.alarms.get(session_id)?.();
    this.alarms.set(
      session_id,
      this.parts.timers.after(ms, () => this.run(session_id)),
    );
  }
}

const notBefore = ({ status }: Entry): number | undefined =>
  'not_before' in status ? status.not_before : undefined;
