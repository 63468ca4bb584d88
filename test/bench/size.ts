// What is uploaded, as WeChat's compiler makes it.
import { LIMITS } from '../wechat/limits';
import { sizes } from '../wechat/sizes';
import { rounded } from './figures';
import type { Figures, Measure } from './figures';

async function run(): Promise<Figures> {
  const { main_kb, total_kb } = await sizes();
  return { 'size.main_kb': rounded(main_kb, 1), 'size.total_kb': rounded(total_kb, 1) };
}

export const size: Measure = {
  name: 'size',
  run,
  limits: { 'size.main_kb': LIMITS.size.main_kb, 'size.total_kb': LIMITS.size.total_kb },
};
