// An answer as it is written: text comes in pieces, lines are read off at any time. What is finished is parsed once and
// stays the same object; at the end the lines are those of the whole text, however it was cut.
import { isHostile } from './guard';
import { lex, lexInside } from './lex';
import type { KnownInside, Lexed } from './lex';
import { lengthened, plainLine } from './line';
import type { Line, TextLine } from './line';
import { linesOf } from './lines';
import { runsOf } from './runs';

/** Within a line nothing of markdown begins or ends in it, but for addresses; those wait for the next parsing. */
const HARMLESS = /^[^\n\t!#&*<>@[\\\]_`|~]+$/;
/** An end of more letters is parsed again only once it has grown by a quarter. */
const LONG = 2_000;
/** So many letters of a line say what it is: an item, a heading, a row. */
const SETTLED = 8;
/** Fewer letters than these may wait for the next ones. */
const FEW = 64;
/** A longer answer is shown as it stands. */
const LONGEST = 60_000;
/** May yet become the number of the next item of the list before it. */
const MAYBE_ITEM = /^\s*\d{1,9}\s*$/;

type Blocks = Lexed['tokens'];

/** So much of a whole text is read at a time: what has too many lines is not parsed to its end. */
const PART = 2_000;

/** The lines of a whole text. */
export function answerLines(text: string): readonly Line[] {
  const answer = new AnswerText();
  for (let at = 0; at < text.length; at += PART) {
    answer.push(text.slice(at, at + PART));
    if (text.length > PART) answer.read();
  }
  answer.end();
  return answer.lines;
}

export class AnswerText {
  /** All that came. */
  text = '';
  private finished: readonly Line[] = [];
  private open: readonly Line[] = [];
  /** What is not finished. */
  private tail = '';
  /** The end of `tail` that is not in `open` yet. */
  private fresh = '';
  private parsed = 0;
  /** The text of the last open line, as it was written. */
  private ending = '';
  private isHeld = false;
  private isEnded = false;
  /** The lines are those of the whole text. */
  private isSettled = false;
  private defines = false;
  /** It is shown as it stands: from here on, or all of it. */
  private isPlain = false;
  private readonly known: KnownInside = { texts: new Map() };

  push(piece: string): void {
    // A CR at the end may be half of a line's end.
    const whole = (this.heldCr + piece).replace(/\r\n/g, '\n');
    this.heldCr = whole.endsWith('\r') ? '\r' : '';
    this.take(whole.slice(0, whole.length - this.heldCr.length).replace(/\r/g, '\n'));
  }
  private heldCr = '';

  private take(text: string): void {
    this.text += text;
    this.tail += text;
    this.fresh += text;
  }

  /** Nothing more comes: what was guessed is settled. */
  end(): void {
    if (this.heldCr !== '') this.take('\n');
    this.heldCr = '';
    this.isEnded = true;
  }

  /** The lines of what came so far; those that are finished are the same objects each time. */
  get lines(): readonly Line[] {
    this.read();
    return this.open.length === 0 ? this.finished : this.finished.concat(this.open);
  }

  /** Takes what came since into the lines. */
  read(): void {
    const { fresh } = this;
    if (fresh === '' && this.isEnded === this.isSettled) return;
    const isGuessed = !this.isEnded && !this.isPlain && this.mayGuess(fresh);
    if (!isGuessed && this.mayHold(fresh)) return;
    this.fresh = '';
    this.isSettled = this.isEnded;
    if (this.isPlain) this.open = [plainLine(this.tail)];
    else if (this.text.length > LONGEST || isHostile(this.tail)) this.giveUp();
    else if (isGuessed) this.guess(fresh);
    else this.parse();
  }

  /** A few letters of a new line wait for the next ones, once: to parse for them alone is most of what an answer costs. */
  private mayHold(fresh: string): boolean {
    const isFew = fresh.length < FEW && fresh.includes('\n') && this.open.length > 0;
    this.isHeld = isFew && !this.isHeld && !this.isEnded;
    return this.isHeld;
  }

  /** Everything, from the first letter on. */
  private giveUp(): void {
    this.isPlain = true;
    this.finished = [];
    this.tail = this.text;
    this.open = [plainLine(this.text)];
  }

  /** Letters that go on within a line change that line alone; a long end is not parsed again for each of its pieces. */
  private mayGuess(fresh: string): boolean {
    const last = this.open[this.open.length - 1];
    if (last === undefined || !('runs' in last) || last.runs.length === 0) return false;
    if (this.tail.length > LONG && this.tail.length < this.parsed * 1.25) return true;
    if (last.kind === 'code' || fresh.includes('\n')) return false;
    const before = this.tail.slice(0, this.tail.length - fresh.length);
    // What a line is may be open until it has a few letters.
    const isBegun = before.length - before.lastIndexOf('\n') > SETTLED;
    return isBegun && this.ending !== '' && before.endsWith(this.ending);
  }

  private guess(fresh: string): void {
    const last = this.open[this.open.length - 1] as TextLine;
    const isHarmless = HARMLESS.test(fresh) && last.runs[last.runs.length - 1]?.s === undefined;
    this.ending += fresh;
    const isLong = this.tail.length > LONG;
    const runs = isHarmless || isLong ? lengthened(last.runs, fresh) : runsOf(lexInside(this.ending));
    this.open = [...this.open.slice(0, -1), { ...last, runs }];
  }

  private parse(): void {
    try {
      this.parsed = this.tail.length;
      const { tokens, defines, ending } = lex(this.tail, this.known);
      this.ending = ending;
      this.defines ||= defines;
      // A link may be named long before it is defined: once, at the end, all of it is read together.
      if (this.isEnded && this.defines && this.tail !== this.text) return this.parseAll();
      const done = this.isEnded ? 0 : finishedOf(tokens, this.tail);
      this.draw(tokens, done);
    } catch (error) {
      // Nested deeper than the parser's stack.
      if (!(error instanceof Error)) throw error;
      this.giveUp();
    }
  }

  private parseAll(): void {
    this.finished = [];
    this.tail = this.text;
    this.draw(lex(this.text).tokens, 0);
  }

  private draw(tokens: Blocks, done: number): void {
    const before = linesOf(tokens.slice(0, done), this.finished.length);
    const after = linesOf(tokens.slice(done), this.finished.length + before.lines.length);
    if (before.from !== undefined || after.from !== undefined) {
      const all = linesOf(tokens, this.finished.length);
      const from = all.from ?? 0;
      this.finished = [...this.finished, ...all.lines.slice(0, -1)];
      this.open = all.lines.slice(-1);
      this.tail = this.tail.slice(lengthOf(tokens.slice(0, from)));
      this.isPlain = true;
      return;
    }
    this.finished = before.lines.length === 0 ? this.finished : this.finished.concat(before.lines);
    this.open = after.lines;
    this.tail = this.tail.slice(lengthOf(tokens.slice(0, done)));
  }
}

const lengthOf = (tokens: Blocks): number => tokens.reduce((sum, { raw }) => sum + raw.length, 0);

/**
 * How many of the first tokens nothing that follows can change: all before the last block where an empty line parts it from
 * them, else all before the last two.
 */
function finishedOf(tokens: Blocks, text: string): number {
  const blocks = tokens.flatMap(({ type }, at) => (type === 'space' ? [] : at));
  const last = blocks[blocks.length - 1] ?? 0;
  const before = blocks[blocks.length - 2] ?? 0;
  const isApart = last - before > 1 && !MAYBE_ITEM.test(tokens[last]?.raw ?? '');
  const count = isApart ? last : before;
  const raw = tokens.slice(0, count).map((token) => token.raw);
  // Where the tokens do not add up to the text, it is not cut.
  return text.startsWith(raw.join('')) ? count : 0;
}
