/** Turns an icon's drawing into a CSS image that needs no network. */

/** Of 24 units; less would make nothing of the dots that are squares of 0.004. */
const DECIMALS = 3;

/**
 * @param svg source of `tdesign-icons-svg`, which writes `view-box` and sizes in em and so is no image by itself
 * @returns a CSS `url("data:…")`
 */
export function maskOf(svg: string): string {
  const drawing = svg
    .replace('view-box=', 'viewBox=')
    .replace(/<path [^>]*fill="transparent"[^>]*><\/path>/g, '')
    .replace(/<defs>.*?<\/defs>|<\/?g\b[^>]*>/gs, '')
    .replace(/ (?:id|class|width|height)="[^"]*"/g, '')
    .replace(/currentColor/g, '#000')
    .replace(/><\/(?:path|circle|rect)>/g, '/>')
    .replace(/\d+\.\d{4,}/g, (figure) => String(Number(Number(figure).toFixed(DECIMALS))))
    .replace(/"/g, "'");
  return `url("data:image/svg+xml,${drawing.replace(/[<>#%{}]/g, encodeURIComponent)}")`;
}
