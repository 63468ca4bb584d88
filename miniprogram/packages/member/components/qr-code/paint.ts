// Draws a QR on a canvas, or the words that stand in its place: always dark on white, whatever the theme, because
// scanners at counters want it so.
import { encode } from 'uqr';

/** Light margin that a scanner needs around the code, in modules. */
export const QUIET_MODULES = 4;
const DARK = '#101828';
const LIGHT = '#ffffff';
const FAINT = '#e9eef0';
/** The page's own: a bare `sans-serif` has no Chinese everywhere. */
const FAMILY = '"PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif';
const WORDS = '#3d4a52';

/** The part of a 2D context in use. */
export interface Brush {
  fillStyle: string;
  font: string;
  textAlign: string;
  textBaseline: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
}

/**
 * Fills a square canvas with the code of `content`.
 * @param side of the canvas, in device pixels; every module is a whole number of them, so that edges stay sharp
 */
export function paintQr(brush: Brush, side: number, content: string): void {
  // The least correction the size needs gives the largest modules; what room is left is then spent on correction.
  const { data, size } = encode(content, { ecc: 'L', boostEcc: true, border: QUIET_MODULES });
  const module = Math.max(1, Math.floor(side / size));
  const start = Math.floor((side - module * size) / 2);
  fill(brush, LIGHT, side);
  brush.fillStyle = DARK;
  data.forEach((row, y) => {
    for (const [from, to] of runs(row)) {
      brush.fillRect(start + from * module, start + y * module, (to - from) * module, module);
    }
  });
}

/** Neighbouring dark modules as one rectangle each: a tenth of the drawing calls. */
function runs(row: readonly boolean[]): [from: number, to: number][] {
  const found: [number, number][] = [];
  let from = -1;
  for (let x = 0; x <= row.length; x += 1) {
    const dark = row[x] === true;
    if (dark && from < 0) from = x;
    if (!dark && from >= 0) {
      found.push([from, x]);
      from = -1;
    }
  }
  return found;
}

/**
 * Fills the canvas with a veil and words: the state is drawn where the code was, so no code is left beneath it.
 * @param unit device pixels per CSS pixel
 */
export function paintNote(brush: Brush, side: number, unit: number, title: string, text: string): void {
  fill(brush, LIGHT, side);
  brush.fillStyle = FAINT;
  const module = side / 29;
  // The three corners that say "a code belongs here", too faint to be found by a scanner.
  for (const [x, y] of [
    [3, 3],
    [19, 3],
    [3, 19],
  ] as const) {
    brush.fillRect(x * module, y * module, 7 * module, 7 * module);
  }
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  const lines = [
    { words: title, size: 18, colour: DARK },
    { words: text, size: 13, colour: WORDS },
  ].filter(({ words }) => words !== '');
  const middle = side / 2;
  lines.forEach(({ words, size, colour }, place) => {
    brush.font = `${size * unit}px ${FAMILY}`;
    const y = middle + (place - (lines.length - 1) / 2) * 28 * unit;
    // A band of white keeps the words readable over the corners.
    brush.fillStyle = LIGHT;
    brush.fillRect(0, y - 14 * unit, side, 28 * unit);
    brush.fillStyle = colour;
    brush.fillText(words, middle, y);
  });
}

function fill(brush: Brush, colour: string, side: number): void {
  brush.fillStyle = colour;
  brush.fillRect(0, 0, side, side);
}
