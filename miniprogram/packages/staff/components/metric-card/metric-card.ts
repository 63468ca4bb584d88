// One figure of a board with its direction and its parts; or that it did not come, with another try.
import { component } from '../../../../compose/bind/component';
import { blankCard } from '../../format/finance-cards';

component({
  properties: {
    /** A `Card`. */
    card: { type: Object, value: blankCard },
  },
  methods: {
    /** Fires `open {row_key}`. */
    onOpen() {
      const { kind, row_key } = this.data.card;
      if (kind === 'metric') this.triggerEvent('open', { row_key });
    },
    /** Fires `retry`. */
    onRetry() {
      this.triggerEvent('retry');
    },
  },
});
