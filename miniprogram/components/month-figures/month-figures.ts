// Hours, income and customers of a month side by side: texts as they are to be read.
import { component } from '../../compose/bind/component';

component({
  properties: {
    /** `11月`, before 工时. */
    label: { type: String, value: '' },
    hours: { type: String, value: '--' },
    income: { type: String, value: '--' },
    customers: { type: String, value: '--' },
    /** The income is still moving. */
    estimate: { type: Boolean, value: false },
    /** One of them needs a smaller size. */
    long: { type: Boolean, value: false },
  },
});
