// marked's lexer, asked for blocks and, once for each text inside of them, for what stands in it.
import { Lexer } from 'marked';
import type { Token } from 'marked';

export interface Lexed {
  tokens: Token[];
  /** It defines links that any block may name. */
  defines: boolean;
}

/** What stood in each text of the last reading: a block that grows at its end is read again, its older lines are not. */
export type KnownInside = Map<string, readonly Token[]>;

/**
 * @param text lines end in LF
 * @param known is replaced by what this reading knew
 * @throws RangeError and the like for a text that is nested too deep
 */
export function lex(text: string, known: KnownInside): Lexed {
  const lexer = new Lexer({ gfm: true });
  const tokens = lexer.blockTokens(text, lexer.tokens);
  const defines = Object.keys(lexer.tokens.links).length > 0;
  const before = defines ? new Map<string, readonly Token[]>() : new Map(known);
  known.clear();
  // The queue grows by nothing while it is worked off.
  for (const { src, tokens: into } of lexer.inlineQueue) {
    const found = before.get(src);
    lexer.state.inRawBlock = false;
    if (found === undefined) lexer.inlineTokens(src, into);
    else into.push(...found);
    known.set(src, found ?? [...into]);
  }
  return { tokens, defines };
}
