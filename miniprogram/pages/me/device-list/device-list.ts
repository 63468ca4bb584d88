// The devices somebody is signed in on, below their row; loads and fails alone. Fires `retry`.
import { component } from '../../../compose/bind/component';
import type { DeviceRow } from '../../../format/device-row';

const none: DeviceRow[] = [];

component({
  properties: {
    /** `loading | ready | failed` */
    state: { type: String, value: 'loading' },
    rows: { type: Array, value: none },
    failedText: { type: String, value: '' },
  },
  methods: {
    onRetry() {
      this.triggerEvent('retry');
    },
  },
});
