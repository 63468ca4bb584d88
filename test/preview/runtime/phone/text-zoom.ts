// The reader's text size as phones apply it that enlarge all text of a page, whether or not the program asks for it.

const SIZE = /(font-size\s*:\s*)([^;}!]+)/gi;
/** Sizes that follow another one, which is enlarged itself. */
const FOLLOWS = /^(?:inherit|initial|unset|[\d.]+(?:em|rem|%)|0)$/i;

/**
 * Enlarges the sizes of text in a sheet. Sizes that a `font` shorthand or a `style` gives stay.
 * @param factor of the normal size
 */
export function zoomText(css: string, factor: number): string {
  if (factor === 1) return css;
  return css.replace(SIZE, (whole, name: string, size: string) =>
    FOLLOWS.test(size.trim()) ? whole : `${name}calc((${size.trim()}) * ${factor})`,
  );
}
