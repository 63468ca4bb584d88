// The chat of whoever is signed in as a customer. Observable (MobX).
import { makeAutoObservable, observable, reaction } from 'mobx-miniprogram';
import type { Off } from '../../platform/ports';
import type { ChatParts } from './parts';
import { Room } from './customer-chat';

export class ChatStore {
  /** `null` while no customer is signed in. */
  room: Room | null = null;
  private readonly stop: Off;

  constructor(private readonly parts: ChatParts) {
    makeAutoObservable<this, 'parts' | 'stop'>(
      this,
      { parts: false, stop: false, room: observable.ref },
      { autoBind: true },
    );
    this.stop = reaction(() => this.user_id, this.adopt, { fireImmediately: true });
  }

  /** Unread messages of all sessions: the tab's badge. */
  get unread(): number {
    return this.room?.sessions.unread_total ?? 0;
  }

  /** Messages that would be lost by signing out: warn before. */
  get unsent(): number {
    return this.room?.outbox.unsent ?? 0;
  }

  dispose(): void {
    this.stop();
    this.room?.dispose();
    this.room = null;
  }

  private get user_id(): string | null {
    const { customer } = this.parts.session;
    return customer.state === 'signed_in' ? customer.user.user_id : null;
  }

  /** Another person, or nobody: what the one before had is out of reach at once. */
  private adopt(): void {
    this.room?.dispose();
    const shelf = this.parts.session.area('customer');
    this.room = shelf === undefined ? null : new Room(this.parts, shelf);
  }
}
