// One clue on how to keep a customer, with where it comes from.
import { component } from '../../../../compose/bind/component';
import { blankClueRow } from '../../format/clue-row';

component({
  properties: {
    /** A `ClueRow`. */
    row: { type: Object, value: blankClueRow },
  },
});
