// What stands in the tab until its tasks have come: the same shapes in the same places, so that nothing jumps.
import { component } from '../../../compose/bind/component';

component({
  data: { cards: [0, 1, 2, 3] },
});
