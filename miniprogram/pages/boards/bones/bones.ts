// What stands in the tab until its board has come: what it showed last, or the same shapes in the same places. Nothing of it
// answers yet.
import { component } from '../../../compose/bind/component';
import type { BoardFirst } from '../../../compose/late-view';

component({
  properties: {
    /** A `BoardFirst`; null where nothing is known. */
    first: { type: Object, value: null as BoardFirst | null },
  },
});
