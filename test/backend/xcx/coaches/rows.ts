// Coach rows, and who may see what another coach did.
import type { Context } from '../../context';
import { int, text } from '../../db/store';
import type { Worker } from '../auth/gate';
import { texts } from '../data/rows';
import { forbidden, notFound } from '../errors';

export interface Coach {
  coach_id: number;
  store_id: number;
  name: string;
  level: string;
  level_class: string;
  skills: string[];
}

/** The coach, when the caller may see their work: the own one, or any of the store with the permission. Throws 404, 403. */
export function requireCoach(ctx: Context, worker: Worker, coachId: number | undefined): Coach {
  const row = coachId && ctx.store.first('SELECT * FROM xcx_coaches WHERE coach_id = ?', coachId);
  if (!row || int(row, 'store_id') !== worker.store_id) throw notFound('助教不存在');
  if (coachId !== worker.coach_id && !worker.may('view_board_coach')) throw forbidden('无权限查看其他助教');
  return {
    coach_id: int(row, 'coach_id'),
    store_id: int(row, 'store_id'),
    name: text(row, 'name'),
    level: text(row, 'level'),
    level_class: text(row, 'level_class'),
    skills: texts(row, 'skills'),
  };
}
