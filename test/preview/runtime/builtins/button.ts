// button: looks, form types and open types.
import type { OpenTypes } from './open-types';
import { builtin } from './define';
import { builtinAt } from './handle';

const LOOKS = ['size', 'type'] as const;
const FLAGS = ['plain', 'disabled', 'loading'] as const;

export function defineButton(openTypes: OpenTypes): void {
  builtin('button', {
    props: {
      size: { type: String, value: 'default' },
      type: { type: String, value: 'default' },
      plain: Boolean,
      disabled: Boolean,
      loading: Boolean,
      formType: String,
      openType: String,
    },
    ignores:
      'lang sessionFrom sendMessageTitle sendMessagePath sendMessageImg showMessageCard appParameter ' +
      'phoneNumberNoQuotaToast+ needShowEntrance entrancePath activityId',
    hover: { class: 'button-hover', startMs: 20, stayMs: 70 },
    setup(host) {
      const act = (): void => {
        const { disabled, formType, openType } = host.props;
        if (disabled) return;
        const form = host.element.closest('wx-form');
        if (formType !== '') builtinAt(form)?.hooks.receive?.(formType, host.element);
        if (openType !== '') openTypes.run(openType, host);
      };
      host.element.setAttribute('role', 'button');
      host.listen('tap', act);
      return {
        labelTap: () => void host.emit('tap', {}, { bubbles: true, composed: true }),
        render(values) {
          for (const name of LOOKS) host.element.setAttribute(name, values[name]);
          for (const name of FLAGS) host.element.toggleAttribute(name, values[name]);
        },
      };
    },
  });
}
