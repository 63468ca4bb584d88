// A phone with the channel running: real sockets, virtual time for the policy, a real gate over two tokens.
import type { SignedOutReason } from '../../../../miniprogram/api/errors';
import type { Tokens } from '../../../../miniprogram/api/gate';
import { createServerClock } from '../../../../miniprogram/api/server-clock';
import { createListeners } from '../../../../miniprogram/platform/listeners';
import type { ShowOptions } from '../../../../miniprogram/platform/ports';
import type { Channel, Decoded } from '../../../../miniprogram/packages/member/realtime/channel';
import { createFakeTime } from '../../../support/fake-time';
import { createNodeSocket } from '../../../support/node-socket';
import type { Realtime } from './packed';

/** A push as the test's decoder leaves it; `broken` is one that it cannot read. */
export interface Push {
  event: string;
  payload: unknown;
}

const PATIENCE_MS = 8_000;
const LOOK_EVERY_MS = 5;

/** Waits for a condition over the real wire. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

export function createPhone(realtime: Realtime, origin: () => string, chance = 0) {
  const time = createFakeTime();
  const socket = createNodeSocket();
  const shows = createListeners<ShowOptions>();
  const hides = createListeners<undefined>();
  const world = realtime.observable<{ session: number | undefined; connected: boolean; type: string }>({
    session: 1,
    connected: true,
    type: 'wifi',
  });
  const change = realtime.action((to: Partial<typeof world>) => void Object.assign(world, to));
  const ended: SignedOutReason[] = [];
  let tokens: Tokens = { access_token: 'token 1' };
  let refreshes = 0;
  let visible = true;
  const phone = {
    time,
    socket,
    ended,
    pushes: [] as Push[],
    unreadable: 0,
    connects: 0,
    get refreshes() {
      return refreshes;
    },
    get token() {
      return tokens.access_token;
    },
    refresh: async (): Promise<Tokens> => ({ access_token: `token ${refreshes + 1}` }),
    show() {
      visible = true;
      shows.tell({ path: '', query: {}, scene: 1001 });
    },
    hide() {
      visible = false;
      hides.tell(undefined);
    },
    network: (connected: boolean, type = 'wifi') => change({ connected, type }),
    signIn(session: number, access_token: string) {
      tokens = { access_token };
      change({ session });
    },
    signOut: () => change({ session: undefined }),
    channel: undefined as unknown as Channel<Push>,
    async connected(count: number): Promise<void> {
      await until(() => phone.connects === count, `${count} connects`);
    },
    dispose() {
      phone.channel.stop();
      socket.dispose();
    },
  };
  const gate = realtime.createGate({
    backend: 'v4',
    tokens: {
      read: () => (world.session === undefined ? undefined : { tokens, session: world.session }),
      replace: (next) => void (tokens = next),
      clear(reason) {
        ended.push(reason);
        change({ session: undefined });
      },
    },
    refresh: () => {
      refreshes += 1;
      return phone.refresh();
    },
    rules: realtime.rules,
    server_clock: createServerClock(time),
    skew_ms: 0,
  });
  const decode = (event: string, payload: unknown): Decoded<Push> =>
    event === 'broken'
      ? { ok: false, failure: { kind: 'decode', endpoint: event, path: '$', problem: 'broken' } }
      : { ok: true, event: { event, payload } };
  phone.channel = realtime.createChannel<Push>({
    clock: time,
    timers: time,
    random: () => chance,
    lifecycle: {
      get visible() {
        return visible;
      },
      onShow: shows.add,
      onHide: hides.add,
    },
    network: world,
    gate,
    session: () => world.session,
    connect: (handlers) => realtime.connect({ socket, origin: origin(), timeout_ms: 5_000 }, handlers),
    decode,
  });
  phone.channel.on('new_message', (push) => phone.pushes.push(push));
  phone.channel.onUnreadable(() => (phone.unreadable += 1));
  phone.channel.onConnected(() => (phone.connects += 1));
  return phone;
}

export type Phone = ReturnType<typeof createPhone>;
