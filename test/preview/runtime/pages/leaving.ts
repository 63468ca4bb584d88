// What stands between a page and the person who goes back from it: a page-container that is open, a question.

export class Leaving {
  /** Of wx.enableAlertBeforeUnload; null when nothing is asked. */
  question: string | null = null;
  private readonly containers: (() => void)[] = [];

  /**
   * A page-container opens: going back closes it, and the page stays.
   * @returns to be called when it has closed by itself
   */
  opened(close: () => void): () => void {
    this.containers.push(close);
    return () => {
      const at = this.containers.indexOf(close);
      if (at >= 0) this.containers.splice(at, 1);
    };
  }

  hasContainer(): boolean {
    return this.containers.length > 0;
  }

  /** @returns whether a container was open; it is closed now */
  closedContainer(): boolean {
    const close = this.containers.at(-1);
    close?.();
    return close !== undefined;
  }
}
