/** Short names for the classes that sheets and markup of every package share. */
import ts from 'typescript';
import { nodesIn, parsed } from './edit';
import { nth } from './nth';

export type ClassNames = ReadonlyMap<string, string>;

/** In a selector; a sheet is shortened already, so that what follows a brace up to the next is a selector. */
const SELECTOR = /(?<=^|[{};])[^{};]*(?=\{)/g;
const CLASS = /(?<=\.)-?[a-zA-Z_][\w-]*/g;

/** `class`, `hover-class`, `t-class-icon`, … */
const ATTRIBUTE = /(?<=\s(?:[\w-]*-)?class(?:-[\w-]+)?=")[^"]*(?=")/g;

/** An expression in an attribute's value. */
const EXPRESSION = /(\{\{[\s\S]*?\}\})/;

/**
 * One short name for each class of our own sheets, the most used the shortest. A class keeps its name where anything else may
 * mean it: a text in a script or an expression, a name that is put together, what npm's components have.
 * @param sheets our own, shortened
 * @param markup our own
 * @param scripts our own and npm's
 */
export function shortClasses(
  sheets: readonly string[],
  markup: readonly string[],
  scripts: readonly string[],
): ClassNames {
  const uses = new Map<string, number>();
  const declared = sheets.flatMap((sheet) =>
    [...sheet.matchAll(SELECTOR)].flatMap(([selector]) => selector.match(CLASS) ?? []),
  );
  for (const name of declared) uses.set(name, (uses.get(name) ?? 0) + 1);
  const meant = markup.map(meantBy);
  for (const { words } of meant)
    for (const word of words) if (uses.has(word)) uses.set(word, (uses.get(word) ?? 0) + 1);
  const kept = new Set([...meant.flatMap(({ texts }) => texts), ...scripts.flatMap(writtenIn)]);
  const parts = [...meant.flatMap((one) => one.parts), ...[...kept].filter((word) => /^-|-$/.test(word))];
  const isComposed = (name: string): boolean =>
    parts.some((part) => name.startsWith(part) || name.endsWith(part));
  const names = [...uses].filter(([name]) => !kept.has(name) && !isComposed(name));
  names.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const taken = new Set([...uses.keys(), ...kept]);
  let at = 0;
  const free = (): string => {
    const name = nth(at);
    at += 1;
    return taken.has(name) ? free() : name;
  };
  return new Map(names.map(([name]) => [name, free()]));
}

export function classedSheet(sheet: string, names: ClassNames): string {
  return sheet.replace(SELECTOR, (selector) => selector.replace(CLASS, (name) => names.get(name) ?? name));
}

export function classedMarkup(text: string, names: ClassNames): string {
  const short = (piece: string): string =>
    EXPRESSION.test(piece) ? piece : piece.replace(/\S+/g, (word) => names.get(word) ?? word);
  return text.replace(ATTRIBUTE, (value) => value.split(EXPRESSION).map(short).join(''));
}

interface Meant {
  /** Classes that stand there as they are. */
  words: string[];
  /** What an expression goes on from, or goes on with. */
  parts: string[];
  /** Words of expressions, and of attributes that are no classes. */
  texts: string[];
}

function meantBy(markup: string): Meant {
  const meant: Meant = { words: [], parts: [], texts: saidIn(markup.replace(ATTRIBUTE, '')) };
  for (const [value] of markup.matchAll(ATTRIBUTE)) {
    const pieces = value.split(EXPRESSION);
    pieces.forEach((piece, at) => {
      if (EXPRESSION.test(piece)) {
        meant.texts.push(...quotedIn(piece).flatMap(wordsIn));
        return;
      }
      const [begins, ends] = [at > 0 && /^\S/.test(piece), at < pieces.length - 1 && /\S$/.test(piece)];
      const words = piece.match(/\S+/g) ?? [];
      words.forEach((word, index) => {
        const isPart = (begins && index === 0) || (ends && index === words.length - 1);
        (isPart ? meant.parts : meant.words).push(word);
      });
    });
  }
  return meant;
}

/** Words of the texts that markup holds: values of attributes, and in expressions what stands in quotes. */
function saidIn(markup: string): string[] {
  return [...markup.matchAll(/"([^"]*)"/g)].flatMap(([, value = '']) =>
    value
      .split(EXPRESSION)
      .flatMap((piece) => (EXPRESSION.test(piece) ? quotedIn(piece) : [piece]))
      .flatMap(wordsIn),
  );
}

function quotedIn(expression: string): string[] {
  return expression.match(/'[^']*'/g) ?? [];
}

/** Words of the texts that a script holds. */
function writtenIn(code: string): string[] {
  return [...nodesIn(parsed(code))].flatMap((node) =>
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
      ? wordsIn(node.text)
      : [],
  );
}

function wordsIn(text: string): string[] {
  return text.match(/-?[a-zA-Z_][\w-]*/g) ?? [];
}
