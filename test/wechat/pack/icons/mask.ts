/**
 * Turns the drawings of icons into one CSS image that needs no network. One for all: an engine opens a document for each
 * image of this kind, on every page, and that takes longer than a page's text.
 */

/** Of a drawing, units. */
const SIZE = 24;
/** Of 24 units: an emblem of 72 px is off by a seventh of a pixel at most. */
const DECIMALS = 1;

/** What most drawings say of their lines, said once for all of them; and what a line is otherwise. */
const USUAL = { 'stroke-linecap': ['square', 'butt'], 'stroke-width': ['2', '1'] } as const;
/** What a drawing says of each of its lines, said once for all of them. */
const COMMON = ['stroke', 'stroke-linecap', 'stroke-linejoin', 'stroke-width'];

/** Of the places for drawings in the image; twice as many boxes and one, since as much is empty after each of them. */
const PLACES = 100;
/** From one drawing to the next, units. */
const STEP = 2 * SIZE;

/**
 * A drawing's place in the image, as a position of a mask that is as wide as its box. A share and no length: engines round
 * the size of an image to whole pixels, and what stands far below would be off by all of them together.
 */
export const placeOf = (index: number): string => `0 ${(index * 100) / PLACES}%`;
/** Where nothing is drawn. */
export const EMPTY_PLACE = placeOf(0.5);

/**
 * @param svgs sources of `tdesign-icons-svg`, which writes `view-box` and sizes in em and so is no image by itself
 * @returns a CSS `url("data:…")` that has them one below the other, by `placeOf`
 */
export function maskOf(svgs: readonly string[]): string {
  const drawings = svgs.map((svg, index) => {
    const drawing = hoisted(drawingIn(svg));
    return drawing
      .replace(/^<svg([^>]*)>/, `<g transform='translate(0 ${index * STEP})'$1>`)
      .replace(/<\/svg>$/, '</g>');
  });
  if (svgs.length > PLACES)
    throw new RangeError(`${svgs.length} icons: there are ${PLACES} places in the image`);
  const height = PLACES * STEP + SIZE;
  const image = `<svg xmlns='http://www.w3.org/2000/svg' width='${SIZE}' height='${height}' fill='none' stroke-width='2' stroke-linecap='square'>${drawings.join('')}</svg>`;
  return `url("data:image/svg+xml,${image.replace(/[#%{}]/g, encodeURIComponent)}")`;
}

/** What an icon draws, in as few letters as it can be said. */
function drawingIn(svg: string): string {
  return (
    svg
      .trim()
      .replace(/<(path|circle|rect) [^>]*fill="transparent"[^>]*><\/\1>/g, '')
      .replace(/<defs>.*?<\/defs>|<\/?g\b[^>]*>/gs, '')
      .replace(/ (?:id|class|width|height)="[^"]*"/g, '')
      // A mask asks how opaque it is, not for its colour; this one is no word of CSS that must be escaped.
      .replace(/currentColor/g, 'red')
      .replace(/ clip-rule="[^"]*"/g, '')
      // What the image says for all of them.
      .replace(/^<svg[^>]*>/, (root) => root.replace(/ (?:xmlns|view-box)="[^"]*"| fill="none"/g, ''))
      .replace(/><\/(?:path|circle|rect)>/g, '/>')
      .replace(/(?<= d=")[^"]*/g, (path) => path.replace(/M[^M]*/g, rounded))
      .replace(/"/g, "'")
      .replace(/<(?:path|circle|rect)\b[^>]* stroke='[^>]*>/g, unlikeUsual)
  );
}

/** Of a line, what is as usual goes, and what is not said is. */
function unlikeUsual(shape: string): string {
  return Object.entries(USUAL).reduce((text, [name, [usual, otherwise]]) => {
    if (!text.includes(` ${name}='`)) return text.replace(/\/?>$/, (end) => ` ${name}='${otherwise}'${end}`);
    return text.replace(` ${name}='${usual}'`, '');
  }, shape);
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
