// A conversation of the list as a flat row for `setData`.
import type { ApiChatHistoryItem } from '../../../../typings/xcx/assistant';
import type { Row } from '../../../format/chunks';
import { nameText } from '../../../format/unicode';
import { SUBJECTS } from './subject';
import type { Subject } from './subject';
import { chatTime } from './when';

export interface ChatRow extends Row {
  id: string;
  title: string;
  /** What it is about; empty where that is not known. */
  word: string;
  icon: string;
  /** About nothing of the store's. */
  is_quiet: boolean;
  last: string;
  time: string;
  /** Empty for none. */
  badge: string;
}

const MOST_COUNTED = 99;

/** Words without the signs of markdown, in one line. */
const wordsOnly = (text: string): string =>
  text
    .replace(/^[ \t]*(?:#{1,6}|[-+*>]|\d{1,3}[.)])[ \t]+|[*_`~]+/gm, '')
    .replace(/\|/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Told by this phone's memory, else by a customer's name beside a title of its own. */
function subjectOf({ title, customer_name }: ApiChatHistoryItem, known: Subject | null): Subject | null {
  if (known !== null || title === undefined) return known;
  return customer_name === '' ? 'general' : 'customer';
}

/** What a conversation is called. */
export const chatTitle = ({ title, customer_name }: ApiChatHistoryItem): string =>
  nameText(title, nameText(customer_name, '未命名的对话'));

/** @param known what it is about, where this phone remembers it @param now epoch ms on the server's clock */
export function chatRow(item: ApiChatHistoryItem, known: Subject | null, now: number): ChatRow {
  const subject = subjectOf(item, known);
  const { word, icon } = SUBJECTS[subject ?? 'general'];
  const { unread_count } = item;
  return {
    row_key: item.id,
    id: item.id,
    title: chatTitle(item),
    word: subject === null ? '' : word,
    icon,
    is_quiet: subject === null || subject === 'general',
    last: nameText(wordsOnly(item.last_message), ''),
    time: chatTime(item.last_time, now),
    badge: unread_count <= 0 ? '' : unread_count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(unread_count),
  };
}
