// The machine of a message, event by event: what each means in each state, and that it means nothing in all others.
import type { Failure } from '../../../../../miniprogram/api/errors';
import type { Status } from '../../../../../miniprogram/packages/member/stores/chat/outbox/entry';
import {
  SERVER_LIMIT_MS,
  step,
} from '../../../../../miniprogram/packages/member/stores/chat/outbox/entry-step';
import type {
  EntryEvent,
  StepContext,
} from '../../../../../miniprogram/packages/member/stores/chat/outbox/entry-step';
import { refused } from '../kit';

const NOW = 1_000_000;
const at: StepContext = { now: NOW, random: () => 1, profile: 'documented', is_tired: false };
const deployed: StepContext = { ...at, profile: 'deployed' };
const tired: StepContext = { ...at, is_tired: true };

type Checking = Extract<Status, { state: 'checking' }>;
const ready: Status = { state: 'ready', tries: 2 };
const uploading: Status = { state: 'uploading', tries: 2 };
const sending: Status = { state: 'sending', tries: 2, after_id: '7' };
const checking: Checking = {
  ...{ state: 'checking', tries: 2, after_id: '7', since: NOW, reads: 0 },
  answered: 'nobody',
};
const unconfirmed: Status = { state: 'unconfirmed', after_id: '7' };
const failed: Status = { state: 'failed', reason: 'refused', message: '消息格式不对' };
const ALL = { ready, uploading, sending, checking, unconfirmed, failed };

const CLOSED: Status = { state: 'failed', reason: 'closed', message: '会话已结束' };
const GIVEN_UP: Status = { state: 'failed', reason: 'given_up', message: '' };
const unsent: Failure = { kind: 'network', unsent: true };
const broken = refused(500, 'INTERNAL_ERROR', '服务器内部错误');

const events: Record<string, EntryEvent> = {
  uploading: { type: 'uploading' },
  uploaded: { type: 'uploaded' },
  upload_failed: { type: 'upload_failed', failure: unsent },
  leaving: { type: 'leaving', after_id: '8' },
  send_failed: { type: 'send_failed', failure: unsent },
  not_found: { type: 'not_found', alike: false, closed: false },
  closed: { type: 'closed' },
  tired: { type: 'tired' },
  hindered: { type: 'hindered' },
  hurry: { type: 'hurry' },
  again: { type: 'again' },
};

test.each<[string, readonly (keyof typeof ALL)[]]>([
  ['uploading', ['ready']],
  ['uploaded', ['uploading']],
  ['upload_failed', ['uploading']],
  ['leaving', ['ready']],
  ['send_failed', ['sending']],
  ['not_found', ['checking']],
  ['closed', ['failed']],
  ['tired', ['ready', 'checking']],
  ['hindered', ['ready', 'checking']],
  ['hurry', []],
  ['again', ['unconfirmed', 'failed']],
])('%s means something to a message that is one of %j, and leaves any other as it is', (name, states) => {
  const event = events[name] as EntryEvent;
  const changed = Object.entries(ALL).filter(([, status]) => step(status, event, at) !== status);
  expect(changed.map(([state]) => state)).toEqual(states);
});

test('after a kill what was in line is in line anew, and what had left is looked for first', () => {
  const restored = (status: Status) => step(status, { type: 'restored' }, at);
  const waiting: Status = { ...ready, not_before: NOW + 5_000, firm: true };
  for (const status of [ready, waiting, uploading])
    expect(restored(status)).toEqual({ state: 'ready', tries: 0 });
  expect(restored(sending)).toEqual({ ...checking, tries: 0 });
  const old: Status = { ...checking, since: 5, reads: 3, answered: 'gateway', not_before: NOW + 5_000 };
  expect(restored(old)).toEqual({ ...checking, tries: 0, answered: 'gateway' });
  for (const status of [unconfirmed, failed]) expect(restored(status)).toBe(status);
});

test('a message goes its way: in line, uploaded, in line, leaving', () => {
  const up = step(ready, { type: 'uploading' }, at);
  expect(up).toEqual({ state: 'uploading', tries: 2 });
  expect(step(up, { type: 'uploaded' }, at)).toEqual({ state: 'ready', tries: 0 });
  expect(step(ready, { type: 'leaving', after_id: '8' }, at)).toEqual({ ...sending, after_id: '8' });
});

