// xcx NOTE-1: notes on tasks and customers.
import * as v from 'valibot';
import type { ApiPaginated } from '../../../../typings/xcx/common';
import type { ApiNoteItem } from '../../../../typings/xcx/notes';
import type { CallOptions, Client } from '../../../api/client';
import type { Schema } from '../../../api/schema';
import { pageQuery } from '../../../api/xcx/page-query';
import { xcxRoutes } from '../../../api/xcx/routes';
import { noteSchema, notesSchema } from './schema/notes';

export interface NoteTarget {
  target_type: 'task' | 'customer';
  target_id: string;
}

/** `page` counts from 1, `pageSize` ≤ 100. Without a target the person's own notes come. */
export type NotesQuery = { page: number; pageSize: number } & (NoteTarget | Record<never, never>);

/** Ratings 1-5. */
export interface NewNote extends NoteTarget {
  content: string;
  rating_service_willingness?: number;
  rating_revisit_likelihood?: number;
}

/** Every method rejects with `ApiError`: 404 for an unknown target, 422 for content or ratings out of bounds. */
export interface NotesApi {
  notes(query: NotesQuery, options?: CallOptions): Promise<ApiPaginated<ApiNoteItem>>;
  create(note: NewNote, options?: CallOptions): Promise<ApiNoteItem>;
  /** Only one's own: 403 else. */
  remove(id: string, options?: CallOptions): Promise<null>;
}

const nothing: Schema<null> = v.pipe(
  v.unknown(),
  v.transform(() => null),
);

/** Binds the note calls to a client. */
export function createNotesApi(client: Client): NotesApi {
  return {
    notes: ({ page, pageSize, ...target }, options) =>
      client.call({
        route: xcxRoutes.notes,
        query: { ...target, ...pageQuery(page, pageSize) },
        schema: notesSchema,
        options,
      }),
    create: (note, options) =>
      client.call({ route: xcxRoutes.create_note, body: note, schema: noteSchema, options }),
    remove: (id, options) =>
      client.call({ route: xcxRoutes.delete_note, params: { id }, schema: nothing, options }),
  };
}
