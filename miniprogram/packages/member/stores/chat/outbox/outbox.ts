// Messages on their way out: written down before they show, sent in order, one at a time per session, through kills and
// bad networks, until each is sent, failed with a reason, or 未确认. What happens to one is decided by `entry-step`.
import { makeAutoObservable, runInAction } from 'mobx-miniprogram';
import type { ChatMessage } from '../../../../../../typings/v4/chat';
import type { Id } from '../../../../../../typings/v4/common';
import { settled } from '../../../../../api/settled';
import type { ChatApi } from '../../../api/chat';
import type { RouteProfile } from '../../../../../api/v4/routes';
import type { Clock, FilesPort, Off, Random, Timers } from '../../../../../platform/ports';
import type { StorageArea } from '../../../../../platform/storage-types';
import type { Conversation } from '../conversation/conversation';
import { isSettled, mayGo, newTempId, sentAfter } from './entry';
import type { Body, Entry } from './entry';
import { readEntries } from './entry-shelf';
import { step } from './entry-step';
import type { EntryEvent } from './entry-step';
import { KeptPictures } from './kept-pictures';
import { lineOf } from './match';
import { PendingMessages } from './pending-messages';
import { lineFor, outgoing } from './outgoing';
import { NO_ID } from '../conversation/transcript';
import { Uploads } from './uploads';

export interface OutboxParts {
  area: StorageArea;
  api: Pick<ChatApi, 'send' | 'uploadImage'>;
  files: FilesPort;
  /** One that never goes back. */
  clock: Clock;
  timers: Timers;
  random: Random;
  profile: RouteProfile;
  conversation(session_id: Id): Conversation;
  /** The person is there, with a network and the app in front: in the background requests are cut. */
  mayRequest(): boolean;
  /** A session turned out to be closed. */
  onClosed(session_id: Id): void;
}

/** `full`: the phone's storage is; `unreadable`: the picture is gone. The text then stays where it was typed. */
export type Taken = { state: 'taken'; temp_message_id: string } | { state: 'full' } | { state: 'unreadable' };

/** Deployed profile: what is known of the history must be this fresh when a message leaves, ms. */
const FRESH_MS = 10_000;

export class Outbox {
  readonly pending: PendingMessages;
  private readonly uploads: Uploads;
  private readonly pictures: KeptPictures;
  private readonly busy = new Set<Id>();
  private readonly alarms = new Map<Id, Off>();

