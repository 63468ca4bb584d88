// Which time an answer tells (V4 §Time): the envelope's, or the `Date` header's where the two disagree and nothing says
// otherwise. The February revision's envelope is eight hours ahead, and a proxy may put its own `Date`.
import { parseWireTime } from '../format/time';
import type { HttpHeaders } from '../platform/ports';
import { issuedAt } from './jwt';
import type { ServerClock } from './server-clock';
import { headerOf, textOf } from './untyped';

/** A smaller difference between two witnesses is explained by their coarseness, or by a queue on the way. */
const AGREE_MS = 60_000;
/** A Date header has whole seconds. */
const DATE_COARSENESS_MS = 1_000;

export type Witness = 'envelope' | 'date';

/** What one answer says of the time. */
export interface Testimony {
  /** The envelope's `timestamp`, as it was written. */
  timestamp: string | undefined;
  headers: HttpHeaders;
  /** The data of the envelope: a token that it carries was made just now. */
  data: unknown;
}

/**
 * Stores which witness is believed, from one start to the next: the third witness, which decides, comes only with a
 * sign-in or a refresh.
 */
export interface JudgementMemory {
  read(): Witness | undefined;
  write(trusted: Witness): void;
}

const nowhere: JudgementMemory = { read: () => undefined, write: () => undefined };

/** Teaches a clock by the answers of one backend. Which witness is believed stays decided until they agree again. */
export function createTimeTeacher(clock: ServerClock, memory: JudgementMemory = nowhere) {
  let trusted: Witness = memory.read() ?? 'date';
  let do_disagree = false;

  function trust(witness: Witness): void {
    if (witness === trusted) return;
    trusted = witness;
    memory.write(witness);
  }

  function judge(stated: number, date: number, issued: number | undefined): void {
    do_disagree = Math.abs(stated - date) > AGREE_MS;
    const off = issued === undefined ? Infinity : Math.abs(stated - issued);
    if (!do_disagree) trust('date');
    else if (issued !== undefined)
      trust(off <= AGREE_MS && off < Math.abs(date - issued) ? 'envelope' : 'date');
  }

  /** @param sent_at_ms when the request left, by the clock that `clock` was made from */
  return function teach({ timestamp, headers, data }: Testimony, sent_at_ms: number): void {
    const stated = parseWireTime(timestamp);
    const read = Date.parse(headerOf(headers, 'date') ?? '');
    const date = Number.isNaN(read) ? null : read;
    if (stated !== null && date !== null) judge(stated, date, issuedAt(textOf(data, 'access_token') ?? ''));
    // A witness that was found false is not believed when it is the only one either.
    const believed = (witness: Witness): boolean => !do_disagree || trusted === witness;
    if (stated !== null && believed('envelope')) clock.learn(stated, sent_at_ms);
    else if (date !== null && believed('date')) clock.learn(date, sent_at_ms, DATE_COARSENESS_MS);
  };
}
