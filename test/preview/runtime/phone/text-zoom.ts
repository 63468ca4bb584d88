// The reader's text size as phones apply it that enlarge all text of a page, whether or not the program asks for it.

const SIZE = /((?<![\w-])font-size\s*:\s*)([^;}!]+)/gi;
/** The size in a `font`, which stands before a slash, there or in a property of one's own that is named for it. */
const SHORTHAND = /((?:[;{\s]|^)(?:--[\w-]*)?font\s*:[^;}/]*?)(var\([^()]*\)|[\d.]+(?:px|rpx))(\s*\/)/gi;
/** Sizes that follow another one, which is enlarged itself. */
const FOLLOWS = /^(?:inherit|initial|unset|[\d.]+(?:em|rem|%)|0)$/i;

/**
 * Enlarges the sizes of text in a sheet. Sizes in a `font` without a line height or in a `style` stay.
 * @param factor of the normal size
 */
export function zoomText(css: string, factor: number): string {
  if (factor === 1) return css;
  return css
    .replace(SIZE, (whole, name: string, size: string) =>
      FOLLOWS.test(size.trim()) ? whole : `${name}calc((${size.trim()}) * ${factor})`,
    )
    .replace(
      SHORTHAND,
      (_, before: string, size: string, slash: string) => `${before}calc(${size} * ${factor})${slash}`,
    );
}
