// chart.js on a phone's canvas: a logic layer has no document, so the chart neither resizes, nor animates, nor listens. Who
// uses it draws anew instead.
import {
  ArcElement,
  BarController,
  BarElement,
  BasicPlatform,
  CategoryScale,
  Chart,
  DoughnutController,
  LinearScale,
} from 'chartjs';
import type { ChartConfiguration, ChartType } from 'chartjs';
import type { ChartCanvas, ChartSurface } from '../../format/chart';

Chart.register(ArcElement, BarController, BarElement, CategoryScale, DoughnutController, LinearScale);

/** The part of a 2D context in use beside what chart.js itself draws. */
export interface Brush {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  font: string;
  textAlign: 'left' | 'center' | 'right';
  textBaseline: 'alphabetic' | 'middle' | 'top' | 'bottom';
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  stroke(): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { width: number };
}

/**
 * chart.js goes from the context back to its canvas, which not every base library's context knows. Its types speak of a
 * document's canvas: `never` fits them.
 */
class PhonePlatform extends BasicPlatform {
  override acquireContext(canvas: never): never {
    const context: { canvas?: unknown } = (canvas as ChartCanvas).getContext('2d');
    // Read-only where it is there.
    if (context.canvas === undefined) Object.assign(context, { canvas });
    return context as never;
  }
}

/** Options that hold for every chart. @param surface its canvas is given its size */
export function still({ canvas, width, height, pixel_ratio }: ChartSurface) {
  canvas.width = width;
  canvas.height = height;
  return {
    responsive: false,
    animation: false,
    events: [] as never[],
    devicePixelRatio: pixel_ratio,
  } as const;
}

/** As for the platform's types. */
const fitting = (canvas: ChartCanvas): never => canvas as never;

/** Makes the chart: what `spec` leaves open is as on any phone. */
export function chartOn<T extends ChartType>(
  surface: ChartSurface,
  spec: ChartConfiguration<T, number[], string>,
): Chart<T, number[], string> {
  return new Chart<T, number[], string>(fitting(surface.canvas), { ...spec, platform: PhonePlatform });
}

export const brushOf = ({ ctx }: { ctx: unknown }): Brush => ctx as Brush;

/** @param weight 400 or 600 */
export const fontOf = ({ font_px, font_family }: ChartSurface, weight = 400): string =>
  `${weight} ${font_px}px ${font_family}`;

/** Shortened with an ellipsis to what fits into `room` px in the brush's present font. */
export function fitted(brush: Brush, text: string, room: number): string {
  if (brush.measureText(text).width <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && brush.measureText(`${letters.join('')}…`).width > room) letters.pop();
  return `${letters.join('')}…`;
}