describe('a send that failed', () => {
  const after = (failure: Failure, context = at, status = sending) =>
    step(status, { type: 'send_failed', failure }, context);

  test.each([
    [1, 2_000],
    [2, 4_000],
    [3, 8_000],
    [4, 15_000],
    [9, 15_000],
  ])('for the %d. time and never left waits %d ms at most, half of it at least', (tries, ms) => {
    const status: Status = { ...sending, tries: tries - 1 };
    expect(after(unsent, at, status)).toEqual({ state: 'ready', tries, not_before: NOW + ms });
    const least = { ...at, random: () => 0 };
    expect(after(unsent, least, status)).toEqual({ state: 'ready', tries, not_before: NOW + ms / 2 });
  });

  test('and never left is given up where its minute is over, and where it may be stored it is looked for', () => {
    expect(after(unsent, tired)).toEqual(GIVEN_UP);
    expect(after({ kind: 'timeout' }, tired)).toEqual({ ...checking, tries: 3 });
    expect(after({ kind: 'http', status: 502 })).toEqual({ ...checking, tries: 3, answered: 'gateway' });
  });

  test('because the server asked to wait waits so long, minute or not', () => {
    const often = refused(429, 'RATE_LIMIT_EXCEEDED', '过于频繁', 20);
    for (const context of [at, tired])
      expect(after(often, context)).toEqual({
        state: 'ready',
        tries: 3,
        not_before: NOW + 20_000,
        firm: true,
      });
  });

  test('because somebody in between said no is tried again as one that never left', () => {
    const portal: Failure = { kind: 'http', status: 404 };
    expect(after(portal)).toEqual({ state: 'ready', tries: 3, not_before: NOW + 8_000 });
    expect(after(portal, tired)).toEqual(GIVEN_UP);
  });

  test('by the server’s trouble for the eighth time is over (documented); before, and deployed, it is looked for', () => {
    const seventh: Status = { ...sending, tries: 6 };
    const eighth: Status = { ...sending, tries: 7 };
    expect(after(broken, at, eighth)).toEqual({
      state: 'failed',
      reason: 'server',
      message: '服务暂时不可用',
    });
    expect(after(broken, at, seventh)).toMatchObject({ state: 'checking', answered: 'server' });
    expect(after(broken, deployed, eighth)).toMatchObject({ state: 'checking' });
    expect(after({ kind: 'timeout' }, at, eighth)).toMatchObject({ state: 'checking' });
  });

  test('for good is over with the server’s words', () => {
    expect(after(refused(400, 'BAD_REQUEST', '消息格式不对'))).toEqual(failed);
    expect(step(failed, { type: 'closed' }, at)).toEqual(CLOSED);
    expect(step(GIVEN_UP, { type: 'closed' }, at)).toBe(GIVEN_UP);
  });
});

describe('a message that the history does not have', () => {
  const after = (context: StepContext, status: Checking, found: { alike?: boolean; closed?: boolean } = {}) =>
    step(status, { type: 'not_found', alike: false, closed: false, ...found }, context);
  /** Looked for as long as the server may take, and often enough. */
  const over: Checking = { ...checking, since: NOW - SERVER_LIMIT_MS, reads: 3 };

  test('is sent again where the server knows its id', () => {
    expect(after(at, checking)).toEqual({ state: 'ready', tries: 2, not_before: NOW + 4_000 });
    expect(after(tired, checking)).toEqual(GIVEN_UP);
  });

  test('is looked for again every 4 s until the server’s time is over, and it was looked for four times', () => {
    const again = { not_before: NOW + 4_000 };
    expect(after(deployed, checking)).toEqual({ ...checking, ...again, reads: 1 });
    const early = { ...over, since: NOW - SERVER_LIMIT_MS + 1 };
    expect(after(deployed, early)).toEqual({ ...early, ...again, reads: 4 });
    const seldom = { ...over, reads: 2 };
    expect(after(deployed, seldom)).toEqual({ ...seldom, ...again, reads: 3 });
    expect(after(deployed, over)).toEqual(unconfirmed);
  });

  test('is sent again where a gateway said that it did not get through, and no line is like it', () => {
    const gateway: Checking = { ...over, answered: 'gateway' };
    expect(after(deployed, gateway)).toMatchObject({ state: 'ready', tries: 2 });
    expect(after(deployed, gateway, { alike: true })).toEqual(unconfirmed);
    expect(after(deployed, { ...over, answered: 'server' })).toEqual(unconfirmed);
  });

  test('goes into no closed session, once it is sure that it is not there', () => {
    const closed = { closed: true };
    expect(after(at, checking, closed)).toEqual(CLOSED);
    expect(after(deployed, over, closed)).toEqual(CLOSED);
    expect(after(deployed, { ...checking, answered: 'server' }, closed)).toEqual(CLOSED);
    expect(after(deployed, checking, closed)).toMatchObject({ state: 'checking', reads: 1 });
    expect(after(deployed, over, { ...closed, alike: true })).toEqual(unconfirmed);
  });
});

test('a message whose minute is over is given up, or left to the person where it may be stored twice', () => {
  for (const [event, context] of [
    [{ type: 'tired' }, at],
    [{ type: 'hindered' }, tired],
  ] as const) {
    expect(step(ready, event, context)).toEqual(GIVEN_UP);
    expect(step(checking, event, context)).toEqual(GIVEN_UP);
    expect(step(checking, event, { ...context, profile: 'deployed' })).toEqual(unconfirmed);
    for (const status of [uploading, sending]) expect(step(status, event, context)).toBe(status);
  }
});

test('a message that was hindered waits longer each time', () => {
  expect(step(ready, { type: 'hindered' }, at)).toEqual({ ...ready, tries: 3, not_before: NOW + 8_000 });
  expect(step(checking, { type: 'hindered' }, at)).toEqual({
    ...checking,
    tries: 3,
    not_before: NOW + 8_000,
  });
});

test('what waits is tried at once when the line is back, unless the server asked for the wait', () => {
  const hurry = { type: 'hurry' } as const;
  expect(step({ ...ready, not_before: NOW + 1 }, hurry, at)).toEqual(ready);
  expect(step({ ...checking, not_before: NOW + 1 }, hurry, at)).toEqual(checking);
  const asked: Status = { ...ready, not_before: NOW + 1, firm: true };
  expect(step(asked, hurry, at)).toBe(asked);
});

test('sent again by the person it begins anew', () => {
  for (const status of [failed, unconfirmed])
    expect(step(status, { type: 'again' }, at)).toEqual({ state: 'ready', tries: 0 });
});

test('a picture that is not on the phone any more is over', () => {
  expect(step(ready, { type: 'picture_gone' }, at)).toEqual({
    ...{ state: 'failed', reason: 'picture', message: '图片已不在手机上' },
  });
});
