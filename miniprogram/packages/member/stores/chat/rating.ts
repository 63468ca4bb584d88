// The rating card of each session: asked for by the agent or by the closing, once, there until answered or dismissed. The
// server takes a score of a closed session alone: one that is given before is noted, and sent at the closing. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import * as v from 'valibot';
import type { ChatSession } from '../../../../../typings/v4/chat';
import type { Id } from '../../../../../typings/v4/common';
import type { Failure } from '../../../../api/errors';
import { settled } from '../../../../api/settled';
import type { ChatApi } from '../../api/chat';
import { keyFor } from '../../../../platform/storage-key';
import type { StorageArea, StorageKey } from '../../../../platform/storage-types';
import { isClosed } from './session-list';

/** What outlives the app; a number is a score that no server has yet. */
type Answer = 'asked' | 'dismissed' | 'done' | number;

export type RatingState =
  | { state: 'none' }
  | { state: 'asked' }
  /** Waits for the closing; may be changed until then. */
  | { state: 'noted'; score: number }
  | { state: 'sending'; score: number }
  /** The card stays; `failure` says why. */
  | { state: 'refused'; score: number; failure: Failure }
  | { state: 'done'; score: number | null }
  | { state: 'dismissed' };

const PREFIX = 'rating.';
const answers = v.union([v.picklist(['asked', 'dismissed', 'done']), v.number()]);
const keyOf = (session_id: Id): StorageKey<Answer> => keyFor(`${PREFIX}${session_id}`, 'kept', answers);

export class Ratings {
  private readonly states = observable.map<Id, RatingState>({}, { deep: false });

  constructor(
    private readonly api: Pick<ChatApi, 'rate'>,
    private readonly shelf: Pick<StorageArea, 'read' | 'write' | 'names'>,
  ) {
    makeAutoObservable<this, 'api' | 'shelf' | 'states'>(
      this,
      { api: false, shelf: false, states: false, of: false },
      { autoBind: true },
    );
  }

  /** @param session as the list has it: a score that it says is an answer too */
  of(session_id: Id, session?: Pick<ChatSession, 'satisfaction_score'>): RatingState {
    const known = this.states.get(session_id) ?? this.read(session_id);
    const said = session?.satisfaction_score;
    if (typeof said === 'number' && said > 0 && known.state !== 'done') return { state: 'done', score: said };
    return known;
  }

  /** By the agent, or because the session is closed now. An answer or a dismissal stands. */
  ask(session_id: Id): void {
    if (this.of(session_id).state === 'none') this.keep(session_id, { state: 'asked' }, 'asked');
  }

  /** The session is closed: what was noted goes, or a rating is asked for. */
  close(session_id: Id): void {
    const known = this.of(session_id);
    if (known.state === 'noted') void this.rate(session_id, known.score);
    else this.ask(session_id);
  }

  /** @param sessions as they were just read: of those closed while nobody listened, what was noted goes too */
  sendNoted(sessions: readonly ChatSession[]): void {
    const names = new Set(this.shelf.names('kept', PREFIX));
    for (const session of sessions) {
      const { customer_service_session_id: id } = session;
      const noted = names.has(PREFIX + id) ? this.shelf.read(keyOf(id)) : undefined;
      if (typeof noted !== 'number' || !isClosed(session)) continue;
      const known = this.of(id, session);
      if (known.state === 'done') this.keep(id, known, 'done');
      else void this.rate(id, noted);
    }
  }

  /** @param score 1-5, while the session goes on */
  note(session_id: Id, score: number): void {
    const { state } = this.of(session_id);
    if (state !== 'sending' && state !== 'done') this.keep(session_id, { state: 'noted', score }, score);
  }

  dismiss(session_id: Id): void {
    const { state } = this.of(session_id);
    if (state === 'asked' || state === 'refused') this.keep(session_id, { state: 'dismissed' }, 'dismissed');
  }

  /** @param score 1-5. Never rejects: a refusal is in the state. Nothing happens while one is under way. */
  async rate(session_id: Id, score: number): Promise<void> {
    const before = this.of(session_id).state;
    if (before === 'sending' || before === 'done') return;
    // Noted until it is sent: it goes by itself the next time where this fails.
    this.keep(session_id, { state: 'sending', score }, score);
    const rated = await settled(this.api.rate(session_id, score));
    runInAction(() => {
      if (rated.ok) this.keep(session_id, { state: 'done', score }, 'done');
      else this.take(session_id, score, rated.failure);
    });
  }

  private take(session_id: Id, score: number, failure: Failure): void {
    // Rated already: from another device, or by a request whose answer was lost.
    if (saysRated(failure)) this.keep(session_id, { state: 'done', score: null }, 'done');
    else this.states.set(session_id, { state: 'refused', score, failure });
  }

  private read(session_id: Id): RatingState {
    const answer = this.shelf.read(keyOf(session_id));
    if (typeof answer === 'number') return { state: 'noted', score: answer };
    return answer === 'done' ? { state: 'done', score: null } : { state: answer ?? 'none' };
  }

  private keep(session_id: Id, state: RatingState, answer: Answer): void {
    this.states.set(session_id, state);
    this.shelf.write(keyOf(session_id), answer);
  }
}

/** 409; the deployed backend may say it with 500. */
const saysRated = (failure: Failure): boolean =>
  failure.kind === 'api' && (failure.status === 409 || failure.message.includes('已评分'));
