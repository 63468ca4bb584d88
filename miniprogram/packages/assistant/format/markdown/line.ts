// An answer as it is drawn: a list of lines, each with what is said in it. What markdown nests is flat here (lists, quotes):
// a page draws it without recursion, and a line that is finished is never touched again.

/** A stretch of text in one look. */
export interface Run {
  /** Its place in its line. */
  k: number;
  /** Text. */
  t: string;
  /** Look, letters with spaces between: `b` strong, `i` emphasis, `c` code, `d` struck out, `a` link; absent for a plain one. */
  s?: string;
  /** Where a link leads; absent elsewhere. */
  u?: string;
}

export type Align = 'left' | 'center' | 'right';

/** What is 0 or empty is absent: each line crosses to the view while it is written, with all that it has. */
interface Common {
  /** How deep in lists it lies, 1-8. */
  depth?: number;
  /** How deep in quotes, 1-8. */
  quote?: number;
  /** Before the text: `1.`, `•`, `☑`; absent on a line that goes on. */
  mark?: string;
}

export interface TextLine extends Common {
  kind: 'text' | 'head' | 'code';
  runs: readonly Run[];
}

export interface RuleLine extends Common {
  kind: 'rule';
}

/** Most cells are one plain run, and hold its text. */
export interface Cell {
  k: number;
  t?: string;
  runs?: readonly Run[];
}

/** `k`: the place in its table, or its row. */
export interface TableRow {
  k: number;
  cells: readonly Cell[];
}

export interface TableLine extends Common {
  kind: 'table';
  aligns: readonly Align[];
  /** The first one is the head. */
  rows: readonly TableRow[];
}

export type Line = TextLine | RuleLine | TableLine;

/** Longer runs are cut, so that what is added to a text costs the end of it alone. */
const PIECE = 40;
/** More runs than these are joined at the end of a line: each is a node. */
const MOST_RUNS = 160;
/** A run is cut behind one of these. */
const SEAM = /[\s\u3000-\u303f\u4e00-\u9fff\uff00-\uff0f\uff1a-\uff20]/;

/** The length of the first piece of a text, all of it where it is short. The same however much follows. */
function firstPiece(text: string): number {
  for (let at = PIECE; at < text.length; at += 1) if (SEAM.test(text.charAt(at - 1))) return at;
  return text.length;
}

/** A run before it has its place. */
export type Words = Omit<Run, 'k'>;

function cut({ t, ...look }: Words): Words[] {
  const pieces: Words[] = [];
  for (let rest = t; rest !== '';) {
    const length = firstPiece(rest);
    pieces.push({ t: rest.slice(0, length), ...look });
    rest = rest.slice(length);
  }
  return pieces;
}

const looksLike = (one: Words, other: Words): boolean => one.s === other.s && one.u === other.u;

/** Neighbours of one look joined, long ones cut. */
export function tidied(words: readonly Words[]): Run[] {
  const joined: Words[] = [];
  for (const { t, s, u } of words) {
    const look = s === undefined || s === '' ? {} : { s };
    const run: Words = { t, ...look, ...(u === undefined ? {} : { u }) };
    const last = joined[joined.length - 1];
    if (last !== undefined && looksLike(last, run)) joined[joined.length - 1] = { ...last, t: last.t + t };
    else if (t !== '') joined.push(run);
  }
  const pieces = joined.flatMap(cut);
  const rest = pieces.splice(MOST_RUNS).map(({ t }) => t);
  if (rest.length > 0) pieces.push({ t: rest.join('') });
  return pieces.map((piece, k) => ({ k, ...piece }));
}

/** A text as it stands. */
export const plainLine = (text: string): TextLine => ({
  kind: 'text',
  runs: tidied([{ t: text }]),
});
