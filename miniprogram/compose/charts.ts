// The charts' package: its script is fetched when the first chart comes into view, for nobody before.
import type { ChartContent, ChartSurface, DrawnChart } from '../format/chart';
import { latePackage } from './late';

/** What `packages/charts/entry` offers. */
export interface ChartsPackage {
  draw(content: ChartContent, surface: ChartSurface): DrawnChart;
}

const fetchCharts = async (): Promise<ChartsPackage> => {
  const { charts } = (await require.async('../packages/charts/entry')) as { charts: ChartsPackage };
  return charts;
};

export const { use: useCharts } = latePackage(fetchCharts, () => false);
