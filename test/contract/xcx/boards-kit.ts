// The store of the boards, as the app builds it, over a client core.
import { Boards } from '../../../miniprogram/packages/staff/stores/boards/boards';
import { BoardRights } from '../../../miniprogram/packages/staff/stores/boards/rights';
import { BusinessDay } from '../../../miniprogram/packages/staff/stores/business-day';
import type { ClientCore } from '../../support/client-core';

/** @param core with a member of staff signed in */
export function boardsOf({ xcx }: ClientCore): Boards {
  const { api, clock, identity } = xcx;
  const area = identity.area();
  if (area === undefined) throw new Error('nobody is signed in');
  return new Boards({
    ...{ api: api.boards, config: api.config, area, clock },
    day: new BusinessDay({ clock, api: api.config }),
    rights: new BoardRights(area, clock, () => 'coach'),
  });
}
