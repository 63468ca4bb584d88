/** Turns an icon's drawing into a CSS image that needs no network. */

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
    .replace(/"/g, "'");
  return `url("data:image/svg+xml,${drawing.replace(/[<>#%{}]/g, encodeURIComponent)}")`;
}
