// In place of what the server refuses to this person (403): who may see it, and the way on.
import { component } from '../../../../compose/bind/component';

component({
  properties: {
    title: { type: String, value: '这一页没有开放给您' },
    /** Who may see it, or what can be done. */
    text: { type: String, value: '需要查看时，请店长在后台开通权限。' },
    /** Text of the button; none without it. Fires `act`. */
    action: { type: String, value: '返回' },
  },
  methods: {
    onAct() {
      this.triggerEvent('act');
    },
  },
});
