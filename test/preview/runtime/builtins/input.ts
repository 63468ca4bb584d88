// input: text, number, digit, idcard, nickname, safe-password.
import { builtin } from './define';
import { fieldProperties, fieldTemplate, ignoredByFields, TextField } from './text-field';

const KEYBOARDS: Readonly<Record<string, string>> = { number: 'numeric', digit: 'decimal', idcard: 'text' };

export function defineInput(): void {
  builtin('input', {
    props: {
      ...fieldProperties,
      type: { type: String, value: 'text' },
      password: Boolean,
      confirmType: { type: String, value: 'done' },
    },
    ignores: `${ignoredByFields} alwaysEmbed safePasswordCertPath safePasswordLength safePasswordTimeStamp safePasswordNonce safePasswordSalt safePasswordCustomHash`,
    template: fieldTemplate('h-input'),
    setup(host) {
      const field = new TextField(host, () => undefined);
      return {
        field: field.field,
        labelTap: field.labelTap,
        changed: field.changed,
        attached: () => field.attached(),
        render({ type, password }) {
          const hidden = password || type === 'safe-password';
          field.input.setAttribute('type', hidden ? 'password' : 'text');
          field.input.inputMode = KEYBOARDS[type] ?? 'text';
        },
      };
    },
  });
}
