// The head of a day in a list of records: which day, and what it comes to. Who uses it lets it stick.
import { component } from '../../../../compose/bind/component';

component({
  properties: {
    /** `11月27日 周五 今天` */
    day: { type: String, value: '' },
    /** `7.5h · ¥975` */
    sum: { type: String, value: '' },
  },
});
