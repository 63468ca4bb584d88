// The project's papers as data: what is in backticks, where links lead, which commands are named.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from './files';

export interface Doc {
  /** From the repository's root. */
  file: string;
  lines: string[];
}

export interface Word {
  word: string;
  /** `README.md:12` */
  at: string;
}

/** README, everything in docs/, and the README of each program of its own below test/. */
export function docsOf(root: string): Doc[] {
  const files = [...filesBelow(root, 'docs'), ...filesBelow(root, 'test')].filter((file) =>
    /^docs\/[^/]+\.md$|^test\/[^/]+\/README\.md$/.test(file),
  );
  return ['README.md', ...files].map((file) => ({
    file,
    lines: readFileSync(path.join(root, file), 'utf8').split('\n'),
  }));
}

/** Each match of an expression, with what its first group found (or all of it). */
export const wordsOf = (docs: readonly Doc[], pattern: RegExp): Word[] =>
  docs.flatMap(({ file, lines }) =>
    lines.flatMap((line, index) =>
      [...line.matchAll(pattern)].map((found) => ({
        word: found[1] ?? found[0],
        at: `${file}:${index + 1}`,
      })),
    ),
  );

/** What stands in backticks; a block of code is a span a line. */
export function spansOf(docs: readonly Doc[]): Word[] {
  return docs.flatMap(({ file, lines }) => {
    let isCode = false;
    return lines.flatMap((line, index) => {
      const at = `${file}:${index + 1}`;
      if (line.startsWith('```')) {
        isCode = !isCode;
        return [];
      }
      if (isCode) return [{ word: line.trim(), at }];
      return [...line.matchAll(/`([^`]+)`/g)].map(([, word = '']) => ({ word, at }));
    });
  });
}

/** `{ts,wxml}` written out. */
export function spread(word: string): string[] {
  const [whole, before = '', inside = '', after = ''] = /^([^{]*)\{([^{}]*)\}(.*)$/.exec(word) ?? [];
  if (whole === undefined) return [word];
  return inside.split(',').flatMap((one) => spread(`${before}${one}${after}`));
}

/** As GitHub makes the anchor of a heading. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

export const anchorsIn = ({ lines }: Doc): string[] =>
  lines.flatMap((line) => /^#+ (.*)$/.exec(line)?.[1] ?? []).map(anchorOf);
