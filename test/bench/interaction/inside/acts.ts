// What the bench asks of the script in the browser.

declare global {
  var __acts: Acts;
}

export interface Acts {
  /** Moves to a page and waits for words on it; resolves to the ms that took. */
  open(url: string, text: string): Promise<number>;
  /** Resolves to the ms from the next touch to the first change on the page that has been painted. */
  feedback(): Promise<number>;
  /** Marks each frame for a trace until `stop`. */
  markFrames(): void;
  stop(): void;
}
