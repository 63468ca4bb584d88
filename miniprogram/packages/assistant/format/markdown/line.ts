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

/** To the right, or in the middle. */
export type Align = 'r' | 'c';

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
  /** Absent on the left. */
  a?: Align;
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
  if (text.length <= PIECE) return text.length;
  const seam = text.slice(PIECE - 1).search(SEAM);
  return seam < 0 ? text.length : PIECE + seam;
}

/** A run before it has its place. */
export type Words = Omit<Run, 'k'>;

function runOf(k: number, t: string, s: string | undefined, u: string | undefined): Run {
  const run: Run = { k, t };
  if (s !== undefined && s !== '') run.s = s;
  if (u !== undefined) run.u = u;
  return run;
}

/** Adds a text in its pieces. */
function addTo(runs: Run[], text: string, s: string | undefined, u: string | undefined): void {
  for (let rest = text; rest !== '';) {
    const length = firstPiece(rest);
    runs.push(runOf(runs.length, rest.slice(0, length), s, u));
    rest = rest.slice(length);
  }
}

/** Neighbours of one look joined, long ones cut. */
export function tidied(words: readonly Words[]): Run[] {
  const runs: Run[] = [];
  let text = '';
  let [look, link]: [string | undefined, string | undefined] = [undefined, undefined];
  for (const { t, s, u } of words) {
    if ((s ?? '') !== (look ?? '') || u !== link) {
      addTo(runs, text, look, link);
      text = '';
      [look, link] = [s, u];
    }
    text += t;
  }
  addTo(runs, text, look, link);
  if (runs.length <= MOST_RUNS) return runs;
  const rest = runs.splice(MOST_RUNS).map(({ t }) => t);
  return [...runs, { k: MOST_RUNS, t: rest.join('') }];
}

/** Runs of which the last one is plain, with more behind it. */
export function lengthened(runs: readonly Run[], more: string): readonly Run[] {
  const last = runs[runs.length - 1];
  if (last === undefined || runs.length > MOST_RUNS) return tidied([...runs, { t: more }]);
  const longer = runs.slice(0, -1);
  addTo(longer, last.t + more, last.s, last.u);
  return longer;
}

/** A text as it stands. */
export const plainLine = (text: string): TextLine => ({
  kind: 'text',
  runs: tidied([{ t: text }]),
});
