// Events one below the other, joined by a line; the first one is the latest.
import { component } from '../../../../compose/bind/component';

component({
  properties: {
    /** See `TimelineStep`. */
    steps: { type: Array, value: [] },
  },
});
