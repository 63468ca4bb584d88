// What input and textarea share: one field inside the host, a placeholder beside it, and the events of both.
import { keyboard } from '../phone/keyboard';
import { asText } from '../engine/text';
import type { BuiltinHost } from './define';
import type { BuiltinHooks } from './handle';
import { ownersClasses } from './owners-classes';
import { drawn } from './templates';
import type { Values } from './properties';
import type { Template } from '../engine/types';

export const fieldProperties = {
  value: { type: null, value: '' },
  placeholder: String,
  placeholderStyle: String,
  placeholderClass: { type: String, value: 'input-placeholder' },
  disabled: Boolean,
  maxlength: { type: Number, value: 140 },
  focus: Boolean,
  autoFocus: Boolean,
  cursor: { type: Number, value: -1 },
  cursorColor: String,
  selectionStart: { type: Number, value: -1 },
  selectionEnd: { type: Number, value: -1 },
  cursorSpacing: null,
  adjustPosition: { type: null, value: true },
  confirmHold: Boolean,
  confirmType: String,
} as const;
/** Properties about the keyboard that a browser's own keyboard does not support. */
export const ignoredByFields = 'holdKeyboard';
export type FieldHost = BuiltinHost<Values<typeof fieldProperties>>;
type Field = HTMLInputElement | HTMLTextAreaElement;

/** The field with its placeholder, which is a node of its own so that placeholder-class and -style apply. */
export const fieldTemplate = (tag: 'h-input' | 'h-textarea'): Template =>
  drawn(
    (write, data) => (_creating, _text, element) =>
      element(
        'h-div',
        {},
        (node, creating) => creating && write.c(node, 'wx-field'),
        (_c, _t, inner) => {
          const placeholder = (node: unknown): void => {
            write.c(node, `wx-placeholder ${ownersClasses(data['placeholderClass'])}`);
            write.y(node, asText(data['placeholderStyle']));
          };
          inner('h-div', {}, placeholder, (_c2, text) => text(asText(data['placeholder'])));
          inner(
            tag,
            {},
            (node, creating) => creating && write.c(node, 'wx-field-input'),
            () => undefined,
          );
        },
      ),
  );

/** Wire one field to its host. */
export class TextField {
  readonly input: Field;
  private composing = false;

  constructor(
    private readonly host: FieldHost,
    private readonly onText: () => void,
  ) {
    const found = host.element.querySelector<Field>('.wx-field-input');
    if (!found) throw new Error(`<${host.name}> has no field in its template`);
    this.input = found;
    host.element.addEventListener('mousedown', (event) => {
      // A tap beside the text (padding, placeholder) belongs to the field too.
      if (event.target === found || host.props.disabled) return;
      event.preventDefault();
      found.focus();
    });
    this.listen();
  }

  readonly labelTap = (): void => this.input.focus();

  readonly field = {
    value: (): unknown => this.input.value,
    reset: (): void => this.host.set({ value: '' }),
  };

  readonly changed: NonNullable<BuiltinHooks<Values<typeof fieldProperties>>['changed']> = {
    value: (value) => this.show(asText(value)),
    disabled: (disabled) => {
      this.input.disabled = disabled;
      this.host.element.toggleAttribute('disabled', disabled);
    },
    maxlength: (length) => {
      if (length >= 0) this.input.maxLength = length;
      else this.input.removeAttribute('maxlength');
    },
    focus: (focus) => {
      // After the whole update: the field may be hidden or disabled until then.
      if (focus) setTimeout(() => this.focusNow(), 0);
      else if (this.host.document.activeElement === this.input) this.input.blur();
    },
    cursorColor: (color) => void (this.input.style.caretColor = color),
  };

  attached(): void {
    this.input.setAttribute('aria-label', asText(this.host.props.ariaLabel ?? this.host.props.placeholder));
    this.input.setAttribute('enterkeyhint', this.host.props.confirmType);
    if (this.host.props.autoFocus) this.focusNow();
  }

  private focusNow(): void {
    this.input.focus();
    const { cursor, selectionStart, selectionEnd } = this.host.props;
    if (selectionStart >= 0 && selectionEnd >= 0) this.input.setSelectionRange(selectionStart, selectionEnd);
    else if (cursor >= 0) this.input.setSelectionRange(cursor, cursor);
  }

  private show(text: string): void {
    if (this.input.value !== text) this.input.value = text;
    this.host.element.toggleAttribute('has-value', text !== '');
    this.onText();
  }

  private listen(): void {
    const { input, host } = this;
    input.addEventListener('compositionstart', () => {
      this.composing = true;
      host.element.toggleAttribute('has-value', true);
    });
    input.addEventListener('compositionend', () => {
      this.composing = false;
      this.typed();
    });
    input.addEventListener('input', () => this.typed());
    input.addEventListener('focus', () => {
      const { adjustPosition, cursorSpacing } = host.props;
      const adjusts = adjustPosition !== false && adjustPosition !== 'false';
      keyboard.raise({ input, adjusts, spacing: Number(cursorSpacing ?? 0) || 0 });
      host.emit('focus', { value: input.value, height: keyboard.height });
      host.emit('keyboardheightchange', { height: keyboard.height, duration: 0 });
    });
    input.addEventListener('blur', () => this.left());
    input.addEventListener('keydown', (event) => {
      if (event instanceof host.window.KeyboardEvent) this.key(event);
    });
  }

  private typed(): void {
    if (this.composing) return;
    const { input, host } = this;
    const { maxlength } = host.props;
    if (maxlength >= 0 && input.value.length > maxlength) input.value = input.value.slice(0, maxlength);
    const { value } = input;
    host.set({ value });
    const answer = host.emit('input', { value, cursor: input.selectionStart ?? value.length, keyCode: 0 });
    if (typeof answer === 'string') this.show(answer);
    else if (isReplacement(answer)) this.show(answer.value);
    else this.show(input.value);
  }

  private left(): void {
    if (this.host.props.focus) this.host.set({ focus: false });
    const { value, selectionStart } = this.input;
    const isUp = keyboard.height > 0;
    keyboard.lower({ input: this.input });
    if (isUp) this.host.emit('keyboardheightchange', { height: 0, duration: 0 });
    this.host.emit('blur', { value, cursor: selectionStart ?? value.length });
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    const { confirmType, confirmHold } = this.host.props;
    if (this.host.name === 'textarea' && (confirmType === '' || confirmType === 'return')) return;
    event.preventDefault();
    this.host.emit('confirm', { value: this.input.value });
    if (!confirmHold) this.input.blur();
  }
}

const isReplacement = (answer: unknown): answer is { value: string } =>
  typeof answer === 'object' && answer !== null && 'value' in answer && typeof answer.value === 'string';
