// The boards of whoever is signed in as staff.
import type { Failure } from '../../../api/errors';
import type { FlatValue } from '../../../compose/bind/page';
import { oncePerCore } from '../../../compose/once';
import { perPerson } from '../../../stores/person/per-person';
import { staffUser } from '../../../stores/person/staff-view';
import { createBoardsApi } from '../api/boards';
import { createConfigApi } from '../api/config';
import { ringOf } from '../format/finance-cards';
import type { Card } from '../format/finance-cards';
import { metricMeaning } from '../format/metric-words';
import { Boards } from '../stores/boards/boards';
import { boardFields as fieldsOf, cardsOf, metricsOf } from '../stores/boards/boards-view';
import { BoardRights } from '../stores/boards/rights';
import { BusinessDay } from '../stores/business-day';
import { networkTrouble } from './performance';

export * from '../stores/boards/boards-view';
export { boardNamed, choicesFor, headingOf } from '../stores/boards/filters';
export type { Choice, Chip } from '../stores/boards/filters';

const boards = oncePerCore(({ xcx, platform, session }) =>
  perPerson(xcx, platform, ({ client, area, clock }) => {
    const config = createConfigApi(client);
    const rights = new BoardRights(area, clock, () => staffUser(session)?.role ?? '');
    const day = new BusinessDay({ clock, api: config });
    return new Boards({ api: createBoardsApi(client), config, area, clock, day, rights });
  }),
);

/** Null while nobody is signed in. */
export const useBoards = (): Boards | null => boards().current;

export const boardFailure = (): Failure | null => useBoards()?.failure ?? null;

export const boardFields = (): Record<string, () => FlatValue> => fieldsOf(useBoards, networkTrouble);

/** A figure looked into: its card, the ring of its parts where they make up a whole, and what it means. */
export function lookInto(row_key: string) {
  const metrics = metricsOf(useBoards());
  const card: Card | undefined = cardsOf(useBoards()).find((one) => one.row_key === row_key);
  const metric = metrics.find(({ key }) => key === card?.key);
  if (card === undefined || metric === undefined) return null;
  return { card, ring: ringOf(metric), meaning: metricMeaning(metric.key) };
}
