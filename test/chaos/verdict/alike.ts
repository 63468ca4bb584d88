// Texts that were sent more than once. Where the server keeps no id of ours its rows do not say which of them is which, so
// they are judged by their number, and by the place in line of each among texts that there are only once.
import type { Written } from '../world/person';
import type { Held } from './ledger';
import type { Problem } from './problem';

/** A row of the server, in order, with the text it holds. */
interface Stored {
  session_id: string;
  text: string;
}

const textsOf = (written: readonly Written[]): readonly Written[] =>
  written.filter(({ kind }) => kind === 'text');

/** Texts that this person wrote more than once. */
export function alikeTexts(written: readonly Written[]): ReadonlySet<string> {
  const once = new Set<string>();
  return new Set(
    textsOf(written)
      .map(({ content }) => content)
      .filter((text) => once.has(text) || !once.add(text)),
  );
}

/**
 * How often a text can have been sent in a session at most: once for each time that it was written, and once more for
 * each time that the person sent it again although nobody could know whether it was stored.
 */
export function mostOf(written: readonly Written[], session_id: string, text: string): number {
  return textsOf(written)
    .filter(({ content, sessions }) => content === text && sessions.includes(session_id))
    .reduce((sum, { resent }) => sum + 1 + resent, 0);
}

/** Of one person's texts and rows: each that is expected is there, and none more often than it was sent. */
export function judgeNumbers(written: readonly Written[], rows: readonly Stored[]): Problem[] {
  return [...alikeTexts(written)].flatMap((text): Problem[] => {
    const all = textsOf(written).filter(({ content }) => content === text);
    const least = all.filter(({ fate }) => fate === 'expected').length;
    const most = all.reduce((sum, { fate, resent }) => sum + (fate === 'refused' ? 0 : 1) + resent, 0);
    const stored = rows.filter((row) => row.text === text).length;
    const what = `“${text}” is stored ${stored} times, of ${least} to ${most}`;
    if (stored < least) return [{ kind: 'lost', what }];
    return stored > most ? [{ kind: 'duplicated', what }] : [];
  });
}

/**
 * Of one person's rows, in order: each alike text stands between the same texts as it was written. As many may stand
 * elsewhere as are there beyond the expected ones (dropped by the person, or sent again without need).
 */
export function judgePlaces(written: readonly Written[], rows: readonly Stored[]): Problem[] {
  const alike = alikeTexts(written);
  const placed = textsOf(written).filter(({ anywhere }) => !anywhere);
  const orders = new Map(placed.map(({ content, order }) => [content, order]));
  const left = textsOf(written).filter(({ content, fate }) => fate === 'expected' && alike.has(content));
  // Those that may be anywhere take only what no other takes.
  left.sort((one, other) => Number(one.anywhere) - Number(other.anywhere) || one.order - other.order);
  const strays = new Map<string, number>();
  const orderOf = ({ text }: Stored) => (alike.has(text) ? undefined : orders.get(text));
  rows.forEach((row, at) => {
    if (!alike.has(row.text)) return;
    const isHere = (other: Stored) => other.session_id === row.session_id && orderOf(other) !== undefined;
    const before = rows.slice(0, at).reverse().find(isHere);
    const after = rows.slice(at + 1).find(isHere);
    const least = (before && orderOf(before)) ?? 0;
    const most = (after && orderOf(after)) ?? Infinity;
    // One that went on in another session has its place in that one.
    const fits = ({ content, order, sessions, anywhere }: Written) =>
      content === row.text &&
      sessions[sessions.length - 1] === row.session_id &&
      (anywhere || (order > least && order < most));
    const found = left.findIndex(fits);
    if (found >= 0) left.splice(found, 1);
    else strays.set(row.text, (strays.get(row.text) ?? 0) + 1);
  });
  return [...strays].flatMap(([text, count]): Problem[] => {
    const expected = textsOf(written).filter(({ content, fate }) => content === text && fate === 'expected');
    const spare = rows.filter((row) => row.text === text).length - expected.length;
    return count > spare ? [{ kind: 'out of order', what: `“${text}” stands where it was not written` }] : [];
  });
}

/** What is shown of one text: not more often than it was sent, there or on its way. */
export function judgeShown(shown: readonly string[], most: (text: string) => number): Problem[] {
  const counts = new Map<string, number>();
  for (const text of shown) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .filter(([text, count]) => count > most(text))
    .map(([text, count]) => ({
      kind: 'duplicated',
      what: `the own line “${text}” is shown ${count} times, of at most ${most(text)}`,
    }));
}

/** Texts that the history has as often as they were sent: of none of them may the outcome be in doubt. */
export function toldBy(
  held: readonly Pick<Held, 'said'>[],
  written: readonly Written[],
  session_id: string,
): ReadonlySet<string> {
  const alike = alikeTexts(written);
  const said = held.flatMap(({ said: text }) => (text === null ? [] : [text]));
  const count = (text: string) => said.filter((one) => one === text).length;
  return new Set(said.filter((text) => !alike.has(text) || count(text) >= mostOf(written, session_id, text)));
}
