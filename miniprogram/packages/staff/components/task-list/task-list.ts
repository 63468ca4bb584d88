// The body of 任务.
import { component } from '../../../../compose/bind/component';

component({
  properties: {
    /** How often the page was shown. */
    shows: { type: Number, value: 0 },
  },
});
