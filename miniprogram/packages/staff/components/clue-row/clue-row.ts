// One clue on how to keep a customer, with where it comes from.
import { blankClueRow } from '../../format/clue-row';

Component({
  properties: {
    /** A `ClueRow`. */
    row: { type: Object, value: blankClueRow },
  },
});
