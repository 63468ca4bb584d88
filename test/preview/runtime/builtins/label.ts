// label: a tap on it goes to the control it names or holds.
import { builtin } from './define';
import { builtinAt } from './handle';

const CONTROLS = 'wx-switch, wx-checkbox, wx-radio, wx-button, wx-input, wx-textarea, wx-picker';

export function defineLabel(): void {
  builtin('label', {
    props: { for: String },
    setup(host) {
      host.listen('tap', (event) => {
        const target = event.original?.target;
        // Without an original event the tap was one that this label sent to its control.
        if (!(target instanceof host.window.Element)) return;
        const touched = target.closest(CONTROLS);
        if (touched && host.element.contains(touched)) return;
        const named = host.props.for === '' ? null : host.document.getElementById(host.props.for);
        builtinAt(named ?? host.element.querySelector(CONTROLS))?.hooks.labelTap?.();
      });
      return {};
    },
  });
}
