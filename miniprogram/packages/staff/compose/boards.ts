// The boards of whoever is signed in as staff.
import type { Failure } from '../../../api/errors';
import type { FlatValue } from '../../../compose/bind/page';
import type { BoardFirst } from '../../../compose/late-view';
import { oncePerCore } from '../../../compose/once';
import { avatarLetter } from '../../../format/person';
import { perPerson } from '../../../stores/person/per-person';
import { staffUser } from '../../../stores/person/staff-view';
import { createBoardsApi } from '../api/boards';
import { createConfigApi } from '../api/config';
import { ringOf } from '../format/finance-cards';
import type { Card } from '../format/finance-cards';
import { metricMeaning } from '../format/metric-words';
import { Boards } from '../stores/boards/boards';
import {
  boardFields as fieldsOf,
  boardRowsOf,
  cardsOf,
  chipsNow,
  metricsOf,
  podiumOf,
  segmentsOf,
} from '../stores/boards/boards-view';
import { choicesFor } from '../stores/boards/filters';
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

/** As many rows as a long phone shows. */
const FIRST_ROWS = 8;

/** What the tab begins with: null where that is no list, nothing while it is not there. */
export function firstBoard(): BoardFirst | null | undefined {
  const boards = useBoards();
  const words = (name: string): string => String(fields[name]?.() ?? '');
  const fields = boardFields();
  if (boards === null || words('state') !== 'ready') return undefined;
  const { board } = boards;
  if (board === 'finance') return null;
  return {
    board,
    segments: segmentsOf(boards).map(({ name, text }) => ({ name, text })),
    chips: chipsNow(boards)
      .filter(({ name }) => name !== 'dimension')
      .map(({ name, text, is_set }) => ({ name, text, is_set })),
    dimensions:
      board === 'customers'
        ? choicesFor('customers', 'dimension', null).map(({ value, text }) => ({ value, text }))
        : [],
    dimension: words('dimension'),
    updated: words('updated'),
    about: words('about'),
    figure_name: words('figure_name'),
    podium: podiumOf(boards).map((row) => ({
      ...{ row_key: row.row_key, rank: row.rank, letter: letterOf(row), name: row.name },
      ...{ tag: row.tag, tone: row.tone, figure: row.figure, beside: row.beside },
    })),
    rows: boardRowsOf(boards)
      .slice(0, FIRST_ROWS)
      .map((row) => ({
        ...{
          row_key: row.row_key,
          rank: row.rank,
          letter: letterOf(row),
          is_off: row.is_off,
          name: row.name,
        },
        ...{
          tag: row.tag,
          tone: row.tone,
          stars: row.stars,
          about: row.about,
          figure: row.figure,
          bar: row.bar,
        },
      })),
  };
}

/** None where a picture will stand. */
const letterOf = ({
  avatar,
  name,
  is_off = false,
}: {
  avatar: string;
  name: string;
  is_off?: boolean;
}): string => (avatar !== '' ? '' : is_off ? '?' : avatarLetter(name));
