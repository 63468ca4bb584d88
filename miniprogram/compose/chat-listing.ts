// The fields that the chat's lists (sessions, tickets) bind alike.
import { failedWords, footerOf, noticeOf } from '../stores/chat/listing';
import type { Listing } from '../stores/chat/listing';
import type { FlatValue } from './bind/page';

/** Nobody is signed in. */
export const NO_LIST: Listing = {
  ...{ refreshing: { state: 'idle' }, adding: { state: 'idle' } },
  ...{ has_more: false, count: 0, shown: 0 },
};

/** What a page has of these fields before it is bound: nothing failed, nothing is said. */
export const SILENT_LIST = {
  failed_title: '',
  failed_text: '',
  failed_action: '',
  failed_for: 'other',
  notice_text: '',
  notice_action: '',
  notice_tone: 'warn',
  footer_text: '',
  footer_action: false,
};

/** What stands above, below and instead of a list. @param link what is wrong with the connection */
export function listFields(
  listing: () => Listing,
  unit: string,
  link: () => '' | 'offline' | 'connecting',
): Record<keyof typeof SILENT_LIST, () => FlatValue> {
  const failed = () => failedWords(listing());
  const notice = () => noticeOf(listing().refreshing, link());
  return {
    failed_title: () => failed().title,
    failed_text: () => failed().text,
    failed_action: () => failed().action,
    failed_for: () => failed().failed_for,
    notice_text: () => notice().text,
    notice_action: () => notice().action,
    notice_tone: () => notice().tone,
    footer_text: () => footerOf(listing(), unit).text,
    footer_action: () => footerOf(listing(), unit).action,
  };
}
