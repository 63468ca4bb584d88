// The body of 任务.

Component({
  properties: {
    /** How often the page was shown. */
    shows: { type: Number, value: 0 },
  },
});
