// Events one below the other, joined by a line; the first one is the latest.

Component({
  properties: {
    /** See `TimelineStep`. */
    steps: { type: Array, value: [] },
  },
});
