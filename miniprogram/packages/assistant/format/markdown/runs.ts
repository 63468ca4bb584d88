// What stands inside a line, out of marked's inline tokens.
import type { Token, Tokens } from 'marked';
import { tableOf } from '../../../../format/lookup';
import { tidied } from './line';
import type { Run, Words } from './line';

/** Named references that assistants write; the others are shown as they stand. */
const NAMED = tableOf<string>({
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  times: '×',
  yen: '¥',
});

/** marked leaves references by name to whoever writes HTML. */
const decoded = (text: string): string =>
  text.replace(/&(?:([a-z]{2,6})|#39);/g, (whole, name?: string) =>
    name === undefined ? "'" : (NAMED[name] ?? whole),
  );

/** Addresses that may be opened; any other link is its words alone. */
const OPENS = /^https?:\/\/[^\s]+$/i;

/** Emphasis within emphasis deeper than this looks the same. */
const DEEPEST = 8;

interface Look {
  s: string;
  u?: string;
}

const with_ = ({ s, u }: Look, letter: string): Look => ({
  s: s.split(' ').includes(letter)
    ? s
    : [...s.split(' ').filter((one) => one !== ''), letter].sort().join(' '),
  ...(u === undefined ? {} : { u }),
});

function linkLook(look: Look, href: string): Look {
  return OPENS.test(href) ? { ...with_(look, 'a'), u: href } : look;
}

function runsIn(tokens: readonly Token[], look: Look, depth: number): Words[] {
  return tokens.flatMap((token): Words[] => {
    const deeper = (next: Look, inner: Token[] | undefined, text: string): Words[] =>
      inner === undefined || depth >= DEEPEST
        ? [{ t: decoded(text), ...next }]
        : runsIn(inner, next, depth + 1);
    switch (token.type) {
      case 'strong':
        return deeper(with_(look, 'b'), token.tokens, (token as Tokens.Strong).text);
      case 'em':
        return deeper(with_(look, 'i'), token.tokens, (token as Tokens.Em).text);
      case 'del':
        return deeper(with_(look, 'd'), token.tokens, (token as Tokens.Del).text);
      case 'codespan':
        return [{ t: (token as Tokens.Codespan).text, ...with_(look, 'c') }];
      case 'br':
        return [{ t: '\n', ...look }];
      case 'link':
      case 'image': {
        const { href, text } = token as Tokens.Link;
        return deeper(linkLook(look, href), token.tokens, text);
      }
      case 'checkbox':
        return [];
      case 'html':
        return [{ t: token.raw, ...look }];
      default: {
        const { text = token.raw } = token as Partial<Tokens.Text>;
        return [{ t: decoded(text), ...look }];
      }
    }
  });
}

/** By the first token: a block that is read again has the same tokens as long as its text is the same. */
const known = new WeakMap<Token, { last: Token | undefined; runs: readonly Run[] }>();

/** @param tokens of a paragraph, a heading, a cell */
export function runsOf(tokens: readonly Token[]): readonly Run[] {
  const [first] = tokens;
  if (first === undefined) return [];
  const last = tokens[tokens.length - 1];
  const before = known.get(first);
  if (before !== undefined && before.last === last) return before.runs;
  const runs = tidied(runsIn(tokens, { s: '' }, 0));
  known.set(first, { last, runs });
  return runs;
}
