// label: a tap on it goes to the control it names or holds.
import { builtin } from './define';
import { builtinAt } from './handle';
import type { TreeComponent } from '../engine/types';

const CONTROLS = 'wx-switch, wx-checkbox, wx-radio, wx-button, wx-input, wx-textarea, wx-picker';

/** The element with this id in the label's own template, because other components may use the same id. */
const beside = (label: TreeComponent, id: string): HTMLElement | null =>
  label.ownerShadowRoot?.querySelector(`#${id}`)?.$$ ?? null;

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
        const named = host.props.for;
        const control = named === '' ? host.element.querySelector(CONTROLS) : beside(host.component, named);
        builtinAt(control)?.hooks.labelTap?.();
      });
      return {};
    },
  });
}
