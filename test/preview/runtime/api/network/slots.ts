// At most so many at once; the others wait in line.

export class Slots {
  private running = 0;
  private readonly line: (() => void)[] = [];

  constructor(private readonly limit: number) {}

  get waiting(): number {
    return this.line.length;
  }

  /**
   * Run when there is room.
   * @param start gets the function that gives the place back; calling it twice gives one place
   * @returns leaves the line; does nothing once started
   */
  enter(start: (leave: () => void) => void): () => void {
    const begin = (): void => {
      this.running += 1;
      let held = true;
      start(() => {
        if (!held) return;
        held = false;
        this.running -= 1;
        this.line.shift()?.();
      });
    };
    if (this.running < this.limit) {
      begin();
      return () => undefined;
    }
    this.line.push(begin);
    return () => {
      const at = this.line.indexOf(begin);
      if (at >= 0) this.line.splice(at, 1);
    };
  }
}
