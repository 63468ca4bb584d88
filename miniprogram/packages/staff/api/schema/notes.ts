// Decoders of notes (NOTE-1).
import type { ApiNoteItem } from '../../../../../typings/xcx/notes';
import { filled, id, missingAs, record, schemaFor, text } from '../../../../api/schema';
import type { Schema } from '../../../../api/schema';
import { BROKEN, valueOf } from '../../../../api/schema-run';
import { aliased, pageOf, words } from '../../../../api/xcx/schema/common';

const tag_type: Schema<ApiNoteItem['tag_type']> = missingAs(text, '');

/** 0 is how the running system writes that nobody rated. */
const rated: Schema<number> = valueOf('number', (value) =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : BROKEN,
);

export const noteSchema = schemaFor<ApiNoteItem>()(
  filled(
    record(
      { id, content: text, tag_type, tag_label: words, created_at: text },
      {
        ai_score: rated,
        rating_service_willingness: rated,
        rating_revisit_likelihood: rated,
        creator_name: text,
      },
    ),
    aliased({ ai_score: 'score' }),
  ),
);

export const notesSchema = pageOf(noteSchema);
