// A phone with the app on it: its storage and files outlive the app, its network and its buttons are the test's.
import { createChatApi } from '../../../miniprogram/packages/member/api/chat';
import { readEvent } from '../../../miniprogram/packages/member/api/events';
import { v4Routes } from '../../../miniprogram/api/v4/routes';
import { createCore } from '../../../miniprogram/compose/core';
import type { Core } from '../../../miniprogram/compose/core';
import { configFor } from '../../../miniprogram/config';
import { createListeners } from '../../../miniprogram/platform/listeners';
import type { NetworkState, Platform, ShowOptions } from '../../../miniprogram/platform/ports';
import { createChannel } from '../../../miniprogram/packages/member/realtime/channel';
import { CustomerChat } from '../../../miniprogram/packages/member/stores/chat/customer-chat';
import { perPerson } from '../../../miniprogram/stores/person/per-person';
import type { PerPerson } from '../../../miniprogram/stores/person/per-person';
import { createMemoryStorage } from '../../support/memory-storage';
import { forsakenBy } from './forsaken';
import { openPurse } from './counter/purse';
import type { CodeWatch, Purse } from './counter/purse';
import { createHttp } from './http';
import { Life } from './life';
import { openDesk } from './staff/app';
import type { Desk } from './staff/app';
import type { WorldBackend } from './backend';
import type { Weather } from './weather';

/** Pages of history are small, so that gaps span some. */
const PAGE_SIZE = 8;
const BACKGROUND_MS = 5_000;
const SHOWN: ShowOptions = { path: '', query: {}, scene: 1001 };
/** Whose phone it is at the staff's backend. */
export const STAFF = 'demo-coach';
const PICTURE = Buffer.from('\x89PNG\r\n\x1a\n-chaos', 'latin1');

/** The running app. */
export interface App {
  core: Core;
  chats: PerPerson<CustomerChat>;
  /** Where staff work in this run. */
  desk?: PerPerson<Desk>;
  /** Where customers redeem in this run. */
  purse?: PerPerson<Purse>;
  life: Life;
  /** What the banner says. */
  connection(): string;
  stop(): void;
}

export class Phone {
  readonly storage = createMemoryStorage();
  /** Kept files; what is only temporary is not here. */
  readonly files = new Set<string>();
  /** Messages that went with a sign-in that ended for good. */
  readonly forsaken = new Set<string>();
  /** The customer is signing out. */
  is_leaving = false;
  /** What its storage does with a write, where it does not take it; full, it takes what makes it no fuller. */
  storage_fails: 'storage full' | 'storage refuses writes' | undefined;
  /** The phone's clock minus the world's, ms. */
  skew_ms = 0;
  app: App | undefined;
  /** Told of the codes that reach the app. */
  codes: CodeWatch = { came: () => undefined, kept: () => undefined };
  private readonly shows = createListeners<ShowOptions>();
  private readonly hides = createListeners<undefined>();
  private readonly networks = createListeners<NetworkState>();
  private network: NetworkState = { connected: true, type: 'wifi' };
  private is_visible = true;
  private pictures = 0;

  constructor(
    private readonly server: WorldBackend,
    private readonly weather: Weather,
  ) {}

  get is_online(): boolean {
    return this.network.connected;
  }

  get is_in_front(): boolean {
    return this.is_visible;
  }

