// textarea: grows with its text when asked, tells its line count.
import { builtin } from './define';
import { fieldProperties, fieldTemplate, ignoredByFields, TextField } from './text-field';

export function defineTextarea(): void {
  builtin('textarea', {
    props: {
      ...fieldProperties,
      placeholderClass: { type: String, value: 'textarea-placeholder' },
      autoHeight: Boolean,
      confirmType: { type: String, value: 'return' },
    },
    ignores: `${ignoredByFields} fixed showConfirmBar+ disableDefaultPadding adjustKeyboardTo`,
    template: fieldTemplate('h-textarea'),
    setup(host) {
      let lines = 0;
      const measure = (): void => {
        const { input } = field;
        if (!input.isConnected) return;
        if (host.props.autoHeight) {
          // The field shrinks only when it is measured from nothing.
          input.style.height = '0';
          input.style.height = `${input.scrollHeight}px`;
        }
        const lineHeight = parseFloat(host.window.getComputedStyle(input).lineHeight) || 20;
        const count = Math.max(1, Math.round(input.scrollHeight / lineHeight));
        if (count === lines) return;
        lines = count;
        host.emit('linechange', { height: input.scrollHeight, heightRpx: 0, lineCount: count, lineHeight });
      };
      const field = new TextField(host, () => measure());
      return {
        field: field.field,
        labelTap: field.labelTap,
        changed: {
          ...field.changed,
          autoHeight: (auto) => {
            host.element.toggleAttribute('auto-height', auto);
            if (!auto) field.input.style.height = '';
          },
        },
        attached() {
          // Two rows are the browser's default: the page would move when the text is measured.
          field.input.setAttribute('rows', '1');
          field.attached();
          setTimeout(measure, 0);
        },
      };
    },
  });
}
