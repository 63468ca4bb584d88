// What was said in a conversation with the assistant, as rows for `setData`: a question, or one line of an answer.
import type { ApiReferenceCard } from '../../../../typings/xcx/assistant';
import { tableOf } from '../../../format/lookup';
import type { Row } from '../../../format/chunks';
import { nameText, visibleText } from '../../../format/unicode';
import type { Line } from './markdown/line';

/** Where in its answer's card a row lies. */
export type Edge = 'first' | 'last' | 'only';

export interface TimeRow extends Row {
  kind: 'time';
  text: string;
}

export interface AskRow extends Row {
  kind: 'ask';
  text: string;
}

/** How an answer ended that is not the last one. */
export interface NoteRow extends Row {
  kind: 'note';
  edge?: Edge;
  text: string;
}

export interface CardRow extends Row {
  kind: 'card';
  edge?: Edge;
  word: string;
  title: string;
  summary: string;
  pairs: readonly { label: string; text: string }[];
}

/** Without an edge it lies in the middle. */
export type LineRow = Row & Line & { edge?: Edge };
export type TalkRow = TimeRow | AskRow | NoteRow | CardRow | LineRow;

const CARD_WORDS = tableOf<string>({ customer: '客户', record: '记录' });
/** Rows of a card: what it refers to is one look away. */
const MOST_PAIRS = 8;

/** What is on the card; its fields are told apart from those that say nothing. */
export function cardOf(card: ApiReferenceCard): Omit<CardRow, 'row_key' | 'edge'> {
  const pairs = Object.entries(card.data)
    .map(([label, text]) => ({ label: nameText(label, ''), text: visibleText(text, '') }))
    .filter(({ label, text }) => label !== '' && text !== '');
  return {
    kind: 'card',
    word: CARD_WORDS[card.type] ?? '参考',
    title: nameText(card.title, ''),
    summary: visibleText(card.summary, ''),
    pairs: pairs.slice(0, MOST_PAIRS),
  };
}
