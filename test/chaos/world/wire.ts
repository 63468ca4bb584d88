// A request and its answer, between the phone's network and a backend.

export interface Asked {
  method: string;
  path: string;
  query: Readonly<Record<string, string>>;
  headers: Readonly<Record<string, string>>;
  body: string | undefined;
  /** Of an upload. */
  file?: Buffer;
}

export interface Answered {
  status: number;
  body: string;
  /** How long the answer is held back; what was asked is done. */
  delay_ms: number;
  /** Headers that the phone must know: its `Content-Type`, and `Date` where nothing else tells the server's time. */
  type?: string;
  date?: string;
}
