// The devices somebody is signed in on, below their row; loads and fails alone. Fires `retry`.
import type { DeviceRow } from '../../../format/device-row';

const none: DeviceRow[] = [];

Component({
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
