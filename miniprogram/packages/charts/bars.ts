// Bars, one a day: the busiest, or the one that was tapped, says its value; below stand the labels that there are.
import type { ChartContent, ChartSurface, DrawnChart } from '../../format/chart';
import { brushOf, chartOn, fontOf, still } from './paper';
import type { Brush } from './paper';
import { palettes } from './palette';

const LINE = 1.35;
/** A tap within this distance of a bar's middle counts as on it, px: bars are narrower than fingers. */
const REACH_PX = 22;

/** The part of a drawn chart in use. */
interface Drawn {
  ctx: unknown;
  chartArea: { bottom: number };
  getDatasetMeta(index: number): { data: readonly { x: number; y: number }[] };
}

/** The bar that says its value: the tapped one, else the highest (of equal ones the last). */
function saying({ parts }: Pick<ChartContent, 'parts'>, picked: number): number {
  if (parts[picked] !== undefined) return picked;
  return parts.reduce(
    (best, { value }, at) => (value > 0 && value >= (parts[best]?.value ?? 0) ? at : best),
    -1,
  );
}

export function drawBars(content: ChartContent, surface: ChartSurface): DrawnChart {
  const palette = palettes[surface.theme];
  const { parts } = content;
  const said = saying(content, surface.picked);
  const line = Math.ceil(surface.font_px * LINE);
  const chart = chartOn(surface, {
    type: 'bar',
    data: {
      labels: parts.map((_, at) => `${at}`),
      datasets: [
        {
          data: parts.map(({ value }) => value),
          backgroundColor: parts.map(({ is_strong }, at) =>
            is_strong || at === said ? palette.strong : palette.quiet,
          ),
          borderRadius: 2,
          barPercentage: 1,
          categoryPercentage: 0.84,
          maxBarThickness: 24,
          // A tiny value is drawn too, however small it is beside the rest.
          minBarLength: 0,
        },
      ],
    },
    options: {
      ...still(surface),
      layout: { padding: { top: line + 4, bottom: line + 5 } },
      scales: {
        // What is not shown is not measured either: the packed chart.js has no code for it.
        x: { display: false, ticks: { display: false } },
        // chart.js formats its ticks even if they are not drawn, with Intl, which phones lack.
        y: {
          display: false,
          ticks: { display: false, callback: () => '' },
          min: 0,
          max: Math.max(...parts.map(({ value }) => value), 1),
        },
      },
    },
    plugins: [{ id: 'words', afterDraw: (drawn) => write(drawn, content, surface, said) }],
  });
  return { partAt: (x) => nearest(middles(chart), parts, x), destroy: () => chart.destroy() };
}

const middles = (chart: Drawn): number[] => chart.getDatasetMeta(0).data.map(({ x }) => x);

/** The index of the nearest bar that is not empty. */
function nearest(xs: readonly number[], parts: ChartContent['parts'], x: number): number {
  let best = -1;
  let distance = Math.max(REACH_PX, ((xs[1] ?? 0) - (xs[0] ?? 0)) / 2);
  xs.forEach((middle, at) => {
    const away = Math.abs(middle - x);
    if ((parts[at]?.value ?? 0) <= 0 || away > distance) return;
    best = at;
    distance = away;
  });
  return best;
}

function write(chart: Drawn, { parts }: ChartContent, surface: ChartSurface, said: number): void {
  const brush = brushOf(chart);
  const palette = palettes[surface.theme];
  const { bottom } = chart.chartArea;
  brush.strokeStyle = palette.line;
  brush.lineWidth = 1;
  brush.beginPath();
  brush.moveTo(0, bottom + 0.5);
  brush.lineTo(surface.width, bottom + 0.5);
  brush.stroke();
  brush.textAlign = 'left';
  brush.font = fontOf(surface);
  brush.fillStyle = palette.faint;
  brush.textBaseline = 'top';
  const bars = chart.getDatasetMeta(0).data;
  bars.forEach(({ x }, at) => centred(brush, parts[at]?.label ?? '', x, bottom + 5, surface.width));
  const bar = bars[said];
  if (bar === undefined) return;
  brush.font = fontOf(surface, 600);
  brush.fillStyle = palette.brand;
  brush.textBaseline = 'bottom';
  centred(brush, parts[said]?.value_text ?? '', bar.x, bar.y - 3, surface.width);
}

/** Around `x`, but not over the edges. */
function centred(brush: Brush, text: string, x: number, y: number, width: number): void {
  if (text === '') return;
  const wide = brush.measureText(text).width;
  brush.fillText(text, Math.max(0, Math.min(width - wide, x - wide / 2)), y);
}
