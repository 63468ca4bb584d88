// Who is signed in as a customer and what they come for, or the way to sign in. Fires `signin`, `points`, `tickets`, `service`.
import { component } from '../../../compose/bind/component';

component({
  properties: {
    signedIn: { type: Boolean, value: false },
    nickname: { type: String, value: '' },
    letter: { type: String, value: '' },
    mobile: { type: String, value: '' },
    level: { type: String, value: '' },
    /** Their balance and what it is called; nothing without one. */
    points: { type: String, value: '' },
    pointsName: { type: String, value: '' },
    /** Messages not read yet; empty for none. */
    unread: { type: String, value: '' },
  },
  methods: {
    onTap() {
      if (!this.data.signedIn) this.triggerEvent('signin');
    },
    onPoints() {
      this.triggerEvent('points');
    },
    onTickets() {
      this.triggerEvent('tickets');
    },
    onService() {
      this.triggerEvent('service');
    },
  },
});
