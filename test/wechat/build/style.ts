/** Shortens a style sheet for the upload, with the prefixes that the phones we serve still need and no others. */
import { transformSync } from 'esbuild';
import type { Lowered } from './lower';

/**
 * The oldest engines that the base library runs in (`limits.ts`). WeChat's own minifier has iOS 8 in mind and cannot be told
 * otherwise: `-webkit-flex` and its like are 16 KB.
 */
const TARGET = ['ios11', 'chrome67'];

/** @param text WXSS; `rpx` and imports stay as they are written */
export function shortened(text: string): Lowered {
  const { code, warnings } = transformSync(text, {
    loader: 'css',
    minify: true,
    target: TARGET,
    charset: 'utf8',
    logLevel: 'silent',
  });
  return {
    // WeChat's compilers know an import by the space after the word.
    code: code.trimEnd().replace(/@import"/g, '@import "'),
    faults: warnings.map(({ location, text: message }) => ({ line: location?.line ?? 0, message })),
  };
}
