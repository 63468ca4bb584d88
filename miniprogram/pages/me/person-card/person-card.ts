// Who is signed in as a customer, or the way to sign in. Fires `signin`.
import { component } from '../../../compose/bind/component';

component({
  properties: {
    signedIn: { type: Boolean, value: false },
    nickname: { type: String, value: '' },
    letter: { type: String, value: '' },
    mobile: { type: String, value: '' },
    level: { type: String, value: '' },
  },
  methods: {
    onTap() {
      if (!this.data.signedIn) this.triggerEvent('signin');
    },
  },
});
