// The page that a conversation is about, and what an address says of it.
import { coachUrl, customerUrl, knownRoute, TAB_URLS, taskUrl } from '../../../routes';
import type { About, Subject } from '../stores/about';

const SUBJECTS: readonly Subject[] = ['task', 'customer', 'coach', 'board', 'general'];
const LONGEST_TITLE = 60;

type Query = Record<string, string | undefined>;

/** What an address out of this app may hold is encoded. */
function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** What a new conversation is about; null where the address says nothing of the kind. */
export function aboutIn({ context_type, context_id, title, source }: Query): About | null {
  const subject = SUBJECTS.find((one) => one === context_type);
  if (subject === undefined) return null;
  const id = context_id !== undefined && /^[\w-]{1,64}$/.test(context_id) ? context_id : undefined;
  const address = decoded(source);
  return {
    context_type: subject,
    context_id: id,
    title: decoded(title)?.slice(0, LONGEST_TITLE),
    source: address !== undefined && /^\/[\w/-]+(\?[\w=&%.~-]{0,400})?$/.test(address) ? address : undefined,
  };
}

/** Where it can be looked at; empty where that is not known. */
export function subjectUrl(about: About | null): string {
  if (about === null) return '';
  const { context_type, context_id, source } = about;
  if (context_type === 'board') return TAB_URLS.boards;
  if (context_id === undefined) return knownRoute(source)?.url ?? '';
  if (context_type === 'task') return taskUrl(context_id);
  if (context_type === 'customer') return customerUrl(context_id);
  return context_type === 'coach' ? coachUrl(context_id) : '';
}
