// A virtual counter for the code card: its own clock and timers, a backend that answers when told to, and a record of
// everything asked and shown.
import type { Item, RedeemReply, RefreshQrReply } from '../../../../typings/v4/backpack';
import { ApiError } from '../../../../miniprogram/api/errors';
import type { Failure } from '../../../../miniprogram/api/errors';
import { RedeemCard } from '../../../../miniprogram/packages/member/stores/redeem/redeem-card';
import { createListeners } from '../../../../miniprogram/platform/listeners';
import type { Off } from '../../../../miniprogram/platform/ports';
import { createStore } from '../../../../miniprogram/platform/storage';
import type { KeptCode } from '../../../../miniprogram/stores/backpack/codes';
import { RedemptionOrders } from '../../../../miniprogram/stores/backpack/orders';
import { createMemoryStorage } from '../../../support/memory-storage';

export const START = Date.UTC(2026, 10, 22, 2);
export const QR_LIFE_MS = 300_000;

interface Pending {
  call: 'item' | 'redeem' | 'refreshQr';
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

export class Desk {
  now = START;
  status: Item['status'] = 'held';
  order_id = 'order-1';
  order_expires_at = START + 30 * 86_400_000;
  /** The item as a list has it. */
  listed: Item | null = null;
  /** What else the server says of the item. */
  more: Partial<Item> = {};
  /** False: an order is made, and its QR is to be asked for. */
  qr_comes_along = true;
  qr_life_ms = QR_LIFE_MS;
  random = 0.5;
  /** True: answers come at once. False: they wait in `pending`. */
  prompt = true;
  /** Fails the next calls of that name. */
  failing = new Map<Pending['call'], Failure>();
  asked: { call: Pending['call']; at: number }[] = [];
  pending: Pending[] = [];
  screen: boolean[] = [];
  buzzes = 0;
  readonly storage = createMemoryStorage();
  readonly clocks = createListeners<undefined>();
  /** Of the server's clock: how far it is ahead of `now`, and whether that is known. */
  ahead_ms = 0;
  confirmed = true;
  mostQrRequests = 0;
  /** Told of each QR made and when it ends. */
  onQr: (content: string, expires_at: number) => void = () => undefined;
  private serial = 0;
  private timers: { at: number; run: () => void }[] = [];
  private readonly shows = new Set<() => void>();
  private readonly hides = new Set<() => void>();
  private readonly nets = new Set<(connected: boolean) => void>();
  private readonly captures = new Set<() => void>();
  private connected = true;

  /** What the phone knows of orders; anew, as after a restart, each time it is asked for. */
  get orders(): RedemptionOrders {
    const server = { now: () => this.now + this.ahead_ms, confirmed: this.confirmed };
    const area = createStore(this.storage, { now: () => this.now }).area('customer:31');
    const item = () => this.ask<Item>('item', () => this.item());
    return new RedemptionOrders({ area, clock: server, api: { backpack: { item } } });
  }

  /** Stores a code, as from an earlier run. */
  keep(code: KeptCode): void {
    this.orders.keep('7001', code);
  }

  get kept(): KeptCode | null {
    return this.orders.read('7001');
  }

  card(): RedeemCard {
    const ahead = (): number => this.ahead_ms;
    const confirmed = (): boolean => this.confirmed;
    const connected = (): boolean => this.connected;
    return new RedeemCard('7001', {
      api: {
        item: () => this.ask<Item>('item', () => this.item()),
        redeem: () => this.ask<RedeemReply>('redeem', () => this.redeem()),
        refreshQr: () => this.ask<RefreshQrReply>('refreshQr', () => this.refreshed()),
      },
      orders: this.orders,
      item: this.listed,
      clock: {
        now: () => this.now + ahead(),
        get confirmed() {
          return confirmed();
        },
        onChange: this.clocks.add,
      },
      time: { now: () => this.now },
      timers: { after: (ms, run) => this.after(ms, run) },
      random: () => this.random,
      screen: { want: (bright) => this.see(bright) },
      device: {
        vibrate: async () => void (this.buzzes += 1),
        onCapture: (listener) => subscribe(this.captures, listener),
      },
      lifecycle: {
        visible: true,
        onShow: (listener) => subscribe(this.shows, () => listener({ path: '', query: {}, scene: 1001 })),
        onHide: (listener) => subscribe(this.hides, listener),
      },
      network: {
        get connected() {
          return connected();
        },
        onChange: (listener) => subscribe(this.nets, listener),
      },
    });
  }

  /** How often a call was made since the record was last cleared. */
  count(call: Pending['call']): number {
    return this.asked.filter((entry) => entry.call === call).length;
  }

  network(connected: boolean): void {
    this.connected = connected;
    for (const listener of this.nets) listener(connected);
  }

  app(shown: boolean): void {
    for (const listener of shown ? this.shows : this.hides) listener();
  }

