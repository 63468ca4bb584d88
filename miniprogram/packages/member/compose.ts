// This subpackage's stores, built on first use from the core. Its pages reach everything through here.
import { reaction } from 'mobx-miniprogram';
import { useBackpack } from '../../compose/backpack';
import { conversationFields, useChat } from '../../compose/chat';
import type { Core } from '../../compose/core';
import { oncePerCore } from '../../compose/once';
import { useCore } from '../../compose/bind/page';
import type { FlatValue } from '../../compose/bind/page';
import { perPerson } from '../../stores/person/per-person';
import type { PerPerson } from '../../stores/person/per-person';
import { ItemStore } from './stores/item/item';
import type { ShownItem } from './stores/item/item-view';
import { TimelineStore } from './stores/item/timeline';
import { redeemCodes } from './stores/redeem/codes';
import { RedeemCard } from './stores/redeem/redeem-card';
import { Screen } from './stores/redeem/screen';
import { SignInStore } from './stores/sign-in/sign-in';
import { Talk } from './stores/talk';

export { itemFields } from './stores/item/item-view';
export { BLANK_VIEW, cardFields } from './stores/redeem/redeem-view';
export { signInFields } from './stores/sign-in/sign-in-view';
export { reasonText } from './stores/sign-in/form';

/** The one sign-in form: its count-down survives its page. */
export const useSignIn = oncePerCore(
  (core) =>
    new SignInStore({
      session: core.session,
      clock: core.v4.clock,
      timers: core.platform.timers,
      shelf: core.store.area('app'),
    }),
);

/** One screen of one phone: two code cards never fight over its brightness. */
const useScreen = oncePerCore((core) => new Screen(core.platform.device));

/** The list that an item came from; it is told what its page learns. */
const backpack = {
  get items() {
    return useBackpack()?.items ?? [];
  },
  receive: (item: Parameters<BackpackReceive>[0]) => useBackpack()?.receive(item),
};
type BackpackReceive = NonNullable<ReturnType<typeof useBackpack>>['receive'];

/** An item for the page that shows it; the page disposes it. */
export function showItem(item_id: string): PerPerson<ShownItem> {
  const { v4, config, platform } = useCore();
  return perPerson(v4, platform.timers, ({ api, onLeave }) => {
    const item = new ItemStore(item_id, { api: api.backpack, backpack });
    const timeline = new TimelineStore(item_id, { api: api.backpack, profile: config.route_profile });
    onLeave(() => item.dispose());
    onLeave(() => timeline.dispose());
    return { item, timeline };
  });
}

/** A code card for the page that shows it; the page disposes it. */
export function showRedeemCard(item_id: string): PerPerson<RedeemCard> {
  const core = useCore();
  const { device, lifecycle, random } = core.platform;
  return perPerson(core.v4, core.platform.timers, ({ api, area, clock, timers, onLeave }) => {
    const card = new RedeemCard(item_id, {
      ...{ clock, timers, random, device, lifecycle },
      api: api.backpack,
      codes: redeemCodes(area),
      screen: useScreen(),
      network: networkOf(core),
    });
    onLeave(() => card.dispose());
    return card;
  });
}

/** For the page that shows the conversation. */
export const createTalk = (session_id: string): Talk => new Talk(session_id, useChat);

/** What that page binds. */
export function talkFields(talk: Talk): Record<string, () => FlatValue> {
  return { ...conversationFields(talk.session_id), pill: () => talk.place.pill };
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

/** True while a customer is signed in (observable). */
export function isSignedIn(): boolean {
  return useCore().session.customer.state === 'signed_in';
}
