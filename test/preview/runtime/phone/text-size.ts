// The size of text that the reader has set in WeChat: the program can read it, and a page whose page-meta says "system"
// uses it.

/** WeChat's normal one on iOS. */
const NORMAL_PX = 17;

export class TextSize {
  private readonly listeners = new Set<() => void>();

  /** @param size as a factor of the normal one */
  constructor(private size: number) {}

  get factor(): number {
    return this.size;
  }
  set factor(size: number) {
    this.size = size;
    for (const listener of [...this.listeners]) listener();
  }

  /** `fontSizeSetting`. */
  px(): number {
    return Math.round(NORMAL_PX * this.size);
  }

  /** @returns ends it */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}
