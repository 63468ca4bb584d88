// What a page load looked like from inside.

/** Where the bench leaves its wish for the script in the page, and the script its answer. */
declare global {
  /** Words to wait for. */
  var __startText: string;
  var __startSeen: Promise<Seen>;
}

/** Times in ms since the navigation began; all else as it was when the content had been painted. */
export interface Seen {
  first_content_ms: number;
  /** onReady of the page had run: seen within a frame. */
  ready_ms: number;
  /** Elements of the page's document below its head, tab bar included. */
  nodes: number;
  setdata_calls: number;
  /** HTTP calls and sockets begun. */
  requests: number;
  /** Calls that read storage and hold up the program until they have. */
  storage_reads: number;
  /** UTF-8 bytes of the program's files that had run. */
  js_bytes: number;
}
