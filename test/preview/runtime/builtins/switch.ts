// switch, also in its checkbox form.
import { builtin } from './define';
import { empty } from './templates';

export function defineSwitch(): void {
  builtin('switch', {
    props: { checked: Boolean, disabled: Boolean, type: { type: String, value: 'switch' }, color: String },
    template: empty,
    setup(host) {
      const toggle = (): void => {
        if (host.props.disabled) return;
        host.set({ checked: !host.props.checked });
        host.emit('change', { value: host.props.checked });
      };
      host.listen('tap', toggle);
      return {
        labelTap: toggle,
        field: { value: () => host.props.checked, reset: () => host.set({ checked: false }) },
        render({ checked, disabled, type, color }) {
          host.element.setAttribute('role', type === 'checkbox' ? 'checkbox' : 'switch');
          host.element.setAttribute('type', type);
          host.element.toggleAttribute('checked', checked);
          host.element.toggleAttribute('disabled', disabled);
          host.element.setAttribute('aria-checked', String(checked));
          if (color !== '') host.element.style.setProperty('--choice', color);
        },
      };
    },
  });
}
