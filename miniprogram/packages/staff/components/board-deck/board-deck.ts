// The body of 看板.

Component({
  properties: {
    /** How often the page was shown. */
    shows: { type: Number, value: 0 },
  },
});
