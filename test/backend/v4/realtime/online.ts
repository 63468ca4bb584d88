// Which customers have a live socket.

export class Online {
  private readonly sockets = new Map<number, number>();

  /** @returns a function that counts the socket off again */
  enter(userId: number): () => void {
    this.sockets.set(userId, this.count(userId) + 1);
    return () => this.sockets.set(userId, this.count(userId) - 1);
  }

  has(userId: number): boolean {
    return this.count(userId) > 0;
  }

  private count(userId: number): number {
    return this.sockets.get(userId) ?? 0;
  }
}
