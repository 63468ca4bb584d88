// From a trace to the frames that a page's own work held up.
import type { TraceEvent } from '../start/trace';
import { FRAME_MARK } from './mark';

/** What a person begins to see, ms: WeChat counts it as a dropped frame as well. */
const LONG_MS = 50;

export interface Frames {
  frames: number;
  /** In which the thread of the page itself worked longer than that: what the machine did besides does not count. */
  long: number;
  /** Longest work in one frame, ms. */
  longest_ms: number;
}

/** @throws Error where the trace has no frames, or does not know the thread's time */
export function framesOf(events: readonly TraceEvent[]): Frames {
  const marks = events.filter(({ name, tts }) => name === FRAME_MARK && tts !== undefined);
  if (marks.length < 2) throw new Error('the trace has no frames');
  const times = marks.map(({ tts = 0 }) => tts / 1000).sort((a, b) => a - b);
  const works = times.slice(1).map((time, at) => time - (times[at] ?? time));
  return {
    frames: works.length,
    long: works.filter((ms) => ms > LONG_MS).length,
    longest_ms: Math.max(...works),
  };
}
