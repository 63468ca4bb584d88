// What stands in the customer-service tab until its body has come: what it showed last, or the same shapes in the same places.
// Nothing of it answers yet.
import { component } from '../../../compose/bind/component';
import type { ChatFirst } from '../../../compose/late-view';

component({
  properties: {
    /** A `ChatFirst`; null where nothing is known. */
    first: { type: Object, value: null as ChatFirst | null },
  },
});
