// Tells taps and long presses from other touches, by times and distances alone; it does not use the DOM.

/** Movement in CSS px that ends a tap. */
export const TAP_SLOP = 10;
export const LONG_PRESS_MS = 350;
/** A click later than this after the finger left does not belong to it. */
export const CLICK_WINDOW_MS = 1000;

export interface Point {
  identifier: number;
  clientX: number;
  clientY: number;
}

interface Finger {
  start: Point;
  moved: boolean;
  pressed: boolean;
  timer: number;
}

export interface GestureClock {
  now(): number;
  setTimeout(callback: () => void, ms: number): number;
  clearTimeout(id: number): void;
}

/** Follows the fingers on one document. */
export class Gestures {
  private readonly fingers = new Map<number, Finger>();
  private last: { tappable: boolean; at: number } | null = null;

  constructor(private readonly clock: GestureClock) {}

  /** @param longPress called once when the finger stays; if it returns true the press was handled and no tap follows */
  down(point: Point, longPress: () => boolean): void {
    const finger: Finger = { start: point, moved: false, pressed: false, timer: 0 };
    finger.timer = this.clock.setTimeout(() => {
      finger.pressed = longPress();
    }, LONG_PRESS_MS);
    this.fingers.set(point.identifier, finger);
  }

  /** @returns true the moment the finger leaves the tap's area */
  move(point: Point): boolean {
    const finger = this.fingers.get(point.identifier);
    if (!finger || finger.moved) return false;
    const far =
      Math.abs(finger.start.clientX - point.clientX) > TAP_SLOP ||
      Math.abs(finger.start.clientY - point.clientY) > TAP_SLOP;
    if (!far) return false;
    finger.moved = true;
    this.clock.clearTimeout(finger.timer);
    return true;
  }

  up(point: Point, cancelled: boolean): void {
    const finger = this.fingers.get(point.identifier);
    if (!finger) return;
    this.fingers.delete(point.identifier);
    this.clock.clearTimeout(finger.timer);
    this.last = { tappable: !cancelled && !finger.moved && !finger.pressed, at: this.clock.now() };
  }

  /** Asked by the click that follows: whether it is a tap. A click without a finger before it always is. */
  click(): boolean {
    const last = this.last;
    this.last = null;
    return !last || this.clock.now() - last.at > CLICK_WINDOW_MS || last.tappable;
  }
}
