// Server-sent events out of text in pieces, as the HTML standard reads them (without retry and last-event-id).

export interface ServerSentEvent {
  /** `message` where the stream names none. */
  event: string;
  data: string;
}

export interface SseParser {
  /** The events that are complete by now. */
  push(text: string): ServerSentEvent[];
}

/**
 * Lines end in LF, CR LF or CR. An event ends at an empty line; without one, when the stream breaks off, it is dropped.
 */
export function createSseParser(): SseParser {
  let line = '';
  let isAfterCr = false;
  let event = '';
  let data: string[] = [];

  function field(found: ServerSentEvent[]): void {
    const [whole, colon] = [line, line.indexOf(':')];
    line = '';
    if (whole === '') {
      if (data.length > 0) found.push({ event: event === '' ? 'message' : event, data: data.join('\n') });
      event = '';
      data = [];
      return;
    }
    const name = colon < 0 ? whole : whole.slice(0, colon);
    const value = colon < 0 ? '' : whole.slice(colon + 1).replace(/^ /, '');
    if (name === 'event') event = value;
    if (name === 'data') data.push(value);
  }

  return {
    push(text) {
      const found: ServerSentEvent[] = [];
      for (const part of text.split(/(\r\n|\r|\n)/)) {
        if (part === '') continue;
        if (part !== '\n' && part !== '\r' && part !== '\r\n') line += part;
        // An LF at the start of this text belongs to the CR at the end of the last one: it ends no line of its own.
        else if (!(isAfterCr && part === '\n')) field(found);
        isAfterCr = part === '\r';
      }
      return found;
    },
  };
}
