// Blocks of markdown as lines, out of marked's block tokens.
import type { Token, Tokens } from 'marked';
import { tableOf } from '../../../../format/lookup';
import { plainLine, tidied } from './line';
import type { Align, Cell, Line, Run, TextLine } from './line';
import { runsOf } from './runs';

/** Lists and quotes deeper than this are shown as they were written. */
const DEEPEST = 8;
/** A table beyond these is shown as it was written: each cell is nodes. */
const MOST_COLUMNS = 12;
const MOST_CELLS = 240;
/** Lines of one answer; what follows is one plain text. */
export const MOST_LINES = 200;

interface Place {
  depth: number;
  quote: number;
}

const TOP: Place = { depth: 0, quote: 0 };

const at = ({ depth, quote }: Place): { depth?: number; quote?: number } => ({
  ...(depth === 0 ? {} : { depth }),
  ...(quote === 0 ? {} : { quote }),
});

const textLine = (place: Place, kind: TextLine['kind'], runs: TextLine['runs']): TextLine => ({
  kind,
  ...at(place),
  runs,
});

const asWritten = (place: Place, text: string, kind: TextLine['kind'] = 'text'): TextLine =>
  textLine(place, kind, tidied([{ t: text.replace(/\n+$/, '') }]));

const SIDES = tableOf<Align>({ right: 'r', center: 'c' });

function cellOf(k: number, runs: readonly Run[], a: Align | undefined): Cell {
  const place = a === undefined ? { k } : { k, a };
  const [first, ...others] = runs;
  if (first === undefined) return place;
  return others.length === 0 && first.s === undefined ? { ...place, t: first.t } : { ...place, runs };
}

function tableLines(place: Place, { header, rows, align, raw }: Tokens.Table): Line[] {
  if (header.length > MOST_COLUMNS || header.length * (rows.length + 1) > MOST_CELLS) {
    return [asWritten(place, raw, 'code')];
  }
  const cells = [header, ...rows].map((row, k) => ({
    k,
    cells: row.map(({ tokens }, column) => cellOf(column, runsOf(tokens), SIDES[align[column] ?? ''])),
  }));
  return [{ kind: 'table', ...at(place), rows: cells }];
}

function markOf(list: Tokens.List, place: number): string {
  const item = list.items[place];
  if (item?.task === true) return item.checked === true ? '☑' : '☐';
  return list.ordered ? `${Number(list.start) + place}.` : '•';
}

function itemLines(place: Place, list: Tokens.List): Line[] {
  return list.items.flatMap((item, nth) => {
    const inside = item.tokens.flatMap((token) => tokenLines({ ...place, depth: place.depth + 1 }, token));
    const [first = asWritten({ ...place, depth: place.depth + 1 }, ''), ...others] = inside;
    // An item that begins with a list has a line of its own mark before it.
    const own =
      first.mark === undefined
        ? [first]
        : [asWritten({ depth: place.depth + 1, quote: place.quote }, ''), first];
    return [{ ...(own[0] ?? first), mark: markOf(list, nth) }, ...own.slice(1), ...others];
  });
}

/** The lines of one block. */
function tokenLines(place: Place, token: Token): Line[] {
  if (place.depth + place.quote >= DEEPEST && 'tokens' in token) return [asWritten(place, token.raw)];
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return [];
    case 'heading':
      return [textLine(place, 'head', runsOf(token.tokens ?? []))];
    case 'code':
      return [asWritten(place, (token as Tokens.Code).text, 'code')];
    case 'hr':
      return [{ kind: 'rule', ...at(place) }];
    case 'blockquote':
      return (token.tokens ?? []).flatMap((inner) => tokenLines({ ...place, quote: place.quote + 1 }, inner));
    case 'list':
      return place.depth + place.quote >= DEEPEST
        ? [asWritten(place, token.raw)]
        : itemLines(place, token as Tokens.List);
    case 'table':
      return tableLines(place, token as Tokens.Table);
    case 'paragraph':
    case 'text':
      return [textLine(place, 'text', runsOf(token.tokens ?? []))];
    default:
      return [asWritten(place, token.raw)];
  }
}

export interface Drawn {
  lines: Line[];
  /** The token from which on everything is one plain text; absent where all of it was drawn. */
  from?: number;
}

/**
 * @param tokens the blocks of an answer, or of its end
 * @param before lines of the answer that stand already
 */
export function linesOf(tokens: readonly Token[], before = 0): Drawn {
  const lines: Line[] = [];
  for (const [from, token] of tokens.entries()) {
    const own = tokenLines(TOP, token);
    if (before + lines.length + own.length > MOST_LINES) {
      const rest = tokens.slice(from).map(({ raw }) => raw);
      return { lines: [...lines, plainLine(rest.join(''))], from };
    }
    lines.push(...own);
  }
  return { lines };
}
