// What happens to a message of the outbox, as a pure machine: a status and an event in, the next status out.
import type { Id } from '../../../../../../typings/v4/common';
import type { Failure } from '../../../../../api/errors';
import type { RouteProfile } from '../../../../../api/v4/routes';
import { equalJitter } from '../../../../../platform/backoff';
import type { Random } from '../../../../../platform/ports';
import type { Status } from './entry';
import { outcomeOf } from './outcome';

export type EntryEvent =
  /** Read back after the app was killed. */
  | { type: 'restored' }
  | { type: 'uploading' }
  | { type: 'uploaded' }
  | { type: 'upload_failed'; failure: Failure }
  /** The kept file is not there any more. */
  | { type: 'picture_gone' }
  | { type: 'leaving'; after_id: Id }
  | { type: 'send_failed'; failure: Failure }
  /**
   * The history was read as far as needed, and no line is this message for certain. `alike`: some line may be.
   * `closed`: the session is closed.
   */
  | { type: 'not_found'; alike: boolean; closed: boolean }
  /** It was refused, and the session turns out to be closed. */
  | { type: 'closed' }
  /** It has failed for so long that the person is to decide. */
  | { type: 'tired' }
  /** The history, or the phone's storage, could not be used now. */
  | { type: 'hindered' }
  /** Network, foreground or connection came back: a message that waits only for these is tried at once. */
  | { type: 'hurry' }
  /** The person says: send it again. */
  | { type: 'again' };

export interface StepContext {
  /** ms, by a clock that never goes back. */
  now: number;
  random: Random;
  profile: RouteProfile;
  /** It has failed for so long already that it is not tried again by itself. */
  is_tired: boolean;
}

/**
 * The deployed server takes at most this long to store a message (V4 §Fields): one that is not in the history by then
 * was not stored.
 */
export const SERVER_LIMIT_MS = 16_000;
/** The history is also read at least so often, in case the phone's clock jumped ahead. */
const LEAST_READS = 4;
const READ_EVERY_MS = 4_000;
const BACK_OFF = { base_ms: 2_000, cap_ms: 15_000 };
/** After so many server errors for one message it fails: they are not by chance. */
const MOST_TROUBLE = 8;

const CLOSED: Status = { state: 'failed', reason: 'closed', message: '会话已结束' };
const GIVEN_UP: Status = { state: 'failed', reason: 'given_up', message: '' };

/** @param tries that failed in a row, ≥ 1 */
const backOff = (tries: number, random: Random): number => equalJitter(BACK_OFF, tries, random());

/** The next status; the same object where the event means nothing to it. */
export function step(status: Status, event: EntryEvent, context: StepContext): Status {
  const { now } = context;
  switch (event.type) {
    case 'restored':
      return restored(status, now);
    case 'uploading':
      return status.state === 'ready' ? { state: 'uploading', tries: status.tries } : status;
    case 'uploaded':
      return status.state === 'uploading' ? { state: 'ready', tries: 0 } : status;
    case 'upload_failed':
      return status.state === 'uploading' ? uploadFailed(status, event.failure, context) : status;
    case 'picture_gone':
      return { state: 'failed', reason: 'picture', message: '图片已不在手机上' };
    case 'leaving':
      if (status.state !== 'ready') return status;
      return { state: 'sending', tries: status.tries, after_id: event.after_id };
    case 'send_failed':
      return status.state === 'sending' ? sendFailed(status, event.failure, context) : status;
    case 'not_found':
      return status.state === 'checking' ? notFound(status, event, context) : status;
    case 'closed':
      return status.state === 'failed' && status.reason === 'refused' ? CLOSED : status;
    case 'tired':
      return tired(status, context);
    case 'hindered':
      return hindered(status, context);
    case 'hurry':
      return hurried(status);
    case 'again':
      return status.state === 'failed' || status.state === 'unconfirmed'
        ? { state: 'ready', tries: 0 }
        : status;
  }
}

function restored(status: Status, now: number): Status {
  switch (status.state) {
    case 'ready':
    case 'uploading':
      return { state: 'ready', tries: 0 };
    case 'sending':
    case 'checking':
      return {
        ...{ state: 'checking', tries: 0, after_id: status.after_id, since: now, reads: 0 },
        // What a gateway answered is kept: it was about the same request.
        answered: status.state === 'checking' ? status.answered : 'nobody',
      };
    case 'unconfirmed':
    case 'failed':
      return status;
  }
}

