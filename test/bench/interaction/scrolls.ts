// Frames that take more than 50 ms while the longest lists are scrolled, beside a page of plain rows.
import { median, rounded } from '../figures';
import type { Figures } from '../figures';
import { manyTasks } from '../../e2e/support/tasks';
import { accounts } from '../../e2e/support/world';
import { pages } from '../../e2e/support/journeys';
import { readTrace } from '../start/trace';
import { framesOf, type Frames } from './frames';
import type { Phone, Phones } from './phones';

const ROUNDS = 3;
/** Of one flick, px, and its speed, px a second: what a hurried thumb does. */
const FLICK = { px: 2_400, speed: 2_400 };
const FLICKS = 5;
const MIDDLE = { x: 195, y: 420 };
/** A conversation of 2,000 messages. */
const LONG = '2202';

/** Flicks through the page on top. @param down false: towards its beginning */
async function flicked({ world }: Phones, phone: Phone, down: boolean): Promise<Frames> {
  const { device, devtools } = phone;
  const { page } = device;
  await phone.slow();
  await world.browser.startTracing(page, { categories: ['blink.user_timing'] });
  await page.evaluate(() => globalThis.__acts.markFrames());
  for (let flick = 0; flick < FLICKS; flick += 1)
    await devtools.send('Input.synthesizeScrollGesture', {
      ...MIDDLE,
      yDistance: down ? -FLICK.px : FLICK.px,
      speed: FLICK.speed,
      gestureSourceType: 'touch',
      preventFling: true,
    });
  await page.evaluate(() => globalThis.__acts.stop());
  const events = readTrace(await world.browser.stopTracing());
  await phone.fast();
  await device.ready();
  return framesOf(events);
}

interface List {
  name: string;
  down: boolean;
  phone: Phone;
}

async function listsOn(phones: Phones): Promise<readonly List[]> {
  const { world, of } = phones;
  manyTasks(world, 1_000);
  const coach = await phones.staff();
  const talker = await phones.customer(accounts.second);
  await talker.open(`/${pages.conversation}?session_id=${LONG}`, '输入消息');
  await of.empty.open('/pages/rows/rows', '3');
  return [
    { name: 'empty', down: true, phone: of.empty },
    { name: 'conversation', down: false, phone: talker },
    { name: 'tasks', down: true, phone: coach },
  ];
}

/** `scroll.long_frames` is the sum of the lists, without the page of plain rows. */
export async function scrolls(phones: Phones): Promise<Figures> {
  const lists = await listsOn(phones);
  const seen = new Map(lists.map(({ name }) => [name, [] as Frames[]]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { name, down, phone } of lists) seen.get(name)?.push(await flicked(phones, phone, down));
  const of = (name: string, what: keyof Frames): number =>
    median((seen.get(name) ?? []).map((one) => one[what]));
  const figures: Figures = { 'scroll.long_frames': 0 };
  for (const { name } of lists) {
    figures[`scroll.long_frames_${name}`] = of(name, 'long');
    figures[`scroll.frames_${name}`] = of(name, 'frames');
    figures[`scroll.longest_frame_ms_${name}`] = rounded(of(name, 'longest_ms'), 0);
    if (name !== 'empty')
      figures['scroll.long_frames'] = (figures['scroll.long_frames'] ?? 0) + of(name, 'long');
  }
  return figures;
}