  start(): App {
    this.is_leaving = false;
    const { server, weather } = this;
    const life = new Life(server.time, () => (this.app = undefined));
    const platform = this.platform(life);
    this.is_visible = true;
    const profile = server.profile;
    const core = createCore(platform, configFor('development', { profile, origin: 'http://chaos' }));
    const channel = createChannel({
      ...{ clock: platform.clock, timers: platform.timers, random: platform.random },
      ...{ lifecycle: platform.lifecycle, network: core.network, gate: core.v4.gate },
      session: () =>
        core.session.customer.state === 'signed_in'
          ? core.session.tokens('customer').read()?.session
          : undefined,
      connect: (handlers) =>
        server.connect(
          { deliver: (run) => life.deliver(run), isReachable: () => life.is_alive && this.is_online },
          handlers,
        ),
      decode: readEvent,
    });
    const { clock, random, lifecycle } = platform;
    const { network } = core;
    const routes = v4Routes(profile);
    const chats = perPerson(
      core.v4,
      platform,
      (person) =>
        new CustomerChat({
          ...{ person, network, clock, random, lifecycle, profile },
          channel: life.holds.channel(channel),
          api: createChatApi(person.client, routes, core.config.timeouts.send_message_ms),
          page_size: PAGE_SIZE,
        }),
    );
    const desk = server.staff === undefined ? undefined : openDesk(core);
    const purse = server.counter === undefined ? undefined : openPurse(core, this.codes);
    channel.start();
    const stop = () => {
      chats.dispose();
      desk?.dispose();
      purse?.dispose();
      channel.stop();
      core.dispose();
    };
    if (!life.is_alive) throw new Error('killed while starting');
    this.app = { core, chats, life, stop, connection: () => channel.connection };
    if (desk !== undefined) this.app.desk = desk;
    if (purse !== undefined) this.app.purse = purse;
    weather.dice.next();
    return this.app;
  }

  kill(): void {
    const { app } = this;
    this.app = undefined;
    app?.life.kill();
    app?.stop();
  }

  show(): void {
    if (this.is_visible) return;
    this.is_visible = true;
    this.app?.life.wake();
    this.shows.tell(SHOWN);
  }

  hide(): void {
    if (!this.is_visible) return;
    this.is_visible = false;
    this.hides.tell(undefined);
    const { app } = this;
    this.server.time.after(BACKGROUND_MS, () => {
      if (!this.is_visible && this.app === app) app?.life.suspend();
    });
  }

  setNetwork(connected: boolean): void {
    this.network = { connected, type: connected ? 'wifi' : 'none' };
    const told = this.network;
    this.app?.life.deliver(() => this.networks.tell(told));
  }

  /** Where WeChat put a picture that the person chose. */
  choose(): string {
    return `tmp://${(this.pictures += 1)}.png`;
  }

  /** @throws where the storage fails now */
  private takeWrite(key: string, value: string): void {
    if (this.storage_fails === undefined) return;
    if (this.storage_fails === 'storage full' && value.length <= (this.storage.get(key) ?? '').length) return;
    throw new Error('setStorage:fail');
  }

  private platform(life: Life): Platform {
    const { server, weather, storage, files } = this;
    const http = createHttp({ server, weather, life, isOnline: () => this.is_online }, (path) =>
      files.has(path) ? PICTURE : undefined,
    );
    const now = () => server.time.now() + this.skew_ms;
    const isVisible = () => this.is_visible;
    const act = (run: () => void) => {
      if (life.acts()) run();
    };
    return {
      http,
      upload: http,
      storage: {
        value_limit: storage.value_limit,
        get: (key) => storage.get(key),
        keys: () => storage.keys(),
        set: (key, value) =>
          act(() => {
            this.takeWrite(key, value);
            storage.set(key, value);
          }),
        remove: (key) =>
          act(() => {
            this.takeWrite(key, '');
            const gone = forsakenBy(storage, key, this.is_leaving && this.storage_fails !== undefined);
            if (gone !== undefined) this.forsaken.add(gone);
            storage.remove(key);
          }),
      },
      files: {
        keep: async (path) => {
          const kept = `kept://${path}`;
          act(() => files.add(kept));
          return kept;
        },
        remove: async (path) => act(() => files.delete(path)),
        size: async (path) => (files.has(path) ? PICTURE.length : undefined),
        list: async () => [...files],
      },
      network: {
        read: async () => this.network,
        onChange: life.holds.counting('network', this.networks.add),
      },
      lifecycle: {
        get visible() {
          return isVisible();
        },
        onShow: life.holds.counting('show', this.shows.add),
        onHide: life.holds.counting('hide', this.hides.add),
        launchOptions: () => SHOWN,
      },
      clock: { now },
      timers: { after: (ms, run) => life.after(ms, run) },
      random: () => weather.dice.next(),
      socket: unused('socket'),
      device: unused('device'),
      login: { code: async () => STAFF },
    };
  }
}

/** A port that the chat does not use: any access throws. */
function unused<T extends object>(name: string): T {
  const say = (): never => {
    throw new Error(`the chat has no business with ${name}`);
  };
  return new Proxy({} as T, { get: say });
}
