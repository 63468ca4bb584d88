// The rows of confirmed lines, kept from one change to the next: a line that comes costs its own row, not the list's. A
// row depends on those before it (separators, names), so rows are made in order: from the first line that differs,
// until a line's predecessors have shown the same name and time as last time.
import type { ChatMessage } from '../../../../../../typings/v4/chat';
import type { Id } from '../../../../../../typings/v4/common';
import { commonHead, commonTail, madeFrom } from '../../../../../format/common-ends';
import { blankRow, faceOf, messageRow, separatorDue, whenWords } from '../../../format/message-row';
import type { MessageRow } from '../../../format/message-row';
import { formatDate } from '../../../../../format/time';

/** What else bears on the rows. */
export interface Around {
  /** The same as long as the line is the same object. */
  rowKey(line: ChatMessage): string;
  /** Keys of messages on their way: they are shown as such. */
  pending: ReadonlySet<string>;
  /** Lines shown as the entry that they most likely are. */
  awaited: ReadonlySet<Id>;
  /** Before these lines something may be missing. */
  gaps: ReadonlySet<Id>;
  /** Whose name the page has in its title. */
  host: string;
  /** ms; words like 昨天 are said for it. */
  now: number;
}

/** What the rows so far said. */
interface Said {
  /** Who said the last line; empty for the system. */
  speaker: string;
  /** When the last separator was, ms. */
  time: number | undefined;
}

interface Made {
  lines: readonly ChatMessage[];
  /** After each line. */
  said: Said[];
  /** Rows that each line has: none, one, or two with a gap before it. */
  counts: number[];
  rows: readonly MessageRow[];
}

const OWN = ' ';
/** An agent without a name. */
const NAMELESS = '客服';
const NOTHING: Said = { speaker: '', time: undefined };
const none = (): Made => ({ lines: [], said: [], counts: [], rows: [] });

export class LineRows {
  private made = none();
  private around = '';
  /** Keys that this phone made, of all lines so far: only these can be pending too. */
  private readonly own = new Set<string>();

  /** Rows that did not change are the same objects as before. @param lines ascending by id; a changed line is another object */
  rows(lines: readonly ChatMessage[], around: Around): readonly MessageRow[] {
    if (this.around !== this.told(around)) this.made = none();
    this.made = this.remade(lines, around);
    this.around = this.told(around);
    return this.made.rows;
  }

  /** Everything but the lines, as a text: when it changes, all rows are made anew. */
  private told({ pending, awaited, gaps, host, now }: Around): string {
    const hidden = [...pending].filter((key) => this.own.has(key));
    return [formatDate(now), host, ...gaps, '', ...awaited, '', ...hidden].join();
  }

  private remade(lines: readonly ChatMessage[], around: Around): Made {
    const old = this.made;
    const head = commonHead(old.lines, lines);
    if (head === lines.length && head === old.lines.length) return old;
    const tail = commonTail(old.lines, lines, head);
    const kept_rows = rowsBefore(old, head);
    const rows = old.rows.slice(0, kept_rows);
    // Only this object holds these two arrays, so they are changed in place instead of copied.
    const said = old.said.splice(head);
    const counts = old.counts.splice(head);
    const made: Made = { lines, said: old.said, counts: old.counts, rows };
    let before = made.said[head - 1] ?? NOTHING;
    const first = before;
    for (let at = head; at < lines.length; at += 1) {
      // The index of the same line in the part that was cut off.
      const then = at - lines.length + old.lines.length - head;
      const line = lines[at];
      if (line === undefined) break;
      if (at >= lines.length - tail && saysSame(before, said[then - 1] ?? first)) {
        const rest = counts.slice(then);
        for (const count of rest) made.counts.push(count);
        for (const one of said.slice(then)) made.said.push(one);
        made.rows = rows.concat(old.rows.slice(old.rows.length - sum(rest)));
        break;
      }
      const count = rows.length;
      before = this.make(line, before, around, rows);
      made.said.push(before);
      made.counts.push(rows.length - count);
    }
    madeFrom(old.rows, made.rows, kept_rows);
    return made;
  }

  /** Adds a line's rows. @returns what is said then */
  private make(line: ChatMessage, before: Said, around: Around, rows: MessageRow[]): Said {
    const { chat_message_id } = line;
    const key = around.rowKey(line);
    if ((line.temp_message_id ?? '') !== '' || line.sender_type === 'user') this.own.add(key);
    if (around.pending.has(key) || around.awaited.has(chat_message_id)) return before;
    if (around.gaps.has(chat_message_id)) rows.push(blankRow(`gap${chat_message_id}`, 'gap'));
    const row = messageRow(line, key);
    const due = separatorDue(line.created_at, before.time);
    const speaker = speakerOf(row);
    const begins = speaker !== '' && (speaker !== before.speaker || due !== undefined);
    const is_agent = speaker !== OWN;
    rows.push({
      ...row,
      begins,
      // The face stands only beside the first of an agent's lines in a row.
      face: begins && is_agent ? faceOf(row.name) : '',
      named: begins && row.name !== '' && row.name !== around.host,
      time: due === undefined ? '' : whenWords(due, around.now),
    });
    const after = { speaker, time: due ?? before.time };
    return saysSame(before, after) ? before : after;
  }
}

const speakerOf = ({ kind, own, name }: MessageRow): string =>
  kind === 'system' ? '' : own ? OWN : name || NAMELESS;

const saysSame = (one: Said, other: Said): boolean =>
  one.speaker === other.speaker && one.time === other.time;

const sum = (some: readonly number[]): number => some.reduce((total, count) => total + count, 0);

/** How many rows the first lines have; counted from the nearer end. */
function rowsBefore({ counts, rows }: Made, lines: number): number {
  if (lines * 2 < counts.length) return sum(counts.slice(0, lines));
  return rows.length - sum(counts.slice(lines));
}
