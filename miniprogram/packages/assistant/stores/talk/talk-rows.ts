// A conversation as rows: those that did not change stay the same objects, so that handing them over costs what is new.
import type { Line } from '../../format/markdown/line';
import { cardOf } from '../../format/talk-row';
import type { Edge, LineRow, TalkRow } from '../../format/talk-row';
import { momentText } from '../../format/when';
import { endingText } from './ending-words';
import type { Entry } from './entry';

/** Said so much later, its time stands above, ms. */
const PAUSE_MS = 10 * 60_000;

export class TalkRows {
  private readonly lines = new WeakMap<Line, LineRow>();
  private readonly others = new Map<string, { of: string; row: TalkRow }>();

  /** @param entries in order @param now epoch ms on the server's clock */
  of(entries: readonly Entry[], now: number): TalkRow[] {
    let before: number | null = null;
    return entries.flatMap((entry, at) => {
      const isLater = entry.at !== null && (before === null || entry.at - before > PAUSE_MS);
      before = entry.at ?? before;
      if (entry.is_answer) return this.answer(entry, cardBefore(entries, at), at === entries.length - 1);
      const rows: TalkRow[] = [];
      if (isLater && entry.at !== null)
        rows.push(this.kept({ kind: 'time', row_key: `${entry.key}.t`, text: momentText(entry.at, now) }));
      return [...rows, this.kept({ kind: 'ask', row_key: entry.key, text: entry.content })];
    });
  }

  /** The last answer ends outside of the rows: the page says there how it goes. */
  private answer({ key, lines, ending }: Entry, card: Entry['card'], isLast: boolean): TalkRow[] {
    const note = isLast ? '' : endingText(ending);
    const count = (card === null ? 0 : 1) + lines.length + (note === '' ? 0 : 1);
    const edgeOf = (at: number): { edge?: Edge } => {
      const isEnd = at === count - 1 && !isLast;
      if (at === 0) return { edge: isEnd ? 'only' : 'first' };
      return isEnd ? { edge: 'last' } : {};
    };
    const rows: TalkRow[] = [];
    if (card !== null) rows.push(this.kept({ ...cardOf(card), row_key: `${key}.c`, ...edgeOf(0) }));
    for (const [at, line] of lines.entries()) rows.push(this.line(line, `${key}.${at}`, edgeOf(rows.length)));
    if (note !== '')
      rows.push(this.kept({ kind: 'note', row_key: `${key}.e`, text: note, ...edgeOf(count - 1) }));
    return rows;
  }

  private line(line: Line, row_key: string, edge: { edge?: Edge }): LineRow {
    const known = this.lines.get(line);
    if (known !== undefined && known.edge === edge.edge && known.row_key === row_key) return known;
    const row: LineRow = { row_key, ...line, ...edge };
    this.lines.set(line, row);
    return row;
  }

  private kept(row: TalkRow): TalkRow {
    const of = JSON.stringify(row);
    const known = this.others.get(row.row_key);
    if (known?.of === of) return known.row;
    this.others.set(row.row_key, { of, row });
    return row;
  }
}

/** The card of the answer at a place: the server keeps some beside the question. */
export function cardBefore(entries: readonly Entry[], at: number): Entry['card'] {
  const before = entries[at - 1];
  return entries[at]?.card ?? (before?.is_answer === false ? before.card : null);
}
