/** Turns an icon's drawing into a CSS image that needs no network. */

/**
 * @param svg source of `tdesign-icons-svg`, which writes `view-box` and sizes in em and so is no image by itself
 * @returns a CSS `url("data:…")`
 */
export function maskOf(svg: string): string {
  const drawing = svg
    .replace('view-box=', 'viewBox=')
    .replace(/ (?:id|class|width|height)="[^"]*"/g, '')
    .replace(/currentColor/g, '#000')
    .replace(/<g>([\s\S]*)<\/g>/, '$1')
    .replace(/><\/(?:path|circle|rect)>/g, '/>')
    .replace(/"/g, "'")
  return `url("data:image/svg+xml,${drawing.replace(/[<>#%{}]/g, encodeURIComponent)}")`
}
