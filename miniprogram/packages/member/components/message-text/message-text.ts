// What somebody wrote, as a bubble on their side; a type that this version cannot show stands as such.
import { component } from '../../../../compose/bind/component';
import { blankRow } from '../../format/message-row';
import type { TextPart } from '../../format/links';

component({
  properties: {
    /** A `MessageRow` of kind `text` or `unknown`. A long press fires `hold`, a tap on a part of it `follow`. */
    row: { type: Object, value: blankRow('', 'text') },
  },
  methods: {
    onHold() {
      this.triggerEvent('hold', { row: this.data.row });
    },
    onFollow(event: WechatMiniprogram.TouchEvent<object, object, { part: TextPart }>) {
      this.triggerEvent('follow', event.currentTarget.dataset.part);
    },
  },
});
