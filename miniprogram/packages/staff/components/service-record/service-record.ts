// One service (or recharge) record: when, what, where; what it brought and how long it was.
import { component } from '../../../../compose/bind/component';
import { blankServiceRow } from '../../format/service-row';

component({
  properties: {
    /** A `ServiceRow`. */
    row: { type: Object, value: blankServiceRow },
  },
});
