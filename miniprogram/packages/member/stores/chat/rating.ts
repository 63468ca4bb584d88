// The rating card of each session: asked for by the agent or by the closing, once, there until answered or dismissed.
// Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import * as v from 'valibot';
import type { ChatSession } from '../../../../../typings/v4/chat';
import type { Id } from '../../../../../typings/v4/common';
import type { Failure } from '../../../../api/errors';
import { settled } from '../../../../api/settled';
import type { ChatApi } from '../../api/chat';
import { keyFor } from '../../../../platform/storage-key';
import type { StorageArea, StorageKey } from '../../../../platform/storage-types';

/** What outlives the app. */
type Answer = 'asked' | 'dismissed' | 'done';

export type RatingState =
  | { state: 'none' }
  | { state: 'asked' }
  | { state: 'sending'; score: number }
  /** The card stays; `failure` says why. */
  | { state: 'refused'; score: number; failure: Failure }
  | { state: 'done'; score: number | null }
  | { state: 'dismissed' };

const answers = v.picklist(['asked', 'dismissed', 'done']);
const keyOf = (session_id: Id): StorageKey<Answer> => keyFor(`rating.${session_id}`, 'kept', answers);

export class Ratings {
  private readonly states = observable.map<Id, RatingState>({}, { deep: false });

  constructor(
    private readonly api: Pick<ChatApi, 'rate'>,
    private readonly shelf: Pick<StorageArea, 'read' | 'write'>,
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

  dismiss(session_id: Id): void {
    const { state } = this.of(session_id);
    if (state === 'asked' || state === 'refused') this.keep(session_id, { state: 'dismissed' }, 'dismissed');
  }

  /** @param score 1-5. Never rejects: a refusal is in the state. Nothing happens while one is under way. */
  async rate(session_id: Id, score: number): Promise<void> {
    const before = this.of(session_id).state;
    if (before === 'sending' || before === 'done') return;
    this.states.set(session_id, { state: 'sending', score });
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
    switch (this.shelf.read(keyOf(session_id))) {
      case undefined:
        return { state: 'none' };
      case 'asked':
        return { state: 'asked' };
      case 'dismissed':
        return { state: 'dismissed' };
      case 'done':
        return { state: 'done', score: null };
    }
  }

  private keep(session_id: Id, state: RatingState, answer: Answer): void {
    this.states.set(session_id, state);
    this.shelf.write(keyOf(session_id), answer);
  }
}

/** 409; the deployed backend may say it with 500. */
const saysRated = (failure: Failure): boolean =>
  failure.kind === 'api' && (failure.status === 409 || failure.message.includes('已评分'));
