// The code card of one item: runs the state machine on the phone's clock, network and lifecycle, asks the backend for
// what is due, and holds what the page shows. Built when the page attaches, disposed when it goes.
import { observable, runInAction } from 'mobx-miniprogram';
import { failureOf } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import type { BackpackApi } from '../../../../api/v4/backpack';
import type { DevicePort, LifecyclePort, Off, Random, Timers } from '../../../../platform/ports';
import { keptCode } from './codes';
import type { RedeemCodes } from './codes';
import { step } from './machine';
import { due, started, wakeAt } from './plan';
import type { Ask } from './plan';
import type { RedeemEvent, RedeemState } from './state';
import { initialRedeemState, NEVER, wantsScreen } from './state';
import { redeemView } from './redeem-view';
import type { RedeemView } from './redeem-view';

export interface RedeemParts {
  api: Pick<BackpackApi, 'item' | 'redeem' | 'refreshQr'>;
  codes: RedeemCodes;
  /** The server's time, epoch ms. */
  clock: { now(): number };
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
    this.state = initialRedeemState(parts.lifecycle.visible, parts.network.connected);
    this.shown = observable({ view: redeemView(this.state, parts.clock.now()) }, {}, { deep: false });
    parts.codes.sweep(parts.clock.now());
    this.offs = [
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
    const now = this.parts.clock.now();
    this.state = step(before, event, now, this.parts.random());
    this.settle(before);
    const asks = due(this.state, now);
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
    if (stage.state === 'used' || (stage.state === 'ended' && stage.ending !== 'not_redeemable')) {
      this.parts.codes.drop(this.item_id);
    }
  }

  private show(): void {
    const view = redeemView(this.state, this.parts.clock.now());
    runInAction(() => {
      this.shown.view = view;
    });
  }

  private plan(): void {
    this.timer?.();
    this.timer = undefined;
    const now = this.parts.clock.now();
    const at = wakeAt(this.state, now);
    if (at === NEVER) return;
    this.timer = this.parts.timers.after(Math.min(LONGEST_MS, Math.max(0, Math.ceil(at - now))), () =>
      this.send({ type: 'tick' }),
    );
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
    const item = await this.parts.api.item(this.item_id);
    return { type: 'item_read', item, kept: this.parts.codes.read(this.item_id) };
  }

  private async redeem(): Promise<RedeemEvent> {
    const reply = await this.parts.api.redeem(this.item_id);
    // Stored before anything is shown: the server never tells the code again.
    this.parts.codes.keep(this.item_id, keptCode(reply, this.parts.clock.now()));
    return { type: 'redeemed', reply };
  }

  private async renew(): Promise<RedeemEvent> {
    const reply = await this.parts.api.refreshQr(this.item_id);
    const kept = this.parts.codes.read(this.item_id);
    if (kept && kept.redemption_order_id !== reply.redemption_order_id) this.parts.codes.drop(this.item_id);
    return { type: 'renewed', reply };
  }
}