/** An upload may be repeated: a picture on the server shows nowhere until a message names it. */
function uploadFailed(status: Status & { tries: number }, failure: Failure, context: StepContext): Status {
  const outcome = outcomeOf(failure);
  const tries = status.tries + 1;
  switch (outcome.kind) {
    case 'refused': {
      const reason = outcome.reason === 'refused' ? 'picture' : outcome.reason;
      return { state: 'failed', reason, message: outcome.message };
    }
    case 'later':
      return later(tries, outcome.ms, context);
    case 'unsent':
      return again(tries, context);
    case 'unknown':
      // The deployed backend answers 500 for a picture of a kind that it does not take.
      if (outcome.answered === 'server' && tries >= LEAST_READS)
        return { state: 'failed', reason: 'picture', message: '图片上传失败' };
      return again(tries, context);
  }
}

function sendFailed(
  status: Extract<Status, { state: 'sending' }>,
  failure: Failure,
  context: StepContext,
): Status {
  const outcome = outcomeOf(failure);
  const { tries, after_id } = status;
  switch (outcome.kind) {
    case 'refused':
      return { state: 'failed', reason: outcome.reason, message: outcome.message };
    case 'later':
      return later(tries + 1, outcome.ms, context);
    case 'unsent':
      return again(tries + 1, context);
    case 'unknown':
      if (outcome.answered !== 'nobody' && tries + 1 >= MOST_TROUBLE && context.profile === 'documented') {
        return { state: 'failed', reason: 'server', message: '服务暂时不可用' };
      }
      return {
        ...{ state: 'checking', tries: tries + 1, after_id, since: context.now, reads: 0 },
        answered: outcome.answered,
      };
  }
}

function later(tries: number, ms: number | undefined, context: StepContext): Status {
  if (ms === undefined) return again(tries, context);
  return { state: 'ready', tries, not_before: context.now + ms, firm: true };
}

/** The server does not have the message: it waits for another try, in its place in line. */
function again(tries: number, { now, random, is_tired }: StepContext): Status {
  return is_tired ? GIVEN_UP : { state: 'ready', tries, not_before: now + backOff(tries, random) };
}

/**
 * The message is not in the history. A `documented` server knows its id, so it may be sent again. The deployed server
 * does not, and may still be storing it, unless it was never reached. Nothing is stored in a closed session.
 */
function notFound(
  status: Extract<Status, { state: 'checking' }>,
  { alike, closed }: Extract<EntryEvent, { type: 'not_found' }>,
  context: StepContext,
): Status {
  const { now, profile } = context;
  const { tries, after_id, answered } = status;
  const reads = status.reads + 1;
  const isOver = reads >= LEAST_READS && now - status.since >= SERVER_LIMIT_MS;
  const isDone = isOver || profile === 'documented' || answered === 'server';
  if (closed && isDone && !alike) return CLOSED;
  if (profile === 'documented') return again(tries, context);
  if (!isOver) return { ...status, reads, not_before: now + READ_EVERY_MS };
  return answered === 'gateway' && !alike ? again(tries, context) : { state: 'unconfirmed', after_id };
}

/**
 * Gives a message up that has failed for too long. If it may be stored, and would be stored twice if sent again, the
 * person decides (未确认). While a request is under way its answer is waited for.
 */
function tired(status: Status, { profile }: StepContext): Status {
  switch (status.state) {
    case 'ready':
      return GIVEN_UP;
    case 'checking':
      if (profile === 'documented') return GIVEN_UP;
      return { state: 'unconfirmed', after_id: status.after_id };
    case 'uploading':
    case 'sending':
    case 'unconfirmed':
    case 'failed':
      return status;
  }
}

function hindered(status: Status, context: StepContext): Status {
  const { now, random } = context;
  if (context.is_tired) return tired(status, context);
  switch (status.state) {
    case 'ready':
    case 'checking': {
      const tries = status.tries + 1;
      return { ...status, tries, not_before: now + backOff(tries, random) };
    }
    case 'uploading':
    case 'sending':
    case 'unconfirmed':
    case 'failed':
      return status;
  }
}

function hurried(status: Status): Status {
  if (status.state === 'ready' && status.firm !== true && status.not_before !== undefined) {
    return { state: 'ready', tries: status.tries };
  }
  if (status.state === 'checking' && status.not_before !== undefined) {
    const { not_before: _over, ...rest } = status;
    return rest;
  }
  return status;
}
