// picker: opens the wheel sheet of the shell.
import type { HostPorts } from '../ports/host';
import { modelFor } from '../shell/overlay/picker-models';
import { openPickerSheet, type PickerSheet } from '../shell/overlay/picker-sheet';
import { builtin } from './define';

export function definePicker(ports: HostPorts): void {
  builtin('picker', {
    props: {
      mode: { type: String, value: 'selector' },
      range: { type: null, value: [] },
      rangeKey: String,
      value: { type: null, value: 0 },
      start: String,
      end: String,
      fields: { type: String, value: 'day' },
      level: { type: String, value: 'sub-district' },
      customItem: String,
      headerText: String,
      disabled: Boolean,
    },
    setup(host) {
      let sheet: PickerSheet | null = null;
      const open = (): void => {
        if (host.props.disabled || sheet) return;
        sheet = openPickerSheet(ports.shell.overlay, host.props.headerText, modelFor(host.props), {
          change: (detail) => {
            host.set({ value: detail['value'] });
            host.emit('change', detail);
          },
          cancel: () => void host.emit('cancel', {}),
          column: (column, value) => {
            if (host.props.mode === 'multiSelector') host.emit('columnchange', { column, value });
          },
          closed: () => void (sheet = null),
        });
      };
      const refresh = (): void => {
        if (host.props.mode === 'multiSelector') sheet?.replace(modelFor(host.props));
      };
      host.listen('tap', open);
      return {
        labelTap: open,
        field: { value: () => host.props.value, reset: () => host.set({ value: '' }) },
        changed: { range: refresh, value: refresh },
      };
    },
  });
}
