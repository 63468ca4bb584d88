// How long a tap takes to show: from the touch to the first change that has been painted, beside a tap on an empty page that
// changes one word.
import type { Device } from '../../preview/playwright';
import { median, rounded } from '../figures';
import type { Figures } from '../figures';
import type { Phone, Phones } from './phones';

const ROUNDS = 9;

type Target = Parameters<Device['find']>[0];

/** What is tapped by turns. */
const TAPS: Readonly<Record<'customer' | 'staff', readonly [Target, Target]>> = {
  customer: [{ css: '[role="tab"]:has-text("待使用")' }, { css: '[role="tab"]:has-text("可使用")' }],
  staff: [{ css: '[role="radio"]:has-text("今天到期")' }, { css: '[role="radio"]:has-text("全部")' }],
};
const EMPTY: Target = '#tap';

async function tapped(phone: Phone, target: Target): Promise<number> {
  await phone.slow();
  const felt = phone.device.page.evaluate(() => globalThis.__acts.feedback());
  const [ms] = await Promise.all([felt, phone.touch(target)]);
  await phone.fast();
  await phone.device.ready();
  return ms;
}

/** `tap.feedback_ms_ratio` is the worse of the two halves'. */
export async function taps({ of }: Phones): Promise<Figures> {
  const ratios = { customer: [] as number[], staff: [] as number[] };
  const empties: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const who of ['customer', 'staff'] as const) {
      const target = TAPS[who][round % 2] ?? TAPS[who][0];
      const before = await tapped(of.empty, EMPTY);
      const ms = await tapped(of[who], target);
      const after = await tapped(of.empty, EMPTY);
      ratios[who].push(ms / ((before + after) / 2));
      empties.push(before, after);
    }
  }
  const customer = rounded(median(ratios.customer), 2);
  const staff = rounded(median(ratios.staff), 2);
  return {
    'tap.feedback_ms_ratio': Math.max(customer, staff),
    'tap.feedback_ms_ratio_customer': customer,
    'tap.feedback_ms_ratio_staff': staff,
    'tap.empty_feedback_ms': rounded(median(empties), 0),
  };
}
