// One open task in the list: whom to call first, and what to say. Fires `open`, `menu`, `pin`, `note`, `abandon` and `swiped`, each with
// `{id}`. Face and tags are plain views: a list has hundreds of them.
import { component } from '../../../../compose/bind/component';
import { blankTaskRow } from '../../format/task-row';

component({
  properties: {
    /** A `TaskRow`. */
    row: { type: Object, value: blankTaskRow },
  },
  data: { broken: false },
  observers: {
    'row.avatar_url'() {
      if (this.data.broken) this.setData({ broken: false });
    },
  },
  methods: {
    tell(name: string) {
      this.triggerEvent(name, { id: this.data.row.id });
    },
    onBroken() {
      this.setData({ broken: true });
    },
    onTap() {
      this.tell('open');
    },
    onLongPress() {
      this.tell('menu');
    },
    onPin() {
      this.tell('pin');
    },
    onNote() {
      this.tell('note');
    },
    onAbandon() {
      this.tell('abandon');
    },
    onSwiped() {
      this.tell('swiped');
    },
  },
});
