// What stands in the tab until its tasks have come: what it showed last, or the same shapes in the same places, so that nothing
// jumps. Nothing of it answers yet.
import { component } from '../../../compose/bind/component';
import type { TasksFirst } from '../../../compose/late-view';

component({
  properties: {
    /** A `TasksFirst`; null where nothing is known. */
    first: { type: Object, value: null as TasksFirst | null },
  },
  data: { cards: [0, 1, 2, 3] },
});
