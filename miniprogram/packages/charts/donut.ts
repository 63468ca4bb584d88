// A ring of slices with their names and amounts beside them, each at its own slice by a leader, and the whole in the middle.
import type { ChartContent, ChartSurface, DrawnChart } from '../../format/chart';
import { brushOf, chartOn, fitted, fontOf, still } from './paper';
import type { Brush } from './paper';
import { palettes } from './palette';
import { spread } from './spread';
import type { Place, Wish } from './spread';

const RING_PX = 58;
/** From the ring to the words, on a wide canvas and on a narrow one. */
const LEADER_PX = 24;
const SHORT_LEADER_PX = 14;
const NARROW_PX = 300;
const CUTOUT = '69%';
const LINE = 1.35;
const GAP_PX = 4;

interface Ring {
  x: number;
  y: number;
  radius: number;
  /** To the words. */
  leader: number;
}

/** The largest ring that leaves room for the words on both sides. */
function ringOf({ width, height, font_px }: ChartSurface): Ring {
  const words = font_px * 6;
  const leader = width < NARROW_PX ? SHORT_LEADER_PX : LEADER_PX;
  const radius = Math.min(RING_PX, height / 2 - GAP_PX, width / 2 - words - leader);
  return { x: width / 2, y: height / 2, radius: Math.max(font_px * 3, radius), leader };
}

const gapOf = ({ font_px }: ChartSurface): number => font_px * LINE * 2 + GAP_PX;

const TURN = 2 * Math.PI;

/** Where the first slice begins, radians: the largest lies lowest, so that the words of the small ones find room on both sides. */
function startOf(values: readonly number[], whole: number): number {
  const largest = values.indexOf(Math.max(...values));
  const before = values.slice(0, largest).reduce((sum, value) => sum + value, 0);
  const middle = before + (values[largest] ?? 0) / 2;
  return whole > 0 ? Math.PI - (middle / whole) * TURN : 0;
}

function wishesOf(values: readonly number[], whole: number): Wish[] {
  let from = startOf(values, whole);
  return values.map((value, index) => {
    const share = whole > 0 ? (value / whole) * TURN : 0;
    const angle = from + share / 2;
    from += share;
    return { index, angle };
  });
}

export function drawDonut(content: ChartContent, surface: ChartSurface): DrawnChart {
  const palette = palettes[surface.theme];
  const values = content.parts.map(({ value }) => value);
  const sum = values.reduce((before, value) => before + value, 0);
  const rest = Math.max(0, content.total - sum);
  const ring = ringOf(surface);
  const places = spread(wishesOf(values, sum + rest), surface.height, ring.radius, gapOf(surface));
  const colours = values.map((_, at) => palette.slices[at % palette.slices.length] ?? palette.track);
  const chart = chartOn(surface, {
    type: 'doughnut',
    data: {
      labels: [...content.parts.map(({ label }) => label), ''],
      datasets: [
        {
          data: [...values, rest],
          backgroundColor: [...colours, palette.track],
          borderColor: palette.surface,
          borderWidth: 2,
          offset: [...values.map((_, at) => (at === surface.picked ? GAP_PX : 0)), 0],
        },
      ],
    },
    options: {
      ...still(surface),
      radius: ring.radius,
      rotation: (startOf(values, sum + rest) / Math.PI) * 180,
      cutout: CUTOUT,
      layout: { padding: 0 },
    },
    plugins: [{ id: 'words', afterDraw: (drawn) => write(drawn, content, surface, ring, places) }],
  });
  return {
    partAt: (x, y) => sliceAt({ x, y }, surface, ring, places, content),
    destroy: () => chart.destroy(),
  };
}

function write(
  chart: { ctx: unknown },
  content: ChartContent,
  surface: ChartSurface,
  ring: Ring,
  places: readonly Place[],
): void {
  const brush = brushOf(chart);
  for (const place of places) writePart(brush, content, surface, ring, place);
  const picked = content.parts[surface.picked];
  const [title, figure] =
    picked === undefined
      ? [content.total_label, content.total_text]
      : [[picked.label, picked.share_text].filter(Boolean).join(' '), picked.value_text];
  const palette = palettes[surface.theme];
  const half = (surface.font_px * LINE) / 2;
  const room = ring.radius * 1.3;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  line(brush, {
    text: title,
    x: ring.x,
    y: ring.y - half,
    room,
    font: fontOf(surface),
    colour: palette.words,
  });
  line(brush, {
    ...{ text: figure, x: ring.x, y: ring.y + half, room },
    ...{ font: fontOf(surface, 600), colour: palette.text },
  });
}

interface Line {
  text: string;
  x: number;
  y: number;
  room: number;
  font: string;
  colour: string;
}

function line(brush: Brush, { text, x, y, room, font, colour }: Line): void {
  brush.font = font;
  brush.fillStyle = colour;
  brush.fillText(fitted(brush, text, room), x, y);
}

function writePart(
  brush: Brush,
  { parts }: ChartContent,
  surface: ChartSurface,
  ring: Ring,
  { index, angle, side, y }: Place,
): void {
  const part = parts[index];
  if (part === undefined) return;
  const palette = palettes[surface.theme];
  const way = side === 'right' ? 1 : -1;
  const x = ring.x + way * (ring.radius + ring.leader);
  const reach = ring.radius + 2;
  brush.strokeStyle = palette.line;
  brush.lineWidth = 1;
  brush.beginPath();
  brush.moveTo(ring.x + reach * Math.sin(angle), ring.y - reach * Math.cos(angle));
  brush.lineTo(x - way * 7, y);
  brush.lineTo(x - way * 4, y);
  brush.stroke();
  const half = (surface.font_px * LINE) / 2;
  const room = side === 'right' ? surface.width - x : x;
  brush.textAlign = side === 'right' ? 'left' : 'right';
  brush.textBaseline = 'middle';
  // The name is shortened, never the share.
  brush.font = fontOf(surface);
  const share = part.share_text === '' ? '' : ` ${part.share_text}`;
  const name = fitted(brush, part.label, room - brush.measureText(share).width);
  line(brush, {
    ...{ text: name + share, x, y: y - half, room },
    ...{ font: fontOf(surface), colour: palette.words },
  });
  line(brush, {
    ...{ text: part.value_text, x, y: y + half, room },
    ...{ font: fontOf(surface, 600), colour: palette.text },
  });
}

/** A tap on a slice, or on its words, means it. */
function sliceAt(
  { x, y }: { x: number; y: number },
  surface: ChartSurface,
  ring: Ring,
  places: readonly Place[],
  { parts, total }: ChartContent,
): number {
  const [dx, dy] = [x - ring.x, y - ring.y];
  const far = Math.sqrt(dx * dx + dy * dy);
  if (far > ring.radius + ring.leader / 2) {
    const side = dx >= 0 ? 'right' : 'left';
    const near = places.find((place) => place.side === side && Math.abs(place.y - y) <= gapOf(surface) / 2);
    return near?.index ?? -1;
  }
  if (far < ring.radius / 2) return -1;
  const values = parts.map(({ value }) => value);
  const whole = Math.max(
    total,
    values.reduce((sum, value) => sum + value, 0),
  );
  const clockwise = Math.atan2(dx, -dy) - startOf(values, whole);
  let left = ((((clockwise % TURN) + TURN) % TURN) / TURN) * whole;
  return parts.findIndex(({ value }) => {
    left -= value;
    return left < 0;
  });
}
