// A note as NOTE-1 shows it.
import type { ApiNoteItem } from '../../../../typings/xcx/notes';
import { beijingIso } from '../../clock';
import type { Note } from './store';

export function noteView({ coach_id: _coach, user_id: _user, created_at, ...shown }: Note): ApiNoteItem {
  return { ...shown, created_at: beijingIso(created_at) };
}
