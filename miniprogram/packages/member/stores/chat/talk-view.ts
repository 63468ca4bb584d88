// A conversation in flat values.
import { explainInLine } from '../../../../api/explain';
import { failureIn, IDLE } from '../../../../stores/list/progress';
import { failedFields, failedWords } from '../../../../stores/list/words';
import type { LinkTrouble } from '../../../../stores/list/words';
import { sessionTitle } from '../../format/session-row';
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
    ...failedFields(failed),
    banner: link,
    title: () => sessionTitle(talk.session),
    waiting: () => talk.session?.status === 'waiting',
    /** Nothing is on its way. */
    idle: () => talk.pending.length === 0,
    unsure: () => talk.pending.some(({ status }) => status.state === 'unconfirmed'),
    /** The system's last line says already that it is over. */
    end_said: () => talk.conversation?.lines.slice(-1)[0]?.sender_type === 'system',
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
