// An item and its code card for their pages.
import { observable, reaction, runInAction } from 'mobx-miniprogram';
import type { Item } from '../../../../typings/v4/backpack';
import { useBackpack } from '../../../compose/backpack';
import { useCore } from '../../../compose/bind/page';
import type { FlatValue } from '../../../compose/bind/page';
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

import type { Off } from '../../../platform/ports';
import { BLANK_VIEW } from '../stores/redeem/redeem-view';
import { useChat } from './chat';
import { startSession } from './session-list';

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

const listed = (item_id: string): Item | null =>
  useBackpack()?.items.find((item) => item.item_id === item_id) ?? null;

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

/** A code card, and whether its page is before the person. */
export interface HeldCard {
  card: PerPerson<RedeemCard | null>;
  see(shown: boolean): void;
}

/** Cards with a code, on their way from the page where it was asked for to the one that shows it. */
const handed = new Map<string, HeldCard>();

/** The next page that shows the item's card takes this one, and disposes it. @returns takes it back, where it was not taken */
export function handOver(item_id: string, held: HeldCard): () => boolean {
  handed.set(item_id, held);
  return () => handed.delete(item_id);
}

/** A code card for the page that shows it; the page disposes it. */
export function showRedeemCard(item_id: string): HeldCard {
  const given = handed.get(item_id);
  handed.delete(item_id);
  if (given !== undefined) return given;
  const core = useCore();
  let shown = true;
  const { device, lifecycle, random, clock: time } = core.platform;
  const card = perPerson(core.v4, core.platform, ({ api, clock, timers, onLeave }) => {
    const orders = useBackpack()?.orders;
    if (orders === undefined) return null;
    const made = new RedeemCard(item_id, {
      clock,
      time,
      timers,
      random,
      device,
      lifecycle,
      api: api.backpack,
      orders,
      item: listed(item_id),
      screen: useScreen(),
      network: networkOf(core),
    });
    onLeave(() => made.dispose());
    made.send({ type: 'page', shown });
    return made;
  });
  const see = (now: boolean): void => {
    shown = now;
    card.current?.send({ type: 'page', shown: now });
  };
  return { card, see };
}

/** Runs `made` once the card has a code. @returns stops watching */
export const whenMade = ({ card }: HeldCard, made: () => void): Off =>
  reaction(
    () => card.current?.view.state === 'live',
    (is_live) => {
      if (is_live) made();
    },
    { fireImmediately: true },
  );

/** What the question on the item's page says of the code that is being asked for. */
export function askFields(held: () => HeldCard | null): Record<string, () => FlatValue> {
  const view = () => held()?.card.current?.view ?? BLANK_VIEW;
  return {
    asking: () => view().busy || view().state === 'live',
    ask_error: () => [view().title, view().text].filter((word) => word !== '').join('，'),
  };
}

/** The conversation to ask about an item in, its name in the draft where nothing is written yet; or why not. Never rejects. */
export async function askAbout(item_name: string): ReturnType<typeof startSession> {
  const started = await startSession();
  const drafts = useChat()?.drafts;
  if ('error' in started || drafts === undefined) return started;
  if (drafts.get(started.session_id) === '') drafts.set(started.session_id, `关于「${item_name}」：`);
  return started;
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
