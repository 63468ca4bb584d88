// The backpack for pages: the store of whoever is signed in as a customer.
import type { Failure } from '../api/errors';
import { BackpackStore } from '../stores/backpack/backpack';
import { failureIn, IDLE } from '../stores/list/progress';
import { perPerson } from '../stores/person/per-person';
import { oncePerCore } from './once';

export { backpackFields } from '../stores/backpack/backpack-view';

const backpacks = oncePerCore((core) =>
  perPerson(core.v4, core.platform, (person) => new BackpackStore(person)),
);

/** Null while nobody is signed in. Item pages tell it what they learn (`receive`). */
export const useBackpack = (): BackpackStore | null => backpacks().current;

/** Why the list could not be read; null where it could. */
export const backpackFailure = (): Failure | null => failureIn(useBackpack()?.pages.refreshing ?? IDLE);
