// Decoders of notes (NOTE-1).
import type { ApiNoteItem } from '../../../../../typings/xcx/notes';
import { id, missingAs, number, record, schemaFor, text } from '../../../../api/schema';
import type { Schema } from '../../../../api/schema';
import { pageOf, words } from '../../../../api/xcx/schema/common';

const tag_type: Schema<ApiNoteItem['tag_type']> = missingAs(text, '');

export const noteSchema = schemaFor<ApiNoteItem>()(
  record(
    { id, content: text, tag_type, tag_label: words, created_at: text },
    { ai_score: number, rating_service_willingness: number, rating_revisit_likelihood: number },
  ),
);

export const notesSchema = pageOf(noteSchema);
