// What a conversation is about, as far as this phone knows: the server tells it of none. Kept on the person's shelf by
// conversation, so that its list and its head can say it later.
import * as v from 'valibot';
import { keyFor } from '../../../platform/storage-key';
import type { StorageArea } from '../../../platform/storage-types';
import { contextQuery } from '../api/question';
import type { AskedFrom, ChatContext } from '../api/question';
import type { Subject } from '../format/subject';

/** Kinds of pages that questions come from; a board is no context of the server's. */
export type { Subject } from '../format/subject';

export interface About {
  context_type: Subject;
  context_id?: string | undefined;
  /** How it is called on the page that one comes from. */
  title?: string | undefined;
  /** The address of that page, with what it was set to. */
  source?: string | undefined;
}

const aboutSchema = v.object({
  context_type: v.picklist(['task', 'customer', 'coach', 'board', 'general']),
  context_id: v.optional(v.string()),
  title: v.optional(v.string()),
  source: v.optional(v.string()),
});
const shelfSchema = v.array(v.object({ chat_id: v.string(), about: aboutSchema }));
const subjectsKey = keyFor('assistant.subjects', 'cache', shelfSchema);

/** More conversations than anybody looks back at. */
const MOST = 100;

export class Subjects {
  private known: readonly { chat_id: string; about: About }[];

  constructor(private readonly shelf: Pick<StorageArea, 'read' | 'write'>) {
    this.known = shelf.read(subjectsKey) ?? [];
  }

  of(chat_id: string): About | null {
    return this.known.find((one) => one.chat_id === chat_id)?.about ?? null;
  }

  remember(chat_id: string, about: About): void {
    const others = this.known.filter((one) => one.chat_id !== chat_id);
    this.known = [{ chat_id, about }, ...others].slice(0, MOST);
    this.shelf.write(subjectsKey, [...this.known]);
  }
}

/** As the server takes it. */
export function contextOf({ context_type, context_id }: About): ChatContext {
  if (context_type === 'board' || context_type === 'general') return { context_type: 'general' };
  return { context_type, ...(context_id === undefined ? {} : { context_id }) };
}

/** What a page was set to: the query of its address, without the ids that say which page it is. */
function settingsIn(source: string): Record<string, string> {
  const pairs = (source.split('?')[1] ?? '').split('&').flatMap((pair): [string, string][] => {
    const [name = '', value = ''] = pair.split('=');
    try {
      return name === '' ? [] : [[name, decodeURIComponent(value)]];
    } catch {
      return [];
    }
  });
  return Object.fromEntries(pairs);
}

/** `task` of `/packages/staff/task/task?id=7`. */
const pageName = (source: string): string => source.split('?')[0]?.split('/').pop() ?? '';

/** What goes with each question, a copy of its own: the page, what it was about and set to, what it is called. */
export function askedFrom(about: About): AskedFrom {
  const { context_type, title, source } = about;
  const settings = source === undefined ? {} : settingsIn(source);
  const known = Object.entries(contextQuery(contextOf(about))).filter(([, value]) => value !== undefined);
  return {
    source_page: source === undefined ? context_type : pageName(source),
    page_context: { ...settings, ...Object.fromEntries(known), page_type: context_type },
    ...(title === undefined ? {} : { screen_content: title }),
  };
}
