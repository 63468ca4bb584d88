// All models, and how far each is explored in the usual run: what a minute of two cores allows.
import { chatModel } from './chat';
import type { Model } from './explore';
import { gateModel } from './gate';
import { policyModel } from './policy';

export interface Plan {
  model: Model;
  /** How many events a story has at most: of all of them, and of those that matter most. */
  all: number;
  few: number;
}

/** Those that take longest come first, so that two cores end together. */
export const PLANS: readonly Plan[] = [
  // What the server keeps nothing of is the harder of the two.
  { model: chatModel('deployed'), all: 5, few: 8 },
  { model: chatModel('documented'), all: 5, few: 8 },
  { model: policyModel(), all: 5, few: 8 },
  { model: gateModel(), all: 7, few: 9 },
];
