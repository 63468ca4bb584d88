// The note routes (NOTE-1).
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { field } from '../../http/input';
import { requireWorker } from '../auth/gate';
import type { Worker } from '../auth/gate';
import { requireCustomer } from '../customers/rows';
import { serve } from '../envelope';
import { forbidden, invalid, notFound } from '../errors';
import { idIn, lineIn, pagingIn, wholeIn, wordIn } from '../input';
import { pageOf } from '../pages';
import { complete } from '../tasks/actions';
import { requireTask, taskById } from '../tasks/rows';
import { noteById, notesBy, notesOn, readNote, TARGET_TYPES } from './store';
import type { Note, Target } from './store';
import { noteView } from './view';

const LONGEST_NOTE = 500;

/** The target named in a query or body, when the caller may see it. Throws 422, 403 or 404. */
function targetIn(ctx: Context, worker: Worker, source: unknown): Target {
  const target_type = wordIn(source, 'target_type', TARGET_TYPES);
  const target_id = idIn(source, 'target_id');
  if (target_id === undefined) throw invalid('target_id 不正确', 'target_id');
  if (target_type === 'task') requireTask(ctx, worker, { id: target_id });
  else requireCustomer(ctx, worker, target_id);
  return { target_type, target_id };
}

/** 1-5, or null when it was not given. */
function ratingIn(body: unknown, name: string): number | null {
  return (field(body, name) ?? null) === null ? null : wholeIn(body, name, 1, 5);
}

/** Deployed: a visit counts as followed up as soon as a note on its task exists. */
function followUp(ctx: Context, { target_type, target_id }: Target): void {
  if (target_type !== 'task') return;
  const task = taskById(ctx, target_id);
  const { task_type, status } = task.item;
  if (task_type === 'follow_up_visit' && status === 'pending') complete(ctx, task);
}

function create(ctx: Context, worker: Worker, body: unknown): Note {
  const target = targetIn(ctx, worker, body);
  const row = ctx.store.one(
    `INSERT INTO xcx_notes (coach_id, user_id, target_type, target_id, tag_type, content,
       rating_service_willingness, rating_revisit_likelihood, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`,
    worker.coach_id,
    worker.user.user_id,
    target.target_type,
    target.target_id,
    target.target_type === 'task' ? 'coach' : 'customer',
    lineIn(body, 'content', '备注', LONGEST_NOTE),
    ratingIn(body, 'rating_service_willingness'),
    ratingIn(body, 'rating_revisit_likelihood'),
    ctx.clock.now(),
  );
  if (ctx.xcx.isDeployed) followUp(ctx, target);
  return readNote(row);
}

function remove(ctx: Context, worker: Worker, params: unknown): null {
  const note = noteById(ctx, idIn(params, 'id'));
  if (note === undefined) throw notFound('备注不存在');
  const byCoach = note.coach_id !== null && note.coach_id === worker.coach_id;
  if (!byCoach && note.user_id !== worker.user.user_id) throw forbidden('只能删除自己的备注');
  ctx.store.run('DELETE FROM xcx_notes WHERE note_id = ?', Number(note.id));
  return null;
}

export function noteRoutes(app: FastifyInstance, ctx: Context): void {
  app.get(
    '/notes',
    serve(ctx, async (request) => {
      const worker = await requireWorker(ctx, request);
      const { query } = request;
      const paging = pagingIn(ctx, query);
      const aimed = field(query, 'target_type') !== undefined || field(query, 'target_id') !== undefined;
      const notes = aimed
        ? notesOn(ctx, targetIn(ctx, worker, query))
        : notesBy(ctx, worker.user.user_id, worker.coach_id);
      return pageOf(
        ctx,
        notes.map((note) => noteView(ctx, note)),
        paging,
      );
    }),
  );
  app.post(
    '/notes',
    serve(ctx, async (request) => {
      const worker = await requireWorker(ctx, request);
      const note = ctx.store.transaction(() => create(ctx, worker, request.body));
      return noteView(ctx, note);
    }),
  );
  app.delete(
    '/notes/:id',
    serve(ctx, async (request) => remove(ctx, await requireWorker(ctx, request), request.params)),
  );
}
