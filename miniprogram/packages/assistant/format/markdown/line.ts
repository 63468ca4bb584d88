// An answer as it is drawn: a list of lines, each with what is said in it. What markdown nests is flat here (lists, quotes):
// a page draws it without recursion, and a line that is finished is never touched again.

/** A stretch of text in one look. */
export interface Run {
  /** Its place in its line. */
  k: number;
  /** Text. */
  t: string;
  /** Look, letters with spaces between: `b` strong, `i` emphasis, `c` code, `d` struck out, `a` link. */
  s: string;
  /** Where a link leads; absent elsewhere. */
  u?: string;
}

export type Align = 'left' | 'center' | 'right';

interface Common {
  /** How deep in lists it lies, 0-8. */
  depth: number;
  /** How deep in quotes, 0-8. */
  quote: number;
  /** Before the text: `1.`, `•`, `☑`; empty on a line that goes on. */
  mark: string;
}

export interface TextLine extends Common {
  kind: 'text' | 'head' | 'code';
  /** Of a heading, 1-6; 0 elsewhere. */
  level: number;
  runs: readonly Run[];
}

export interface RuleLine extends Common {
  kind: 'rule';
}

/** `k`: the place in its table, or its row. */
export interface TableRow {
  k: number;
  cells: readonly { k: number; runs: readonly Run[] }[];
}

export interface TableLine extends Common {
  kind: 'table';
  aligns: readonly Align[];
  /** The first one is the head. */
  rows: readonly TableRow[];
}

export type Line = TextLine | RuleLine | TableLine;

/** Longer runs are cut, so that what is added to a text costs the end of it alone. */
const PIECE = 96;
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
    const run: Words = u === undefined ? { t, s } : { t, s, u };
    const last = joined[joined.length - 1];
    if (last !== undefined && looksLike(last, run)) joined[joined.length - 1] = { ...last, t: last.t + t };
    else if (t !== '') joined.push(run);
  }
  const pieces = joined.flatMap(cut);
  const rest = pieces.splice(MOST_RUNS).map(({ t }) => t);
  if (rest.length > 0) pieces.push({ t: rest.join(''), s: '' });
  return pieces.map((piece, k) => ({ k, ...piece }));
}

/** A text as it stands. */
export const plainLine = (text: string): TextLine => ({
  ...{ kind: 'text', depth: 0, quote: 0, mark: '', level: 0 },
  runs: tidied([{ t: text, s: '' }]),
});
