// What is due next: a binary heap by time, for simulations of many.

export interface Due<T> {
  at: number;
  what: T;
}

export class Agenda<T> {
  private readonly heap: Due<T>[] = [];

  add(at: number, what: T): void {
    const { heap } = this;
    const entry = { at, what };
    let place = heap.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || parent.at <= at) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = entry;
  }

  /** The earliest, or nothing. */
  take(): Due<T> | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let place = 0;
    for (;;) {
      const child = this.smallerChild(place);
      if (child === undefined || child.entry.at >= last.at) break;
      heap[place] = child.entry;
      place = child.place;
    }
    heap[place] = last;
    return first;
  }

  private smallerChild(place: number): { place: number; entry: Due<T> } | undefined {
    const at = 2 * place + 1;
    const left = this.heap[at];
    const right = this.heap[at + 1];
    if (left === undefined) return undefined;
    if (right !== undefined && right.at < left.at) return { place: at + 1, entry: right };
    return { place: at, entry: left };
  }
}
