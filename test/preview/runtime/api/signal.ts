// A list of listeners behind a pair wx.onX / wx.offX.

export type Listener<T> = (value: T) => void;

/** Listeners are called in order; one that throws is reported and does not stop the next. */
export class Signal<T = void> {
  private readonly listeners: Listener<T>[] = [];

  /** @param single WeChat keeps one listener for some events: a new one replaces the old one. */
  constructor(private readonly single = false) {}

  get size(): number {
    return this.listeners.length;
  }

  readonly on = (listener: Listener<T>): void => {
    if (typeof listener !== 'function') return;
    if (this.single) this.listeners.length = 0;
    if (!this.listeners.includes(listener)) this.listeners.push(listener);
  };

  /** Without an argument every listener is removed. */
  readonly off = (listener?: Listener<T>): void => {
    if (listener === undefined) {
      this.listeners.length = 0;
      return;
    }
    const index = this.listeners.indexOf(listener);
    if (index >= 0) this.listeners.splice(index, 1);
  };

  emit(value: T): void {
    for (const listener of [...this.listeners]) callSafely(() => listener(value));
  }
}

/** Run a program's callback; what it throws reaches the window's error handler, as an uncaught error does. */
export function callSafely(run: () => void): void {
  try {
    run();
  } catch (thrown) {
    setTimeout(() => {
      throw thrown;
    }, 0);
  }
}
