// The states of a page in one place: skeleton, content (the default slot), empty, nobody signed in, error with retry.
import { tableOf } from '../../format/lookup';
import { component } from '../../compose/bind/component';

const OTHER_ICON = 'error-circle';
const RETRY = '重试';
const failedIcons = tableOf<string>({
  offline: 'wifi-off',
  maintenance: 'tools',
});
const buttons = tableOf<string>({
  retry: RETRY,
  wait: RETRY,
  sign_in: '去登录',
  home: '回到背包',
});

component({
  options: { multipleSlots: true },
  properties: {
    /**
     * `loading | ready | empty | signed_out | failed`; nothing stands there while it is ''. A page stays `ready` while content is read again,
     * and when that fails.
     */
    state: { type: String, value: '' },
    /** Shape of the placeholder: `list | detail | form`. */
    skeleton: { type: String, value: 'list' },
    emptyIcon: { type: String, value: 'gift' },
    emptyTitle: { type: String, value: '' },
    emptyText: { type: String, value: '' },
    /** Text of the button below the empty state; none without it. Fires `act`, as the one to the sign-in does. */
    emptyAction: { type: String, value: '' },
    /** What stands in the way, which has a sign of its own: `offline | maintenance | other`. */
    failedFor: { type: String, value: 'other' },
    failedTitle: { type: String, value: '加载失败' },
    failedText: { type: String, value: '' },
    /** What the button is for: `retry | wait | sign_in | home | nothing`, the last without one. Fires `retry`. */
    failedAction: { type: String, value: 'retry' },
    /** Another text for the button. */
    retryText: { type: String, value: '' },
  },
  data: { bones: [0, 1, 2, 3, 4], failed_icon: OTHER_ICON, button: RETRY },
  observers: {
    failedFor(failedFor: string) {
      const failed_icon = failedIcons[failedFor] ?? OTHER_ICON;
      if (failed_icon !== this.data.failed_icon) this.setData({ failed_icon });
    },
    'failedAction, retryText'(failedAction: string, retryText: string) {
      const button = retryText === '' ? (buttons[failedAction] ?? '') : retryText;
      if (button !== this.data.button) this.setData({ button });
    },
  },
  methods: {
    onRetry() {
      this.triggerEvent('retry');
    },
    onAct() {
      this.triggerEvent('act');
    },
  },
});
