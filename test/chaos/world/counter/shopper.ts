// The virtual customer at the counter: asks for codes, shows them, leaves the page and comes back. Keeps account of every
// code that the app took.
import type { RedeemCard } from '../../../../miniprogram/packages/member/stores/redeem/redeem-card';
import type { Person } from '../person';
import type { Dice } from '../weather';
import type { Counter } from './counter';
import type { Purse } from './purse';

/** A code that reached the app. */
export interface Known {
  user_id: number;
  item_id: string;
  redemption_order_id: string;
  code: string;
  /** Whether the app said that it is on the phone's storage; if not, it lasts as long as the app runs. */
  is_saved: boolean;
  purse: Purse;
  /** The person signed out, or another signed in: it went on purpose. */
  is_wiped: boolean;
}

export class Shopper {
  readonly kept: Known[] = [];
  /** The page in front. */
  open: { item_id: string; card: RedeemCard; purse: Purse } | undefined;
  /** What the person has signed out of, or is signing out of. */
  private left: Purse | undefined;
  private user_id: number;
  private sign_outs = 0;

  constructor(
    readonly person: Person,
    readonly counter: Counter,
    private readonly dice: Dice,
  ) {
    this.user_id = person.user_id;
    const { phone } = person;
    phone.codes = {
      came: (purse, item_id, { order, code }) => {
        const { redemption_order_id } = order;
        const known = { user_id: this.user_id, item_id, redemption_order_id, code, purse };
        this.kept.push({ ...known, is_saved: false, is_wiped: purse === this.left });
      },
      kept: ({ code }, is_saved) => {
        const known = this.kept.find((one) => one.code === code);
        // An app that died of writing it down has said nothing.
        if (known !== undefined && phone.app?.life.is_alive === true) known.is_saved = is_saved;
      },
    };
  }

  get purse(): Purse | undefined {
    const { app } = this.person.phone;
    return app?.life.is_alive === true && !app.life.is_suspended
      ? (app.purse?.current ?? undefined)
      : undefined;
  }

  /** Call it after each step: somebody may have signed in or out, or the app started anew. */
  look(): void {
    const { purse, person } = this;
    if (this.open !== undefined && this.open.purse !== purse && purse !== undefined) this.leave();
    const customer = person.phone.app?.core.session.customer;
    const user_id = customer?.state === 'signed_in' ? Number(customer.user.user_id) : this.user_id;
    if (person.sign_outs === this.sign_outs && user_id === this.user_id) return;
    // A sign-out takes its time, and what comes meanwhile goes too.
    if (person.sign_outs !== this.sign_outs) this.left = purse;
    for (const kept of this.kept) if (kept.user_id === this.user_id) kept.is_wiped = true;
    this.sign_outs = person.sign_outs;
    this.user_id = user_id;
  }

  /** One thing that they do. */
  act(): void {
    const { purse, dice } = this;
    this.look();
    if (purse === undefined) return;
    // The list is read again behind whatever page is in front.
    if (dice.chance(0.15)) void purse.backpack.pages.refresh();
    if (this.open === undefined) {
      const [first, ...others] = purse.backpack.items;
      return first === undefined ? undefined : this.show(purse, dice.pick([first, ...others]).item_id);
    }
    const { item_id, card } = this.open;
    const { view } = card;
    const roll = dice.next();
    if ((view.action === 'ask_code' || view.action === 'retry') && roll < 0.6)
      card.send({ type: view.action });
    else if (view.state === 'used' || view.state === 'ended' || roll < 0.2) this.leave();
    else if (roll < 0.35) this.present();
    else if (roll < 0.45) this.giveUp(purse, item_id);
    else card.send({ type: 'page', shown: roll > 0.55 });
  }

  show(purse: Purse, item_id: string): void {
    this.open = { item_id, card: purse.card(item_id), purse };
  }

  leave(): void {
    this.open?.card.dispose();
    this.open = undefined;
  }

  /** Shows what is on the page. @returns why it was not taken */
  present(): string | undefined {
    const { code, qr_content } = this.open?.card.view ?? { code: '', qr_content: '' };
    if (qr_content !== '') return this.counter.take({ qr_content }, 'redeem');
    return code === '' ? undefined : this.counter.take({ code }, 'redeem');
  }

  /** Says at the counter that the order may go, and looks at the list. */
  private giveUp(purse: Purse, item_id: string): void {
    const told = this.counter.told.findLast((one) => one.item_id === item_id);
    if (told !== undefined) this.counter.take({ code: told.code }, 'cancel');
    if (this.dice.chance(0.5)) void purse.backpack.pages.refresh();
  }
}
