// This subpackage's stores, built on first use from the core. Its pages reach everything through here.
import { reaction } from 'mobx-miniprogram';
import { useBackpack } from '../../compose/backpack';
import { conversationFields, useChat } from '../../compose/chat';
import type { Core } from '../../compose/core';
import { oncePerCore } from '../../compose/once';
import { useCore } from '../../compose/bind/page';
import type { FlatValue } from '../../compose/bind/page';
import { ItemStore } from './stores/item/item';
import { RedeemCard } from './stores/redeem/redeem-card';
import { redeemCodes } from './stores/redeem/codes';
import { Screen } from './stores/redeem/screen';
import { SignInStore } from './stores/sign-in/sign-in';
import { Talk } from './stores/talk';
import { TimelineStore } from './stores/item/timeline';

export { itemFields } from './stores/item/item-view';
export { cardFields } from './stores/redeem/fields';
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

/** For the page that shows it; the page disposes it. */
export function createItemStore(item_id: string): ItemStore {
  const { v4 } = useCore();
  return new ItemStore(item_id, { api: v4.api.backpack, backpack: useBackpack() });
}

/** For the page that shows it; the page disposes it. */
export function createTimelineStore(item_id: string): TimelineStore {
  const { v4, config } = useCore();
  return new TimelineStore(item_id, { api: v4.api.backpack, profile: config.route_profile });
}

/** For the page that shows it; the page disposes it. */
export function createRedeemCard(item_id: string): RedeemCard {
  const core = useCore();
  const { device, lifecycle, timers, random } = core.platform;
  return new RedeemCard(item_id, {
    api: core.v4.api.backpack,
    codes: redeemCodes(() => core.session.area('customer')),
    clock: core.v4.clock,
    timers,
    random,
    screen: useScreen(),
    device,
    lifecycle,
    network: networkOf(core),
  });
}

/** For the page that shows the conversation. */
export const createTalk = (session_id: string): Talk => new Talk(session_id, useChat());

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
