// The server's time, learnt from its replies: countdowns run to its deadlines, whatever the phone's clock says.

export interface ServerClock {
  /** Milliseconds since 1970 as the server sees it. */
  now(): number;
  /** Takes a reply's `timestamp` or `Date` (ms) and when its request left (ms, phone's clock). */
  learn(server_ms: number, sent_at_ms: number): void;
  /** Server minus phone, ms; 0 until something was learnt. */
  readonly skew_ms: number;
}
