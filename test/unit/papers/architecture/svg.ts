// Pieces of a picture: text, boxes, lines. All colours are variables, so that one file serves light and dark.

export type Attributes = Record<string, string | number>;

const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

/** One element; whole numbers and halves only, so that the file reads well. */
export function tag(name: string, attributes: Attributes, inside = ''): string {
  const words = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return inside === '' ? `<${name}${words.join('')}/>` : `<${name}${words.join('')}>${inside}</${name}>`;
}

/** @param kind classes of the style below */
export const text = (kind: string, x: number, y: number, words: string, more: Attributes = {}): string =>
  tag('text', { class: kind, x, y, ...more }, escaped(words));

export const box = (kind: string, x: number, y: number, width: number, height: number, rx = 6): string =>
  tag('rect', { class: kind, x, y, width, height, rx });

export const line = (kind: string, points: readonly (readonly [x: number, y: number])[]): string =>
  tag('path', { class: kind, d: points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('') });

/** An arrow's head at its end. */
export function head(kind: string, x: number, y: number, to: 'left' | 'right' | 'up' | 'down'): string {
  const [dx, dy] = { left: [1, 0], right: [-1, 0], up: [0, 1], down: [0, -1] }[to];
  const [a = 0, b = 0] = [dx, dy];
  const corner = (side: number): string => `${x + a * 8 + b * side} ${y + b * 8 + a * side}`;
  return tag('path', { class: kind, d: `M${x} ${y}L${corner(4.5)}L${corner(-4.5)}Z` });
}

export const dot = (kind: string, x: number, y: number, r = 4): string =>
  tag('circle', { class: kind, cx: x, cy: y, r });

/** Colours of lines, by class; light and dark. */
const HUES = {
  compose: ['#0969da', '#58a6ff'],
  stores: ['#8250df', '#bc8cff'],
  realtime: ['#bf3989', '#f778ba'],
  api: ['#bc4c00', '#f0883e'],
  platform: ['#8a6d00', '#d9a521'],
  format: ['#1a7f37', '#56d364'],
} as const;
export type Hue = keyof typeof HUES;

const paints = (at: 0 | 1): string =>
  Object.entries(HUES)
    .map(([name, pair]) => `--${name}:${pair[at]}`)
    .join(';');

const STYLE = `
:root{--paper:#fff;--ink:#1f2328;--quiet:#59636e;--edge:#d1d9e0;--room:#f6f8fa;--floor:#fbfcfd;--wall:#424a53;--bar:#afb8c1;${paints(0)}}
@media (prefers-color-scheme:dark){:root{--paper:#0d1117;--ink:#e6edf3;--quiet:#9198a1;--edge:#3d444d;--room:#1c2128;--floor:#12171e;--wall:#b7bfc8;--bar:#57606a;${paints(1)}}}
text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--ink);font-size:13px}
.title{font-size:22px;font-weight:650}
.part{font-size:15px;font-weight:650}
.name{font-weight:600}
.quiet,.quiet-end,.quiet-middle,.count{fill:var(--quiet);font-size:11.5px}
.quiet-end,.count-end{text-anchor:end}
.middle{text-anchor:middle}
.quiet-middle,.name-middle{text-anchor:middle}
.name-middle{font-weight:600}
.code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:12px}
.count{font-size:11px;font-variant-numeric:tabular-nums;paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.figure{font-variant-numeric:tabular-nums;font-size:12px}
.paper{fill:var(--paper)}
.floor{fill:var(--floor)}
.room{fill:var(--room);stroke:var(--edge)}
.bar{fill:var(--bar)}
.wall{stroke:var(--wall);stroke-width:3;fill:none}
.track{stroke:var(--edge);fill:none}
.late{stroke:var(--quiet);stroke-width:1.5;stroke-dasharray:4 3;fill:none}
.late-head{fill:var(--quiet)}
.plain{stroke:var(--quiet);stroke-width:1.5;fill:none}
.plain-head{fill:var(--quiet)}
${Object.keys(HUES)
  .map(
    (name) =>
      `.${name}{stroke:var(--${name});stroke-width:2;fill:none}.${name}-head{fill:var(--${name})}.${name}-name{fill:var(--${name});font-weight:600}`,
  )
  .join('\n')}
`.trim();

/** A whole picture. @param title what a reader who does not see it is told */
export const picture = (width: number, height: number, title: string, parts: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    `<title>${escaped(title)}</title>`,
    `<style>\n${STYLE}\n</style>`,
    box('paper', 0, 0, width, height, 12),
    ...parts,
    '</svg>\n',
  ].join('\n');
