// What a person feels of the program on a phone a quarter as fast: moving to a page, tapping, scrolling.
import type { Figures, Measure } from '../figures';
import { moves } from './moves';
import { startPhones } from './phones';
import { scrolls } from './scrolls';
import { taps } from './taps';

async function run(): Promise<Figures> {
  const phones = await startPhones();
  try {
    return { ...(await moves(phones)), ...(await taps(phones)), ...(await scrolls(phones)) };
  } finally {
    await phones.close();
  }
}

export const interaction: Measure = {
  name: 'interaction',
  run,
  limits: { 'nav.first_content_ratio': 2, 'scroll.long_frames': 0 },
};
