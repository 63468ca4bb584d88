// In WeChat the last of two equal attributes wins; glass-easel keeps the first. The earlier ones are blanked out, so that every
// position in the file stays what it was. So does one that has its old name. A line break in text moves what follows in its line.

const NAME = /[^\s"'<>/=]/;

/** What the first programs wrote, WeChat still reads it, and glass-easel does not. */
const OLD_NAMES: Readonly<Record<string, string>> = { 'wx:for-items': 'wx:for' };

/** Positions of the attributes of one start tag; `end` is where the tag closes. */
interface Attribute {
  /** As of today. */
  name: string;
  written: string;
  start: number;
  end: number;
}

function skipSpace(source: string, at: number): number {
  let i = at;
  while (i < source.length && /\s/.test(source.charAt(i))) i++;
  return i;
}

function readValue(source: string, at: number): number {
  const quote = source.charAt(at);
  if (quote === '"' || quote === "'") {
    const close = source.indexOf(quote, at + 1);
    return close < 0 ? source.length : close + 1;
  }
  let i = at;
  while (i < source.length && !/[\s>]/.test(source.charAt(i))) i++;
  return i;
}

function readAttributes(source: string, from: number): { attributes: Attribute[]; end: number } {
  const attributes: Attribute[] = [];
  let i = from;
  for (;;) {
    i = skipSpace(source, i);
    if (i >= source.length || source.charAt(i) === '>') return { attributes, end: i };
    if (!NAME.test(source.charAt(i))) {
      i++;
      continue;
    }
    const start = i;
    while (i < source.length && NAME.test(source.charAt(i))) i++;
    const written = source.slice(start, i);
    const equals = skipSpace(source, i);
    if (source.charAt(equals) === '=') i = readValue(source, skipSpace(source, equals + 1));
    attributes.push({ name: OLD_NAMES[written] ?? written, written, start, end: i });
  }
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** The attribute under its name of today, at the same place: what the name is shorter goes before it. */
function renamed(source: string, { name, written, start, end }: Attribute): string {
  return name.padStart(written.length) + source.slice(start + written.length, end);
}

/** Text of the tag's attributes with all but the last of each name blanked out. */
function keepLast(source: string, attributes: readonly Attribute[], from: number, end: number): string {
  const last = new Map(attributes.map((attribute) => [attribute.name, attribute]));
  let out = '';
  let at = from;
  for (const attribute of attributes) {
    const kept = last.get(attribute.name) === attribute;
    out += source.slice(at, attribute.start);
    out += kept ? renamed(source, attribute) : blank(source.slice(attribute.start, attribute.end));
    at = attribute.end;
  }
  return out + source.slice(at, end);
}

/** Where the text that starts at `from` ends: at a `<` that is in no `{{…}}`, or with the source. */
function textEnd(source: string, from: number): number {
  const tags = /\{\{[\s\S]*?\}\}|</g;
  tags.lastIndex = from;
  for (let match = tags.exec(source); match !== null; match = tags.exec(source))
    if (match[0] === '<') return match.index;
  return source.length;
}

/** In text between tags, a backslash and an n are a line break; in `{{…}}` strings have escapes of their own. */
const breakLines = (text: string): string =>
  text.replace(/\{\{[\s\S]*?\}\}|\\n/g, (found) => (found === '\\n' ? '&#10;' : found));

/** The template with line breaks in text read, duplicate attributes resolved and old names understood, as WeChat does. */
export function lastAttributeWins(source: string): string {
  let out = '';
  let at = 0;
  for (;;) {
    const open = textEnd(source, at);
    out += breakLines(source.slice(at, open));
    if (open === source.length) return out;
    const tag = /^<([\w-]+)/.exec(source.slice(open, open + 60))?.[1];
    if (tag === undefined) {
      const close = source.startsWith('<!--', open) ? source.indexOf('-->', open) : open;
      const next = close < 0 ? source.length : close + 1;
      out += source.slice(open, next);
      at = next;
      continue;
    }
    const from = open + tag.length + 1;
    const { attributes, end } = readAttributes(source, from);
    const body = tag === 'wxs' && source.charAt(end - 1) !== '/' ? source.indexOf('</wxs', end) : end;
    const next = body < 0 ? source.length : body;
    out += source.slice(open, from) + keepLast(source, attributes, from, end) + source.slice(end, next);
    at = next;
  }
}
