// What the server has of a conversation, put together with what was said here and may not be there yet.
import type { ApiChatMessage } from '../../../../../typings/xcx/assistant';
import { compareIds } from '../../../../api/order';
import { CLOCKS_DIFFER_MS } from '../../../../api/server-clock';
import { parseWireTime } from '../../../../format/time';
import { storedEntry } from './entry';
import type { Entry } from './entry';

/**
 * Finds the questions that were asked here among what the server has, each with the answer behind it. One that was stored late may
 * stand before others that were asked after it: by its time it is told from the same words that were said before, as
 * each is where nothing that the server has was known.
 */
function match(
  own: readonly Entry[],
  items: readonly ApiChatMessage[],
  known: ReadonlyMap<string, Entry>,
): Map<string, Entry> {
  const lastKnown = items.reduce((last, { id }, at) => (known.has(id) ? at : last), Infinity);
  const found = new Map<string, Entry>();
  let next = 0;
  own.forEach((question, at) => {
    if (question.is_answer) return;
    const words = question.content.trim();
    const place = items.findIndex(({ id, role, content, created_at }, index) => {
      if (index < next || role !== 'user' || content.trim() !== words || known.has(id)) return false;
      return (
        index > lastKnown || (parseWireTime(created_at) ?? 0) >= (question.at ?? Infinity) - CLOCKS_DIFFER_MS
      );
    });
    if (place < 0) return;
    next = place + 1;
    const answer = own[at + 1];
    const reply = items[place + 1];
    found.set(items[place]?.id ?? '', question);
    if (answer?.is_answer === true && reply !== undefined && reply.role !== 'user')
      found.set(reply.id, answer);
  });
  return found;
}

/**
 * @param before what is shown, in order
 * @param items a stretch of the server's messages, in order
 * @returns what is to be shown: entries that were there stay the same objects; what the server does not have stays at the end
 */
export function merged(before: readonly Entry[], items: readonly ApiChatMessage[]): Entry[] {
  const known = new Map(
    before.flatMap((entry): [string, Entry][] => (entry.id === null ? [] : [[entry.id, entry]])),
  );
  const own = before.filter(({ id }) => id === null);
  const matched = match(own, items, known);
  const first = items[0]?.id;
  const last = items[items.length - 1]?.id;
  const entries = items.map((item) => {
    const entry = known.get(item.id) ?? matched.get(item.id);
    if (entry === undefined) return storedEntry(item);
    entry.confirm(item);
    return entry;
  });
  const outside = before.filter(({ id }) => id !== null && !items.some((item) => item.id === id));
  const older = outside.filter(({ id }) => first !== undefined && id !== null && compareIds(id, first) < 0);
  const newer = outside.filter(({ id }) => last === undefined || (id !== null && compareIds(id, last) > 0));
  return [...older, ...entries, ...newer, ...own.filter(({ id }) => id === null)];
}
