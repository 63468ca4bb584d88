// rpx → px as WeChat's view layer does it: scaled, floored, and never rounded to nothing.

const LENGTH = /([+-]?(?:\d*\.)?\d+)rpx\b/gi;

/**
 * @param value length in rpx (750 to the window's width)
 * @param width window width in CSS px
 * @param pixelRatio of the device; decides what the thinnest line is
 */
export function rpxToPx(value: number, width: number, pixelRatio: number): number {
  if (value === 0) return 0;
  const px = Math.floor((value * width) / 750 + 1e-4);
  if (px !== 0) return px;
  return pixelRatio === 1 ? 1 : 0.5;
}

const widths = new WeakMap<Window, number>();

/**
 * Tells the width of a page's window in CSS px, which is then not asked for: for an answer the browser lays out all that has
 * come since, and a page that is being built asks often.
 */
export const setWidth = (view: Window, width: number): void => void widths.set(view, width);

/** The window has another width, or may have. */
export const forgetWidth = (view: Window): void => void widths.delete(view);

/** Whether a text has lengths that depend on the window. */
export const hasRpx = (text: string): boolean => /rpx/i.test(text);

/** What lengths in rpx depend on, in this window. */
export const widthOf = (view: Window): number => widths.get(view) ?? view.innerWidth;

/** As `replaceRpx`, for this window. */
export const rpxOf = (text: string, view: Window): string =>
  hasRpx(text) ? replaceRpx(text, widthOf(view), view.devicePixelRatio) : text;

/** Converts every rpx length in a sheet or a `style` value. */
export function replaceRpx(text: string, width: number, pixelRatio: number): string {
  return text.replace(LENGTH, (_, value: string) => `${rpxToPx(Number(value), width, pixelRatio)}px`);
}
