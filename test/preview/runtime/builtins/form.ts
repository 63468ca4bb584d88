// form: gathers its fields by name on submit, clears them on reset.
import { builtin } from './define';
import { builtinAt, type BuiltinHooks } from './handle';

interface NamedField {
  name: string;
  field: NonNullable<BuiltinHooks<Record<string, unknown>>['field']>;
}

function fieldsOf(form: HTMLElement): NamedField[] {
  const found: NamedField[] = [];
  for (const element of form.querySelectorAll('*')) {
    const handle = builtinAt(element);
    const name = handle?.component.data['name'];
    const field = handle?.hooks.field;
    if (field && typeof name === 'string' && name !== '') found.push({ name, field });
  }
  return found;
}

export function defineForm(): void {
  builtin('form', {
    props: { reportSubmit: Boolean },
    ignores: 'reportSubmitTimeout',
    setup: (host) => ({
      receive(message) {
        const fields = fieldsOf(host.element);
        if (message === 'submit') {
          const value = Object.fromEntries(fields.map(({ name, field }) => [name, field.value()]));
          host.emit('submit', { value, formId: host.props.reportSubmit ? 'the formId is a mock one' : '' });
        } else if (message === 'reset') {
          for (const { field } of fields) field.reset();
          host.emit('reset', {});
        }
      },
    }),
  });
}
