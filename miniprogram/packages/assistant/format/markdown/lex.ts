// marked's lexer, asked for blocks and, once for each text inside of them, for what stands in it.
import { Lexer } from 'marked';
import type { Token } from 'marked';

export interface Lexed {
  tokens: Token[];
  /** It defines links that any block may name. */
  defines: boolean;
  /** The last text in which something may stand; empty where there is none. */
  ending: string;
}

/** What stood in each text of the last reading: a block that grows at its end is read again, its older lines are not. */
export interface KnownInside {
  texts: ReadonlyMap<string, readonly Token[]>;
}

/**
 * @param text lines end in LF
 * @param known is told what this reading knew
 * @throws RangeError and the like for a text that is nested too deep
 */
export function lex(text: string, known: KnownInside = { texts: new Map() }): Lexed {
  const lexer = new Lexer({ gfm: true });
  const tokens = lexer.blockTokens(text, lexer.tokens);
  const defines = Object.keys(lexer.tokens.links).length > 0;
  const texts = new Map<string, readonly Token[]>();
  // The queue grows by nothing while it is worked off.
  for (const { src, tokens: into } of lexer.inlineQueue) {
    const found = defines ? undefined : known.texts.get(src);
    lexer.state.inRawBlock = false;
    if (found === undefined) lexer.inlineTokens(src, into);
    else into.push(...found);
    texts.set(src, into);
  }
  known.texts = texts;
  return { tokens, defines, ending: lexer.inlineQueue[lexer.inlineQueue.length - 1]?.src ?? '' };
}

/** What stands in one text. */
export function lexInside(text: string): Token[] {
  return new Lexer({ gfm: true }).inlineTokens(text);
}
