// A conversation in flat values: its head, and how its last answer goes.
import { statusOf } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import { failedFields, failedWords, noticeOf } from '../../../../stores/list/words';
import type { LinkTrouble } from '../../../../stores/list/words';
import { failureIn, IDLE } from '../../../../stores/list/progress';
import { nameText } from '../../../../format/unicode';
import { headline, SUBJECTS } from '../../format/subject';
import type { About } from '../about';
import { endingText } from './ending-words';
import type { Ending } from './entry';
import type { Talk } from './talk';

const GENERAL: About = { context_type: 'general' };

/** What can be done about the last answer: go on with it, ask anew; copied is what there is. */
export type Act = '' | 'resume' | 'retry';

const actOf = ({ state }: Ending): Act =>
  state === 'cut' || state === 'stopped' || state === 'stored' ? 'resume' : state === 'failed' ? 'retry' : '';

export const talkFailureOf = (talk: Talk | null): Failure | null => failureIn(talk?.reading ?? IDLE);

const isMissing = (talk: Talk | null): boolean => {
  const failure = talkFailureOf(talk);
  return talk?.state === 'failed' && [403, 404].includes(statusOf(failure));
};

/**
 * What its page binds.
 * @param talk null while nobody is signed in
 * @param listed what the list of conversations calls it; empty where it does not know
 */
export function talkFieldsOf(
  talk: () => Talk | null,
  listed: () => string,
  link: () => LinkTrouble,
): Record<string, () => string | boolean> {
  const about = (): About => talk()?.about ?? GENERAL;
  const ending = (): Ending => talk()?.last?.answer.ending ?? { state: 'whole' };
  const words = () => failedWords(talkFailureOf(talk()));
  const isStill = (): boolean => talk()?.last !== null && talk()?.is_busy === false;
  return {
    ...failedFields(words),
    title: () => listed(),
    subject_word: () => (talk()?.about === null ? '' : SUBJECTS[about().context_type].word),
    subject_title: () => nameText(about().title, ''),
    headline: () => headline(about().context_type, about().title),
    sees: () => SUBJECTS[about().context_type].sees,
    notice_text: () => {
      const present = talk();
      return present?.state === 'ready'
        ? noticeOf(present.is_busy ? IDLE : present.reading, link()).text
        : '';
    },
    has_older: () => talk()?.has_older ?? false,
    older: () => talk()?.adding.state ?? 'idle',
    is_busy: () => talk()?.is_busy ?? false,
    has_tail: () => (talk()?.last ?? null) !== null,
    /** Above its end there is nothing of the answer: its card begins here. */
    tail_alone: () => {
      const { question, answer } = talk()?.last ?? {};
      return (answer?.card ?? question?.card ?? null) === null && answer?.lines.length === 0;
    },
    tail_state: () => ending().state,
    tail_text: () => endingText(ending()),
    tail_act: () => actOf(ending()),
    can_copy: () => isStill() && talk()?.last?.answer.content !== '',
    can_retry: () => isStill() && ending().state !== 'failed',
    state: () => {
      const present = talk();
      if (present === null) return 'signed_out';
      return isMissing(present) ? 'missing' : present.state;
    },
  };
}

export const questionsOf = (talk: Talk | null): readonly string[] =>
  talk === null ? [] : SUBJECTS[(talk.about ?? GENERAL).context_type].questions;