  constructor(private readonly parts: OutboxParts) {
    this.pending = new PendingMessages(parts.area, (status) =>
      step(status, { type: 'restored' }, this.context()),
    );
    this.pictures = new KeptPictures(parts.files, () => this.pending.entries);
    this.uploads = new Uploads(parts.api);
    makeAutoObservable<this, 'parts' | 'pictures' | 'uploads' | 'busy' | 'alarms'>(
      this,
      {
        parts: false,
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
    const status = step(entry.status, { type: 'again' }, this.context());
    const moved = session_id === undefined ? {} : { session_id };
    this.pending.change(temp_message_id, { status, order: this.pending.nextOrder(), ...moved });
    this.run(session_id ?? entry.session_id);
  }

  /** Takes a message back: a failed or 未确认 one, or one that never left. False where it may be stored already. */
  remove(temp_message_id: string): boolean {
    const entry = this.pending.get(temp_message_id);
    if (entry === undefined || !mayGo(entry)) return false;
    this.uploads.callBack(temp_message_id);
    this.pending.drop(temp_message_id);
    void this.pictures.drop(entry);
    return true;
  }

  /** Network, foreground or connection are back: no waiting for what is over. */
  hurry(): void {
    for (const entry of this.pending.entries) this.tell(entry.temp_message_id, { type: 'hurry' });
    new Set(this.pending.entries.map((entry) => entry.session_id)).forEach((id) => this.run(id));
  }

  /** New lines may be messages whose outcome nobody knew. */
  review(conversation: Conversation): void {
    const history = this.historyOf(conversation);
    for (const { temp_message_id } of this.of(conversation.session_id)) {
      const entry = this.pending.get(temp_message_id);
      if (entry === undefined) continue;
      // Its answer may still come, and knows better than likeness.
      if (entry.status.state === 'sending' && this.parts.profile === 'deployed') continue;
      const line = lineOf(entry, this.of(conversation.session_id), history);
      if (line !== undefined) this.sent(entry, line);
    }
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

  private context() {
    const { clock, random, profile } = this.parts;
    return { now: clock.now(), random, profile };
  }

  private tell(temp_message_id: string, event: EntryEvent): void {
    const entry = this.pending.get(temp_message_id);
    if (entry !== undefined)
      this.pending.changeAnyway(temp_message_id, step(entry.status, event, this.context()));
  }

  /** Works a session's line off, as far as it goes now. One worker a session. */
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
        if (entry === undefined) return;
        const wait_ms = (notBefore(entry) ?? 0) - clock.now();
        if (wait_ms > 0) return this.wake(session_id, wait_ms);
        await this.advance(entry);
      }
    } finally {
      // In the same breath as the look at the line: nobody's call can fall in between and be forgotten.
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

  /** One step of one message, with whatever it has to wait for. */
  private async advance(entry: Entry): Promise<void> {
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
    // Taken back while its file was looked for.
    if (this.pending.get(temp_message_id) === undefined) return;
    this.tell(temp_message_id, { type: 'uploading' });
    const uploaded = await settled(this.uploads.run(entry, body));
    runInAction(() => {
      if (uploaded.ok) this.pending.change(temp_message_id, { body: uploaded.value });
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
    // Only what is known of the history tells later which line is this message.
    const isFresh = profile === 'documented' || clock.now() - conversation.read_at < FRESH_MS;
    if (!isFresh && !(await conversation.sync())) return this.tell(temp_message_id, { type: 'hindered' });
    if (this.pending.get(temp_message_id)?.status !== entry.status) return;
    const after_id = conversation.newest_id;
    const leaving = step(entry.status, { type: 'leaving', after_id }, this.context());
    if (!this.pending.change(temp_message_id, { status: leaving, has_left: true })) {
      return this.tell(temp_message_id, { type: 'hindered' });
    }
    const reply = await settled(api.send(session_id, outgoing(entry)));
    if (reply.ok) return this.sent(entry, lineFor(entry, reply.value));
    this.tell(temp_message_id, { type: 'send_failed', failure: reply.failure });
    this.learn(entry);
  }

  private async check(entry: Entry): Promise<void> {
    const { temp_message_id, session_id } = entry;
    const conversation = this.parts.conversation(session_id);
    const after = sentAfter(entry) ?? NO_ID;
    const isRead = (await conversation.sync()) && (await conversation.reach(after));
    if (!isRead) return this.tell(temp_message_id, { type: 'hindered' });
    this.review(conversation);
    this.tell(temp_message_id, { type: 'not_found' });
  }

  /** The message is that line now; its bubble stays. */
  private sent(entry: Entry, line: ChatMessage): void {
    this.pending.drop(entry.temp_message_id);
    this.pending.takenBy(entry.body, line);
    this.parts.conversation(entry.session_id).claim(entry.temp_message_id, line);
    void this.pictures.drop(entry);
  }

  /** What a refusal says of the session. */
  private learn({ temp_message_id, session_id }: Entry): void {
    const status = this.pending.get(temp_message_id)?.status;
    if (status?.state === 'failed' && status.reason === 'closed') this.parts.onClosed(session_id);
  }

  private historyOf(conversation: Conversation) {
    return {
      lines: conversation.lines,
      profile: this.parts.profile,
      isClaimed: (id: Id) => conversation.isClaimed(id),
    };
  }
}

const notBefore = ({ status }: Entry): number | undefined =>
  'not_before' in status ? status.not_before : undefined;
