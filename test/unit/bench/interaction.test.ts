// What the interaction bench makes of a trace: frames are as long as the page's own thread worked in them.
import { framesOf } from '../../bench/interaction/frames';
import { FRAME_MARK } from '../../bench/interaction/mark';
import type { TraceEvent } from '../../bench/start/trace';

/** Marks by the processor time of the thread, ms, and by the clock. */
const marks = (...times: (readonly [work_ms: number, clock_ms: number])[]): TraceEvent[] =>
  times.map(([work, clock]) => ({
    name: FRAME_MARK,
    ph: 'I',
    pid: 1,
    tid: 1,
    ts: clock * 1000,
    tts: work * 1000,
  }));

test('G2 a frame is long when the page itself works more than 50 ms in it', () => {
  expect(framesOf(marks([0, 0], [10, 16], [61, 80], [71, 96]))).toEqual({
    frames: 3,
    long: 1,
    longest_ms: 51,
  });
});

test('G2 what the machine does besides makes no frame long', () => {
  expect(framesOf(marks([0, 0], [5, 400], [10, 416])).long).toBe(0);
});

test('G2 a trace without frames, or without the time of threads, is refused', () => {
  const untimed = marks([0, 0], [1, 1]).map((mark): TraceEvent => {
    const { tts: _tts, ...rest } = mark;
    return rest;
  });
  for (const events of [[], marks([0, 0]), untimed]) expect(() => framesOf(events)).toThrow('no frames');
});
