// The app's one socket: hands what happens to the policy, does what it orders, and tells who listens. A push is only a
// hint: whoever shows messages reads the history after each `onConnected`, and after a push that could not be read.
import { action, comparer, observable, reaction } from 'mobx-miniprogram';

import type { Failure } from '../../../api/errors';
import type { Gate } from '../../../api/gate';
import { createListeners } from '../../../platform/listeners';
import type { LifecyclePort, Off, Platform } from '../../../platform/ports';
import { createAttempts } from './attempts';
import { connectionView } from './connection-view';
import type { ConnectionView } from './connection-view';
import { step, wakeAt } from './policy';
import { INITIAL } from './policy-state';
import type { PolicyCommand, PolicyEvent } from './policy-state';
import { steadyClock } from '../../../platform/steady-clock';
import type { Connection, ConnectionHandlers } from './transport';

/** What a decoder makes of a push. */
export type Decoded<E> = { ok: true; event: E } | { ok: false; failure: Failure };

/** What is known of one event by its name. */
type Named<E, Name> = Extract<E, { event: Name }>;

export interface Channel<E extends { event: string }> {
  /** Observable. */
  readonly connection: ConnectionView;
  /** From now on a connection is kept whenever one may be; calling it again changes nothing. */
  start(): void;
  stop(): void;
  on<Name extends E['event']>(name: Name, listener: (event: Named<E, Name>) => void): Off;
  /** After each connect, the first too: what came meanwhile was missed. */
  onConnected(listener: () => void): Off;
  /** A push that breaks the contract; the history has what it was about. */
  onUnreadable(listener: (failure: Failure) => void): Off;
}

export interface ChannelParts<E> extends Pick<Platform, 'clock' | 'timers' | 'random'> {
  lifecycle: Pick<LifecyclePort, 'visible' | 'onShow' | 'onHide'>;
  /** Observable. */
  network: { readonly connected: boolean; readonly type: string };
  gate: Pick<Gate, 'pass' | 'renew'>;
  /** Observable: who is signed in, as a number that differs for each sign-in. */
  session(): number | undefined;
  connect(handlers: ConnectionHandlers): Connection;
  decode(name: string, payload: unknown): Decoded<E>;
}

export function createChannel<E extends { event: string }>(parts: ChannelParts<E>): Channel<E> {
  const clock = steadyClock(parts.clock);
  const connection = observable.box<ConnectionView>('off');
  const show = action((view: ConnectionView) => connection.set(view));
  const connects = createListeners<undefined>();
  const unreadable = createListeners<Failure>();
  const pushes = createListeners<E>();
  const waiting: PolicyEvent[] = [];
  let state = INITIAL;
  let working = false;
  let alarm: Off | undefined;
  let subscriptions: Off[] | undefined;

  const attempts = createAttempts({
    connect: parts.connect,
    gate: parts.gate,
    report,
    push(name, payload) {
      const decoded = parts.decode(name, payload);
      if (decoded.ok) pushes.tell(decoded.event);
      else unreadable.tell(decoded.failure);
    },
  });

  function obey(command: PolicyCommand): void {
    switch (command.type) {
      case 'open':
        return attempts.open(command.generation);
      case 'close':
        return attempts.close(command.generation);
      case 'probe':
        return attempts.probe(command.generation);
      case 'renew':
        return attempts.renew(command.generation, command.code);
    }
  }

  function take(event: PolicyEvent): void {
    const before = state.link.state;
    const { state: next, commands } = step(state, event, clock.now(), parts.random);
    state = next;
    commands.forEach(obey);
    if (before !== 'open' && next.link.state === 'open') connects.tell(undefined);
  }

  /** One event at a time: doing what is ordered may already make the next one. */
  function report(event: PolicyEvent): void {
    waiting.push(event);
    if (working) return;
    working = true;
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) take(next);
    } finally {
      working = false;
      settle();
    }
  }

  function settle(): void {
    const now = clock.now();
    const wake_at = wakeAt(state, now);
    alarm?.();
    alarm =
      wake_at === undefined
        ? undefined
        : parts.timers.after(Math.max(0, wake_at - now), () => report({ type: 'tick' }));
    show(connectionView(state, now));
  }

  function subscribe(): Off[] {
    const { lifecycle, network } = parts;
    if (!lifecycle.visible) report({ type: 'hidden' });
    return [
      reaction(parts.session, (session) => report({ type: 'session', session }), { fireImmediately: true }),
      reaction(
        () => ({ connected: network.connected, network_type: network.type }),
        (seen) => report({ type: 'network', ...seen }),
        { fireImmediately: true, equals: comparer.structural },
      ),
      lifecycle.onShow(() => report({ type: 'shown' })),
      lifecycle.onHide(() => report({ type: 'hidden' })),
    ];
  }

  return {
    get connection() {
      return connection.get();
    },
    start() {
      if (subscriptions !== undefined) return;
      subscriptions = subscribe();
      report({ type: 'start' });
    },
    stop() {
      subscriptions?.forEach((off) => off());
      subscriptions = undefined;
      report({ type: 'stop' });
    },
    on: (name, listener) =>
      pushes.add((event) => {
        if (isNamed(event, name)) listener(event);
      }),
    onConnected: connects.add,
    onUnreadable: unreadable.add,
  };
}

function isNamed<E extends { event: string }, Name extends E['event']>(
  event: E,
  name: Name,
): event is Named<E, Name> {
  return event.event === name;
}
