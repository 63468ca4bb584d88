// Texts that would make a parser of markdown work for seconds, or build thousands of nodes. They are shown as they stand.

/** What opens something, more than 64 times in a row. */
const LONG_RUN = /([*_[(`~<!\\])\1{64}/;
/** More than 8 lists and quotes that begin on one line. */
const DEEP_LINE = /^[ \t]*(?:(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))[ \t]*){9}/m;
/** A list item that lies deeper than 8 others. */
const DEEP_ITEM = /^(?: {34}|\t{9})[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/m;
/** What opens something: to pair so many of them within one text takes squares of it. */
const OPENERS = ['[', '*', '_', '`', '~', '<', '!', '\\', '&'];
const MOST_OPENERS = 200;
const SHORT = 400;
/** Where another text may begin: an empty line, or one with a block's mark in front. */
const BREAK = /\n(?=[ \t]*(?:\n|[-+*>#|][ \t>#|-]|\d{1,9}[.)][ \t]))/;

function isCrowded(text: string): boolean {
  if (text.length < SHORT) return false;
  return OPENERS.some((opener) => text.split(opener).length > MOST_OPENERS);
}

/** Whether it is better not parsed. Judged text by text: what is added to harmless ones makes nothing before it harmful. */
export function isHostile(text: string): boolean {
  return (
    LONG_RUN.test(text) ||
    DEEP_LINE.test(text) ||
    DEEP_ITEM.test(text) ||
    (text.length >= SHORT && text.split(BREAK).some(isCrowded))
  );
}
