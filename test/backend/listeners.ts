// The smallest event source: one kind of event, any number of listeners.

export class Listeners<T> {
  private readonly listeners = new Set<(event: T) => void>();

  /** @returns a function that removes the listener */
  add(listener: (event: T) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(event: T): void {
    for (const listener of this.listeners) listener(event);
  }
}
