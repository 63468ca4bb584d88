// An item and its code card for their pages.
import { observable, reaction, runInAction } from 'mobx-miniprogram';
import type { Item } from '../../../../typings/v4/backpack';
import { useBackpack } from '../../../compose/backpack';
import { useCore } from '../../../compose/bind/page';
import type { Core } from '../../../compose/core';
import { oncePerCore } from '../../../compose/once';
import { parseWireTime } from '../../../format/time';
import { perPerson } from '../../../stores/person/per-person';
import type { PerPerson } from '../../../stores/person/per-person';
import { followPresent } from '../../../stores/service/present';
import { ItemStore } from '../stores/item/item';
import type { ShownItem } from '../stores/item/item-view';
import { TimelineStore } from '../stores/item/timeline';
import { RedeemCard } from '../stores/redeem/redeem-card';
import { Screen } from '../stores/redeem/screen';

export { itemFields } from '../stores/item/item-view';
export { BLANK_VIEW, cardFields } from '../stores/redeem/redeem-view';

/** One screen of one phone: two code cards never fight over its brightness. */
const useScreen = oncePerCore((core) => new Screen(core.platform.device));

/** The list that an item came from; it is told what its page learns. */
const backpack = {
  get items() {
    return useBackpack()?.items ?? [];
  },
  receive: (item: Item) => useBackpack()?.receive(item),
};

/** An item for the page that shows it; the page disposes it. */
export function showItem(item_id: string): PerPerson<ShownItem> {
  const { v4, config, platform } = useCore();
  return perPerson(v4, platform, ({ api, clock, timers, onLeave }) => {
    const item = new ItemStore(item_id, { api: api.backpack, backpack });
    const timeline = new TimelineStore(item_id, { api: api.backpack, profile: config.route_profile });
    onLeave(() => item.dispose());
    onLeave(() => timeline.dispose());
    const turned = observable.box(0);
    const turn = (now: number): void => runInAction(() => turned.set(now));
    onLeave(followPresent({ clock, timers }, () => [parseWireTime(item.item?.expires_at)], turn));
    return { item, timeline, now: () => (turned.get(), clock.now()) };
  });
}

/**
 * A code card for the page that shows it; the page disposes it.
 * @param isSeen whether the page is in front of the person now
 */
export function showRedeemCard(item_id: string, isSeen: () => boolean): PerPerson<RedeemCard | null> {
  const core = useCore();
  // Built before the card's own reaction, so that at a sign-in the new person's backpack is there first.
  useBackpack();
  const { device, lifecycle, random, clock: time } = core.platform;
  return perPerson(core.v4, core.platform, ({ api, clock, timers, onLeave }) => {
    const orders = useBackpack()?.orders;
    if (orders === undefined) return null;
    const card = new RedeemCard(item_id, {
      clock,
      time,
      timers,
      random,
      device,
      lifecycle,
      api: api.backpack,
      orders,
      screen: useScreen(),
      network: networkOf(core),
    });
    onLeave(() => card.dispose());
    card.send({ type: 'page', shown: isSeen() });
    return card;
  });
}

function networkOf(core: Core): ConstructorParameters<typeof RedeemCard>[1]['network'] {
  const { network } = core;
  return {
    get connected() {
      return network.connected;
    },
    onChange: (listener) => reaction(() => network.connected, listener),
  };
}
