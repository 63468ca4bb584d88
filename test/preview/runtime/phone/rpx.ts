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

/** Converts every rpx length in a sheet or a `style` value. */
export function replaceRpx(text: string, width: number, pixelRatio: number): string {
  if (!/rpx/i.test(text)) return text;
  return text.replace(LENGTH, (_, value: string) => `${rpxToPx(Number(value), width, pixelRatio)}px`);
}