  capture(): void {
    for (const listener of this.captures) listener();
  }

  /** Lets time pass, timers firing in order and replies arriving between them. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    await flush();
    for (;;) {
      const next = this.timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.now = Math.max(this.now, next.at);
      next.run();
      await flush();
    }
    this.now = end;
  }

  /** Answers the oldest waiting call, or fails it. */
  async answer(failure?: Failure): Promise<void> {
    const oldest = this.pending.shift();
    if (!oldest) throw new Error('nothing is waiting for an answer');
    try {
      if (failure) throw new ApiError(failure);
      oldest.resolve(this.reply(oldest.call));
    } catch (error) {
      oldest.reject(error);
    }
    await flush();
  }

  get timersLeft(): number {
    return this.timers.length;
  }

  /** When the next timer fires. */
  nextTimer(): number {
    return Math.min(Number.POSITIVE_INFINITY, ...this.timers.map((timer) => timer.at));
  }

  private reply(call: Pending['call']): unknown {
    return call === 'item' ? this.item() : call === 'redeem' ? this.redeem() : this.refreshed();
  }

  private ask<T>(call: Pending['call'], make: () => T): Promise<T> {
    this.asked.push({ call, at: this.now });
    const failure = this.failing.get(call);
    const offline: Failure | undefined = this.connected ? failure : { kind: 'network' };
    if (this.prompt) return offline ? Promise.reject(new ApiError(offline)) : Promise.resolve().then(make);
    return new Promise<T>((resolve, reject) => {
      this.pending.push({ call, resolve: (value) => resolve(value as T), reject });
      const qrs = this.pending.filter((entry) => entry.call !== 'item').length;
      this.mostQrRequests = Math.max(this.mostQrRequests, qrs);
    });
  }

  private item(): Item {
    return {
      item_id: '7001',
      item_name: '招牌拿铁兑换券',
      item_type: 'voucher',
      status: this.status,
      tracking_code: 'TRK-V-1',
      rarity_code: 'rare',
      allowed_actions: ['redeem'],
      ...this.more,
    };
  }

  private redeem(): RedeemReply {
    this.status = 'held';
    const end = this.order_expires_at;
    const expires_at = Number.isNaN(end) ? 'soon' : new Date(end).toISOString();
    const order = { redemption_order_id: this.order_id, status: 'pending', expires_at };
    return { order, code: 'KX4M-7TSA-H5W2', qr: this.qr_comes_along ? this.qr() : null };
  }

  private refreshed(): RefreshQrReply {
    if (this.now >= this.order_expires_at)
      throw new ApiError({ kind: 'api', status: 400, code: 'ORDER_EXPIRED', message: '核销订单已过期' });
    return { redemption_order_id: this.order_id, qr: this.qr() };
  }

  private qr(): RefreshQrReply['qr'] {
    this.serial += 1;
    const expires_at = new Date(this.now + this.qr_life_ms).toISOString();
    this.onQr(`RQRV1_${this.serial}`, this.now + this.qr_life_ms);
    return { qr_content: `RQRV1_${this.serial}`, expires_at };
  }

  private see(bright: boolean): void {
    if (this.screen.at(-1) !== bright) this.screen.push(bright);
  }

  private after(ms: number, run: () => void): Off {
    const timer = { at: this.now + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((entry) => entry !== timer);
    };
  }
}

function subscribe<T>(set: Set<T>, listener: T): Off {
  set.add(listener);
  return () => void set.delete(listener);
}

/** Lets every settled promise run its followers. */
async function flush(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
}

/** A card on screen with a live code. */
export async function openLive(desk: Desk): Promise<RedeemCard> {
  const card = desk.card();
  card.send({ type: 'page', shown: true });
  await desk.pass(0);
  return card;
}

/** What a reading brings that left before the order was made. */
const FREE: Item = {
  ...{ item_id: '7001', item_name: 'x', item_type: 'voucher', status: 'available' },
  ...{ tracking_code: '', rarity_code: 'rare' },
};

/** A card of a free item with a reading under way, and the making of an order that was begun after it. */
export async function readThenRedeem(desk: Desk) {
  desk.status = 'available';
  const card = await openLive(desk);
  desk.prompt = false;
  card.send({ type: 'retry' });
  card.send({ type: 'ask_code' });
  const [read, redeem] = desk.pending;
  if (read?.call !== 'item' || redeem?.call !== 'redeem') throw new Error('both are in flight');
  return {
    card,
    /** Which of them is answered first. */
    redeemFirst: () => (desk.pending = [redeem, read]),
    /** The reading comes, with what was so when it left. */
    async readComes(): Promise<void> {
      desk.pending = desk.pending.filter((one) => one !== read);
      read.resolve(FREE);
      await desk.pass(0);
    },
  };
}
