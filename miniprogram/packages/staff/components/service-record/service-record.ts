// One service (or recharge) record: when, what, where; what it brought and how long it was.
import { blankServiceRow } from '../../format/service-row';

Component({
  properties: {
    /** A `ServiceRow`. */
    row: { type: Object, value: blankServiceRow },
  },
});
