// A phone with a backpack, and what its tests ask of the two.
import { BackpackStore } from '../../../../miniprogram/stores/backpack/backpack';
import { noticeOf } from '../../../../miniprogram/stores/list/words';
import { perPerson } from '../../../../miniprogram/stores/person/per-person';
import { createFakeService } from '../../../support/fake-service';
import { phoneOf } from '../../../support/fake-phone';
import { createFakeTime } from '../../../support/fake-time';
import { createMemoryStorage } from '../../../support/memory-storage';
import { items, NOW } from './kit';

export function setUp(storage = createMemoryStorage()) {
  const clock = { at: NOW, now: () => clock.at };
  const phone = createFakeService(clock, storage);
  const backpacks = perPerson(
    phone.service,
    phoneOf(createFakeTime()),
    (person) => new BackpackStore(person),
  );
  return {
    ...{ ...phone, clock, backpacks },
    /** Of whoever is signed in. */
    get store() {
      const { current } = backpacks;
      if (current === null) throw new Error('nobody is signed in');
      return current;
    },
  };
}

/** Signed in, with the first answer given. */
export async function filled(list = items(30, 1), total = list.length, storage = createMemoryStorage()) {
  const phone = setUp(storage);
  phone.signIn();
  await phone.client.last.answer({
    items: list,
    pagination: { page: 1, total, total_pages: Math.ceil(total / 20) },
  });
  return phone;
}

/** The last question about everything: lists of one status are asked for beside it. */
export function whole({ asked }: ReturnType<typeof setUp>['client']) {
  const all = asked.filter(({ query }) => query['status'] === undefined);
  const last = all[all.length - 1];
  if (last === undefined) throw new Error('nothing was asked');
  return last;
}
export const wholePages = ({ asked }: ReturnType<typeof setUp>['client']): unknown[] =>
  asked.filter(({ query }) => query['status'] === undefined).map(({ query }) => query['page']);
export const noticeText = (store: BackpackStore) => noticeOf(store.pages.refreshing, '').text;
export const shown = (store: BackpackStore): string[] => store.rows.map((row) => row.item_id);
