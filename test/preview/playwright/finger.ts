// Touches that are more than a tap: dragging, pulling down, holding. Sent as the browser's own touch input.
import type { CDPSession, Frame, Page } from 'playwright-core';

/** In CSS px from the top left of the device. */
export interface Point {
  x: number;
  y: number;
}

const STEPS = 8;
/** The runtime calls a press long after 350 ms. */
const LONG_PRESS_MS = 500;

export class Finger {
  private session: Promise<CDPSession> | null = null;

  constructor(
    private readonly page: Page,
    private readonly frame: () => Promise<Frame>,
  ) {}

  /** Puts the finger down, moves it in even steps, and lifts it. */
  async drag(from: Point, to: Point): Promise<void> {
    const move = (step: number): Promise<void> => {
      const part = step / STEPS;
      return this.touch('touchMove', {
        x: from.x + (to.x - from.x) * part,
        y: from.y + (to.y - from.y) * part,
      });
    };
    // The first move leaves with the touch: an answer that a busy machine gives late would make it a long press.
    await Promise.all([this.touch('touchStart', from), move(1)]);
    for (let step = 2; step <= STEPS; step++) await move(step);
    await this.touch('touchEnd', null);
  }

  /** Pulls the top page down by `distance` px, as to refresh it. */
  async pullDown(distance = 200): Promise<void> {
    const box = await (await (await this.frame()).frameElement()).boundingBox();
    if (box === null) throw new Error('the page is not visible');
    const from = { x: box.x + box.width / 2, y: box.y + 20 };
    await this.drag(from, { x: from.x, y: from.y + distance });
  }

  /** Scrolls the page itself to `top` px; -1 is its end. Waits until it is there. */
  async scrollPage(top: number): Promise<void> {
    await (
      await this.frame()
    ).evaluate(
      (wanted) =>
        new Promise<void>((resolve) => {
          const root = document.documentElement;
          const target = Math.min(wanted < 0 ? Infinity : wanted, root.scrollHeight - window.innerHeight);
          if (Math.abs(root.scrollTop - target) < 1) return resolve();
          window.addEventListener('scroll', () => resolve(), { once: true });
          return window.scrollTo({ top: target, behavior: 'instant' });
        }),
      top,
    );
  }

  /** Holds a point until it counts as a long press. */
  async press(at: Point): Promise<void> {
    await this.touch('touchStart', at);
    // By a timer of the page itself: one of a busy page is late, and a finger that left before it would have tapped.
    await this.page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), LONG_PRESS_MS);
    await this.touch('touchEnd', null);
  }

  /** Lets go of the browser. */
  async rest(): Promise<void> {
    const session = await this.session;
    this.session = null;
    await session?.detach();
  }

  private async touch(type: 'touchStart' | 'touchMove' | 'touchEnd', at: Point | null): Promise<void> {
    this.session ??= this.page.context().newCDPSession(this.page);
    await (
      await this.session
    ).send('Input.dispatchTouchEvent', { type, touchPoints: at === null ? [] : [at] });
  }
}
