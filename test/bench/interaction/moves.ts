// How long a page takes from the call that opens it to its first content, beside an empty page opened before and after it.
import { median, rounded } from '../figures';
import type { Figures } from '../figures';
import { goalsIn } from './places';
import type { Phones } from './phones';

const ROUNDS = 5;

async function openedIn(phones: Phones, who: keyof Phones['of'], url: string, text: string): Promise<number> {
  const phone = phones.of[who];
  await phone.slow();
  const ms = await phone.open(url, text);
  await phone.fast();
  await phone.back();
  return ms;
}

const empty = (phones: Phones): Promise<number> => openedIn(phones, 'empty', '/pages/second/second', '空');

/** `nav.first_content_ratio` is the worst page's, the others have its name behind it. */
export async function moves(phones: Phones): Promise<Figures> {
  const goals = goalsIn(phones.world);
  const ratios = new Map(goals.map(({ name }) => [name, [] as number[]]));
  const empties: number[] = [];
  // The first of each fetches packages and data, and is nobody's.
  for (const { who, url, text } of goals) await openedIn(phones, who, url, text);
  await empty(phones);
  for (let round = 0; round < ROUNDS; round += 1) {
    let before = await empty(phones);
    for (const { name, who, url, text } of goals) {
      const ms = await openedIn(phones, who, url, text);
      const after = await empty(phones);
      ratios.get(name)?.push(ms / ((before + after) / 2));
      empties.push(after);
      before = after;
    }
  }
  const figures = [...ratios].map(
    ([name, all]) => [`nav.first_content_ratio_${name}`, rounded(median(all), 2)] as const,
  );
  return {
    'nav.first_content_ratio': Math.max(...figures.map(([, ratio]) => ratio)),
    ...Object.fromEntries(figures),
    'nav.empty_first_content_ms': rounded(median(empties), 0),
  };
}
