// A keyboard that is only simulated: switched on, it covers the lower part of the screen while a field has the focus. Off
// by default, because a desk has a keyboard of its own.
import { element } from '../shell/dom';

export interface KeyboardField {
  input: HTMLElement;
  /** `adjust-position`: the page is pushed up as far as the field needs it. */
  adjusts: boolean;
  /** `cursor-spacing`: px between the field and the keyboard. */
  spacing: number;
}

export class Keyboard {
  /** px above the lower edge of the screen. */
  height = 0;
  /** px that it would have. */
  private wanted = 0;
  private field: KeyboardField | undefined;
  private readonly drawn = element('div.keyboard', { label: '模拟键盘' });
  private tell: (height: number) => void = () => undefined;

  /** `wx.onKeyboardHeightChange` is told from here. */
  onHeight(listener: (height: number) => void): void {
    this.tell = listener;
  }

  /** @param px 0 switches it off; counts from the next focus on */
  setHeight(px: number): void {
    this.wanted = px;
  }

  /** A field got the focus. */
  raise(field: KeyboardField): void {
    this.field = field;
    this.become(this.wanted);
    const { frame, screen } = placesOf(field);
    if (this.height === 0 || frame === null || screen === null) return;
    this.drawn.style.height = `${this.height}px`;
    screen.append(this.drawn);
    if (field.adjusts) frame.style.transform = `translateY(${-covered(field, frame, screen, this.height)}px)`;
  }

  /** It lost the focus; another one may have it already. */
  lower({ input }: Pick<KeyboardField, 'input'>): void {
    if (this.field?.input !== input) return;
    const { frame } = placesOf(this.field);
    if (frame !== null && this.field.adjusts) frame.style.transform = '';
    this.field = undefined;
    this.drawn.remove();
    this.become(0);
  }

  private become(height: number): void {
    if (height === this.height) return;
    this.height = height;
    this.tell(height);
  }
}

/** The phone's only keyboard. */
export const keyboard = new Keyboard();

function placesOf({ input }: KeyboardField): { frame: HTMLElement | null; screen: HTMLElement | null } {
  const frame = (input.ownerDocument.defaultView?.frameElement ?? null) as HTMLElement | null;
  return { frame, screen: frame?.closest<HTMLElement>('.screen') ?? null };
}

/** px of the field that the keyboard would cover. */
function covered(field: KeyboardField, frame: HTMLElement, screen: HTMLElement, height: number): number {
  const slot = frame.parentElement;
  const below = screen.clientHeight - (slot === null ? 0 : slot.offsetTop + slot.offsetHeight);
  const { bottom } = field.input.getBoundingClientRect();
  return Math.max(0, bottom + field.spacing - (frame.clientHeight - (height - below)));
}
