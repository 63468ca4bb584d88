// The storm as a small SVG: attempts per second, ours against retries at a fixed interval.

const WIDTH = 720;
const HEIGHT = 240;
const LEFT = 64;
const BOTTOM = 28;
const TOP = 36;

export interface Line {
  label: string;
  color: string;
  values: readonly number[];
}

/**
 * @param seconds how much of the time is shown
 * @param top the highest value shown; higher ones are cut off there, and the legend says how high the line goes
 */
export function picture(title: string, lines: readonly Line[], seconds: number, top: number): string {
  const x = (second: number) => (LEFT + (second / seconds) * (WIDTH - LEFT - 16)).toFixed(1);
  const y = (value: number) =>
    (HEIGHT - BOTTOM - (Math.min(value, top) / top) * (HEIGHT - BOTTOM - TOP)).toFixed(1);
  const drawn = lines.map(({ color, values }) => {
    const points = values.slice(0, seconds + 1).map((value, second) => `${x(second)},${y(value)}`);
    return `<polyline fill="none" stroke="${color}" stroke-width="1.5" points="${points.join(' ')}"/>`;
  });
  const legend = lines.map(
    ({ label, color, values }, index) =>
      `<text x="${WIDTH - 24}" y="${TOP + 14 + index * 16}" text-anchor="end" fill="${color}">` +
      `${label}: at most ${Math.max(...values)}</text>`,
  );
  const ticks = [0, seconds / 2, seconds].map(
    (second) => `<text x="${x(second)}" y="${HEIGHT - 10}" text-anchor="middle">${second} s</text>`,
  );
  const scale = [0, top / 2, top].map(
    (value) =>
      `<text x="${LEFT - 6}" y="${y(value)}" text-anchor="end">${value}</text>` +
      `<path d="M${LEFT} ${y(value)}H${WIDTH - 16}" stroke="#8884" fill="none"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11" fill="#667">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${LEFT}" y="20" font-size="13">${title}</text>`,
    ...scale,
    ...ticks,
    ...drawn,
    ...legend,
    '</svg>',
    '',
  ].join('\n');
}
