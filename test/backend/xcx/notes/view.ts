// A note as NOTE-1 shows it.
import type { ApiNoteItem } from '../../../../typings/xcx/notes';
import { beijingIso } from '../../clock';
import type { Context } from '../../context';
import { maybeText } from '../../db/store';
import type { Note } from './store';

function documented({ coach_id: _coach, user_id: _user, created_at, ...shown }: Note): ApiNoteItem {
  return { ...shown, created_at: beijingIso(created_at) };
}

/** The name of who wrote it, null for the system's own. */
function creatorOf(ctx: Context, { coach_id, user_id }: Note): string | null {
  const sql = `SELECT COALESCE((SELECT name FROM xcx_coaches WHERE coach_id = ?1),
    (SELECT nickname FROM xcx_users WHERE user_id = ?2)) AS name`;
  return maybeText(ctx.store.one(sql, coach_id, user_id), 'name');
}

/** Deployed: missing values are null; the score is sent under two names, and the author only since April. */
function deployed(ctx: Context, note: Note): Record<string, unknown> {
  const { ai_score = null, rating_service_willingness = null, rating_revisit_likelihood = null } = note;
  return {
    ...documented(note),
    ...{ ai_score, rating_service_willingness, rating_revisit_likelihood },
    score: ai_score,
    ...(ctx.xcx.isMarch ? {} : { creator_name: creatorOf(ctx, note) }),
  };
}

export function noteView(ctx: Context, note: Note): ApiNoteItem | Record<string, unknown> {
  return ctx.xcx.isDeployed ? deployed(ctx, note) : documented(note);
}
