// What a customer at the counter uses of the app, composed as the app composes it (`compose/backpack`,
// `packages/member/compose/items`).
import { reaction } from 'mobx-miniprogram';
import type { RedeemReply } from '../../../../typings/v4/backpack';
import type { Core } from '../../../../miniprogram/compose/core';
import { RedeemCard } from '../../../../miniprogram/packages/member/stores/redeem/redeem-card';
import { BackpackStore } from '../../../../miniprogram/stores/backpack/backpack';
import type { KeptCode } from '../../../../miniprogram/stores/backpack/codes';
import { perPerson } from '../../../../miniprogram/stores/person/per-person';
import type { PerPerson } from '../../../../miniprogram/stores/person/per-person';

/** Built for whoever is signed in. */
export interface Purse {
  backpack: BackpackStore;
  /** A code card, as its page opens it; the caller disposes it. */
  card(item_id: string): RedeemCard;
}

/** Told of the codes that reach the app. */
export interface CodeWatch {
  /** Before the app has done anything with it. */
  came(purse: Purse, item_id: string, reply: RedeemReply): void;
  /** @param is_saved whether the app says that it is on the phone's storage */
  kept(code: KeptCode, is_saved: boolean): void;
}

export function openPurse({ v4, platform, network }: Core, watch: CodeWatch): PerPerson<Purse> {
  const { lifecycle, random, clock: time } = platform;
  // What only a phone has.
  const device = { vibrate: async () => undefined, onCapture: () => () => undefined };
  return perPerson(v4, platform, (person): Purse => {
    const backpack = new BackpackStore(person);
    const { ask, asked, drop, item, mark, read, save, settle } = backpack.orders;
    const keep = (item_id: string, code: KeptCode): boolean => {
      const is_saved = backpack.orders.keep(item_id, code);
      watch.kept(code, is_saved);
      return is_saved;
    };
    const redeem = async (item_id: string): Promise<RedeemReply> => {
      const reply = await person.api.backpack.redeem(item_id);
      watch.came(purse, item_id, reply);
      return reply;
    };
    const purse: Purse = {
      backpack,
      card: (item_id) => {
        const card = new RedeemCard(item_id, {
          ...{ clock: person.clock, time, timers: person.timers, random, device, lifecycle },
          api: { ...person.api.backpack, redeem },
          orders: { ask, asked, drop, item, keep, mark, read, save, settle },
          item: backpack.items.find((one) => one.item_id === item_id) ?? null,
          screen: { want: () => undefined },
          network: {
            get connected() {
              return network.connected;
            },
            onChange: (listener) => reaction(() => network.connected, listener),
          },
        });
        person.onLeave(() => card.dispose());
        card.send({ type: 'page', shown: true });
        return card;
      },
    };
    return purse;
  });
}
