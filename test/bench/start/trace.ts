// A trace as Chromium writes it, and what the bench finds again in it.

/**
 * Set before any script of the page runs or the page is moved to, and when a frame has been painted, until one has the first
 * content: the last of these counts.
 */
export const BEGIN_MARK = 'before the scripts';
export const CONTENT_MARK = 'first content';

/** Times in µs of the browser's clock. */
export interface TraceEvent {
  name: string;
  /** `X`: something that took `dur`. */
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Processor time of the thread so far, µs. */
  tts?: number;
}

/** @param written as `browser.stopTracing` gives it */
export function readTrace(written: Buffer): TraceEvent[] {
  return (JSON.parse(written.toString('utf8')) as { traceEvents: TraceEvent[] }).traceEvents;
}

/** The last event of this name. */
export const lastOf = (events: readonly TraceEvent[], name: string): TraceEvent | undefined =>
  events.filter((event) => event.name === name).sort((one, other) => other.ts - one.ts)[0];

/**
 * Processor time that the page's thread spent from before its scripts up to the first content, ms.
 * Throws where the trace lacks one of the two.
 */
export function threadTime(events: readonly TraceEvent[]): number {
  const began = events.find(({ name }) => name === BEGIN_MARK);
  const content = lastOf(events, CONTENT_MARK);
  if (content?.tts === undefined || began?.tts === undefined || content.tid !== began.tid)
    throw new Error('the trace lacks a mark of the bench');
  return (content.tts - began.tts) / 1000;
}
