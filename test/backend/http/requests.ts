// What was asked of the backend and how often, so that a test can say "exactly one refresh".

export interface RequestEntry {
  at: number;
  method: string;
  path: string;
  /** The route's pattern, or the path when no route took it. */
  route: string;
  status: number;
}

const KEPT = 1000;

export class RequestLog {
  private entries: RequestEntry[] = [];
  private counts = new Map<string, number>();

  add(entry: RequestEntry): void {
    this.entries.push(entry);
    if (this.entries.length > KEPT) this.entries.shift();
    const key = `${entry.method} ${entry.route}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  /** How often a route was called: `count('POST /api/v4/auth/refresh')`. */
  count(route: string): number {
    return this.counts.get(route) ?? 0;
  }

  byRoute(): Record<string, number> {
    return Object.fromEntries([...this.counts].sort(([a], [b]) => a.localeCompare(b)));
  }

  /** The latest entries, oldest first. */
  recent(): readonly RequestEntry[] {
    return this.entries;
  }

  clear(): void {
    this.entries = [];
    this.counts.clear();
  }
}
