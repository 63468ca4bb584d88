// Who is signed in as staff: at which store, as what, and the present month's figures. Fires
// `open` while the review goes on, `switch`, `figures`.
import { component } from '../../../compose/bind/component';

component({
  properties: {
    name: { type: String, value: '' },
    letter: { type: String, value: '' },
    picture: { type: String, value: '' },
    place: { type: String, value: '' },
    level: { type: String, value: '' },
    levelTone: { type: String, value: 'off' },
    /** Where the review stands; empty once approved. */
    status: { type: String, value: '' },
    canSwitch: { type: Boolean, value: false },
    /** `unread | loading | ready | failed`; the first shows no figures. */
    monthState: { type: String, value: 'unread' },
    monthText: { type: String, value: '' },
    hours: { type: String, value: '' },
    income: { type: String, value: '' },
    customers: { type: String, value: '' },
  },
  methods: {
    onOpen() {
      if (this.data.status !== '') this.triggerEvent('open');
    },
    onSwitch() {
      this.triggerEvent('switch');
    },
    onFigures() {
      if (this.data.monthState !== 'loading') this.triggerEvent('figures');
    },
  },
});
