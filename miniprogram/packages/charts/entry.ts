// What others may ask of this package, once its script is there (`compose/charts` fetches it).
import type { ChartsPackage } from '../../compose/charts';
import { drawBars } from './bars';
import { drawDonut } from './donut';

export const charts: ChartsPackage = {
  draw: (content, surface) => (content.kind === 'donut' ? drawDonut : drawBars)(content, surface),
};
