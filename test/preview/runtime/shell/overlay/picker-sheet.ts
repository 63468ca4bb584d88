// The sheet with the wheels of a picker.
import { element } from '../dom';
import type { PickerModel } from './picker-models';

const ROW_PX = 44;
/** A wheel counts as resting when it has not moved for this long. */
const REST_MS = 100;

export interface PickerAnswers {
  change: (detail: Record<string, unknown>) => void;
  cancel: () => void;
  /** A wheel came to rest on another row. */
  column: (column: number, row: number) => void;
  closed: () => void;
}

export interface PickerSheet {
  /** The program changed the wheels while the sheet is open. */
  replace(model: PickerModel): void;
}

class Wheels implements PickerSheet {
  readonly root = element('div.picker-columns');

  constructor(
    private model: PickerModel,
    private readonly onRest: (column: number, row: number) => void,
  ) {}

  replace(model: PickerModel): void {
    this.model = model;
    this.draw();
  }

  draw(): void {
    const columns = this.model.columns();
    columns.forEach((texts, at) => this.drawWheel(this.wheel(at), texts, this.model.indexes()[at] ?? 0));
    while (this.root.children.length > columns.length) this.root.lastElementChild?.remove();
  }

  private wheel(column: number): HTMLElement {
    const existing = this.root.children[column];
    if (existing instanceof HTMLElement) return existing;
    const wheel = element('div.picker-column', { role: 'listbox' });
    let rest: ReturnType<typeof setTimeout> | undefined;
    wheel.addEventListener('scroll', () => {
      clearTimeout(rest);
      rest = setTimeout(() => this.rested(column, wheel), REST_MS);
    });
    wheel.addEventListener('click', (event) => {
      const row = [...wheel.children].findIndex((child) => child === event.target);
      if (row >= 0) wheel.scrollTo({ top: row * ROW_PX, behavior: 'smooth' });
    });
    this.root.append(wheel);
    return wheel;
  }

  private drawWheel(wheel: HTMLElement, texts: readonly string[], row: number): void {
    const drawn = [...wheel.children].map((child) => child.textContent);
    if (drawn.join('\n') !== texts.join('\n') || drawn.length !== texts.length)
      wheel.replaceChildren(...texts.map((text) => element('div', { text, role: 'option' })));
    if (Math.round(wheel.scrollTop / ROW_PX) !== row) wheel.scrollTop = row * ROW_PX;
  }

  private rested(column: number, wheel: HTMLElement): void {
    const row = Math.min(Math.max(0, Math.round(wheel.scrollTop / ROW_PX)), wheel.children.length - 1);
    if (row === this.model.indexes()[column]) return;
    this.model.choose(column, row);
    this.draw();
    this.onRest(column, row);
  }

  result(): Record<string, unknown> {
    return this.model.result();
  }
}

/** Show a picker above the page until it is answered. */
export function openPickerSheet(
  overlay: HTMLElement,
  title: string,
  model: PickerModel,
  answers: PickerAnswers,
): PickerSheet {
  const wheels = new Wheels(model, answers.column);
  const close = (answer: () => void): void => {
    sheet.remove();
    answers.closed();
    answer();
  };
  const cancel = (): void => close(answers.cancel);
  const head = element(
    'div.picker-head',
    {},
    element('button', { text: '取消', onTap: cancel }),
    element('b', { text: title }),
    element('button', { text: '确定', onTap: () => close(() => answers.change(wheels.result())) }),
  );
  const board = element('div.board', { role: 'dialog' }, head, element('div.picker-body', {}, wheels.root));
  const sheet = element('div.sheet', {}, element('div.mask', { onTap: cancel }), board);
  overlay.append(sheet);
  wheels.draw();
  return wheels;
}
