// A coach for their page.
import type { ApiBoardCoachItem } from '../../../../typings/xcx/boards';
import { useCore } from '../../../compose/bind/page';
import { perPerson } from '../../../stores/person/per-person';
import type { PerPerson } from '../../../stores/person/per-person';
import { createBoardsApi } from '../api/boards';
import { createCoachesApi } from '../api/coaches';
import { CoachStore } from '../stores/coach/coach';
import { useBoards } from './boards';

export * from '../stores/coach/coach-view';
export { isOfStore, staffNow } from './performance';

/** A coach for the page that shows them; the page disposes it. */
export function showCoach(id: string): PerPerson<CoachStore> {
  const { xcx, platform } = useCore();
  return perPerson(xcx, platform, ({ client }) => {
    const known = (): ApiBoardCoachItem | null => {
      const boards = useBoards();
      return boards?.filters.coaches['time'] === 'month' ? boards.coach(id) : null;
    };
    return new CoachStore(id, { api: createCoachesApi(client), boards: createBoardsApi(client), known });
  });
}
