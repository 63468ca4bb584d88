// The code card of one item: runs the state machine on the phone's clock, network and lifecycle, asks the backend for
// what is due, and holds what the page shows. Built when the page attaches, disposed when it goes.
import { observable, runInAction } from 'mobx-miniprogram';
import { failureOf } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import type { Item } from '../../../../../typings/v4/backpack';
import type { BackpackApi } from '../../../../api/v4/backpack';
import type { ServerClock } from '../../../../api/server-clock';
import type { Clock, DevicePort, LifecyclePort, Off, Random, Timers } from '../../../../platform/ports';
import { keptCode } from '../../../../stores/backpack/codes';
import type { RedemptionOrders } from '../../../../stores/backpack/orders';
import { step } from './machine';
import { due, started, wakeAt } from './plan';
import type { Ask } from './plan';
import type { Moment, RedeemEvent, RedeemState } from './state';
import { initialRedeemState, NEVER, wantsScreen } from './state';
import { redeemView } from './redeem-view';
import type { RedeemView } from './redeem-view';

export interface RedeemParts {
  /** As the list has it, for its name. */
  item: Item | null;
  api: Pick<BackpackApi, 'item' | 'redeem' | 'refreshQr'>;
  orders: Pick<
    RedemptionOrders,
    'ask' | 'asked' | 'drop' | 'item' | 'keep' | 'mark' | 'read' | 'save' | 'settle'
  >;
  /** The server's time. */
  clock: Pick<ServerClock, 'now' | 'confirmed' | 'onChange'>;
  /** The phone's, one that never goes back: for all that is waited for. */
  time: Clock;
  timers: Timers;
  random: Random;
  screen: { want(bright: boolean): void };
  device: Pick<DevicePort, 'vibrate' | 'onCapture'>;
  lifecycle: Pick<LifecyclePort, 'visible' | 'onShow' | 'onHide'>;
  network: { readonly connected: boolean; onChange(listener: (connected: boolean) => void): Off };
}

/** A timer cannot wait longer than a signed 32-bit number of ms. */
const LONGEST_MS = 2 ** 31 - 1;

const UNEXPECTED: Failure = { kind: 'decode', endpoint: 'redeem', path: '$', problem: 'unexpected' };

export class RedeemCard {
  private state: RedeemState;
  private readonly shown: { view: RedeemView };
  private offs: Off[] = [];
  private timer: Off | undefined;
  private disposed = false;

  constructor(
    private readonly item_id: string,
    private readonly parts: RedeemParts,
  ) {
    const { lifecycle, network, orders } = parts;
    const known = {
      item: orders.item(item_id) ?? parts.item,
      kept: orders.read(item_id),
      is_saved: orders.save(item_id),
    };
    this.state = initialRedeemState(lifecycle.visible, network.connected, known);
    this.shown = observable({ view: redeemView(this.state, this.moment) }, {}, { deep: false });
    this.offs = [
      parts.clock.onChange(() => this.send({ type: 'clock' })),
      parts.lifecycle.onShow(() => this.send({ type: 'app', shown: true })),
      parts.lifecycle.onHide(() => this.send({ type: 'app', shown: false })),
      parts.network.onChange((online) => this.send({ type: 'network', online })),
      parts.device.onCapture(() => this.send({ type: 'captured' })),
    ];
  }

  /** What the page shows now (observable). */
  get view(): RedeemView {
    return this.shown.view;
  }

  /** Tells what happened; everything else follows from it. */
  send(event: RedeemEvent): void {
    if (this.disposed) return;
    const before = this.state;
    const { moment } = this;
    this.state = step(before, event, moment, this.parts.random());
    this.settle(before);
    const asks = due(this.state, moment.now);
    this.state = started(this.state, asks);
    this.show();
    this.plan();
    for (const ask of asks) void this.ask(ask);
  }

  /** The page is gone: screen back, nothing runs any more. A redeem in flight still stores its code. */
  dispose(): void {
    this.send({ type: 'page', shown: false });
    this.disposed = true;
    this.timer?.();
    for (const off of this.offs) off();
    this.offs = [];
  }

  private settle(before: RedeemState): void {
    const { stage } = this.state;
    this.parts.screen.want(wantsScreen(this.state));
    if (stage === before.stage) return;
    if (stage.state === 'used' && stage.seen) void this.parts.device.vibrate('medium');
    // Only an expired order's code is removed. The other endings are about the item, and say nothing of its order.
    if (stage.state === 'ended' && stage.ending === 'order_expired') this.parts.orders.drop(this.item_id);
  }

  private get moment(): Moment {
    const { clock, time } = this.parts;
    return { now: time.now(), server: clock.now(), is_sure: clock.confirmed };
  }

  private show(): void {
    const view = redeemView(this.state, this.moment);
    runInAction(() => {
      this.shown.view = view;
    });
  }

  private plan(): void {
    this.timer?.();
    this.timer = undefined;
    const { moment } = this;
    const at = wakeAt(this.state, moment);
    if (at === NEVER) return;
    const wait_ms = Math.min(LONGEST_MS, Math.max(0, Math.ceil(at - moment.now)));
    this.timer = this.parts.timers.after(wait_ms, () => this.send({ type: 'tick' }));
  }

  private async ask(ask: Ask): Promise<void> {
    switch (ask) {
      case 'read':
        return this.call(() => this.readItem(), 'item_failed');
      case 'redeem':
        return this.call(() => this.redeem(), 'redeem_failed');
      case 'renew':
        return this.call(() => this.renew(), 'renew_failed');
    }
  }

  private async call(
    run: () => Promise<RedeemEvent>,
    failed: 'item_failed' | 'redeem_failed' | 'renew_failed',
  ): Promise<void> {
    try {
      this.send(await run());
    } catch (error) {
      const failure = failureOf(error);
      this.send({ type: failed, failure: failure ?? UNEXPECTED });
      // A fault of ours: the card says so, and the app's error report hears of it.
      if (failure === undefined) throw error;
    }
  }

  private async readItem(): Promise<RedeemEvent> {
    const { api, orders } = this.parts;
    const mark = orders.mark(this.item_id);
    const item = await api.item(this.item_id);
    orders.settle(item, mark);
    const is_saved = orders.save(this.item_id);
    return { type: 'item_read', item, kept: orders.read(this.item_id), is_saved };
  }

  private async redeem(): Promise<RedeemEvent> {
    const { api, orders } = this.parts;
    if (this.state.item !== null) orders.ask(this.state.item);
    try {
      const reply = await api.redeem(this.item_id);
      // Stored before anything is shown: the server never tells the code again.
      const is_saved = orders.keep(this.item_id, keptCode(reply));
      return { type: 'redeemed', reply, is_saved };
    } finally {
      orders.asked(this.item_id);
    }
  }

  private async renew(): Promise<RedeemEvent> {
    const { api, orders } = this.parts;
    const reply = await api.refreshQr(this.item_id);
    const kept = orders.read(this.item_id);
    if (kept && kept.redemption_order_id !== reply.redemption_order_id) orders.drop(this.item_id);
    return { type: 'renewed', reply };
  }
}
