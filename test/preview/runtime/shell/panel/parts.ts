// The few kinds of controls that the panel is made of.
import { element } from '../dom';

export interface Choice<T> {
  label: string;
  value: T;
}

/** One of a few, shown as a row of buttons. */
export class Choices<T> {
  readonly root = element('div.choices', { role: 'group' });
  private readonly buttons: { value: T; button: HTMLButtonElement }[];

  constructor(choices: readonly Choice<T>[], chosen: T, onChoose: (value: T) => void) {
    this.buttons = choices.map(({ label, value }) => ({
      value,
      button: element('button', {
        text: label,
        onTap: () => {
          this.show(value);
          onChoose(value);
        },
      }),
    }));
    this.root.append(...this.buttons.map(({ button }) => button));
    this.show(chosen);
  }

  show(chosen: T): void {
    for (const { value, button } of this.buttons)
      button.setAttribute('aria-pressed', String(value === chosen));
  }
}

export function section(title: string, ...content: HTMLElement[]): HTMLElement {
  return element('section', {}, element('h2', { text: title }), ...content);
}

export function push(text: string, onTap: () => void): HTMLButtonElement {
  return element('button.push', { text, onTap });
}
