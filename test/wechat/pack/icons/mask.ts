/** Turns an icon's drawing into a CSS image that needs no network. */

/** Of 24 units: an emblem of 72 px is off by a seventh of a pixel at most. */
const DECIMALS = 1;

/** What a drawing says of each of its lines, said once for all of them. */
const COMMON = ['stroke', 'stroke-linecap', 'stroke-linejoin', 'stroke-width'];

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
    // A mask asks how opaque it is, not for its colour; this one is no word of CSS that must be escaped.
    .replace(/currentColor/g, 'red')
    .replace(/ clip-rule="[^"]*"/g, '')
    .replace(/><\/(?:path|circle|rect)>/g, '/>')
    .replace(/(?<= d=")[^"]*/g, (path) => path.replace(/M[^M]*/g, rounded))
    .replace(/"/g, "'");
  return `url("data:image/svg+xml,${hoisted(drawing).replace(/[#%{}]/g, encodeURIComponent)}")`;
}

/** A dot is a square of 0.004, which the line's width makes visible: it stays as it is. */
function rounded(part: string): string {
  const round = (figure: string): string => String(Number(Number(figure).toFixed(DECIMALS)));
  const figures = part.match(/\d+(\.\d+)?/g) ?? [];
  if (new Set(figures.map(round)).size < 3)
    return part.replace(/\d+\.\d{4,}/g, (figure) => Number(figure).toFixed(3));
  return part.replace(/\d+\.\d+/g, round);
}

/** Puts what all shapes of a drawing say alike on the drawing itself. */
function hoisted(drawing: string): string {
  const shapes = drawing.match(/<(?:path|circle|rect)\b[^>]*>/g) ?? [];
  return COMMON.reduce((text, name) => {
    const said = shapes.map((shape) => new RegExp(` ${name}='[^']*'`).exec(shape)?.[0]);
    const [first] = said;
    if (first === undefined || shapes.length < 2 || said.some((one) => one !== first)) return text;
    return text.replaceAll(first, '').replace('<svg', `<svg${first}`);
  }, drawing);
}
