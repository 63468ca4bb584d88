// A conversation in flat values.
import { explainInLine } from '../../../../api/explain';
import { failureIn, IDLE } from '../../../../stores/list/progress';
import { failedWords } from '../../../../stores/list/words';
import type { LinkTrouble } from '../../../../stores/list/words';
import { sessionHead, sessionTone } from '../../format/session-row';
import type { RatingState } from './rating';
import type { Talk } from './talk';

/** What the conversation page binds. @param link what is wrong with the connection */
export function talkFields(
  talk: Talk,
  link: () => LinkTrouble,
): Record<string, () => string | number | boolean> {
  const failed = () => failedWords(failureIn(talk.conversation?.reading ?? IDLE));
  const rating = (): RatingState => talk.rating;
  return {
    state: () => talk.conversation?.state ?? 'signed_out',
    failed_title: () => failed().title,
    failed_for: () => failed().failed_for,
    banner: link,
    head: () => sessionHead(talk.session),
    tone: () => sessionTone(talk.session?.status ?? ''),
    closed: () => talk.is_closed,
    has_older: () => talk.conversation?.has_older ?? false,
    older: () => talk.conversation?.older.state ?? 'idle',
    /** none, asked, noted, sending, refused, done, dismissed: the card shows for all but the first and the last. */
    rating: () => rating().state,
    rating_score: () => {
      const now = rating();
      return 'score' in now ? (now.score ?? 0) : 0;
    },
    rating_note: () => {
      const now = rating();
      return now.state === 'refused' ? explainInLine(now.failure) : '';
    },
    pill: () => talk.place.pill,
  };
}
