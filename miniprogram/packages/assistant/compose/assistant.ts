// The conversations with the assistant of whoever is signed in as staff, for their list and for each of them.
import type { Failure } from '../../../api/errors';
import { useCore } from '../../../compose/bind/page';
import type { FlatValue } from '../../../compose/bind/page';
import { oncePerCore } from '../../../compose/once';
import { perPerson } from '../../../stores/person/per-person';
import type { LinkTrouble } from '../../../stores/list/words';
import { createAssistantApi } from '../api/assistant';
import { chatTitle } from '../format/chat-row';
import type { ChatRow } from '../format/chat-row';
import type { TalkRow } from '../format/talk-row';
import { Subjects } from '../stores/about';
import { Chats } from '../stores/chats/chats';
import { chatRowsOf, chatsFailureOf, chatsFields as chatsFieldsOf } from '../stores/chats/chats-view';
import type { Talk } from '../stores/talk/talk';
import { TalkRows } from '../stores/talk/talk-rows';
import { questionsOf, talkFailureOf, talkFieldsOf } from '../stores/talk/talk-view';
import { Talks } from '../stores/talk/talks';
import type { Wanted } from '../stores/talk/talks';

interface Assistant {
  chats: Chats;
  subjects: Subjects;
  talks: Talks;
}

const assistant = oncePerCore(({ xcx, platform, config }) =>
  perPerson(xcx, platform, ({ client, area, clock, timers, onLeave }): Assistant => {
    const api = createAssistantApi(client, config.timeouts.stream_ms);
    const chats = new Chats(api);
    const subjects = new Subjects(area);
    const time = { now: () => platform.clock.now(), after: timers.after.bind(timers) };
    const onSaid = (): void => void (chats.pages.loaded !== null && chats.pages.refresh());
    const talks = new Talks({ api, clock, time, subjects, onSaid });
    onLeave(platform.lifecycle.onShow(() => talks.wake()));
    return { chats, subjects, talks };
  }),
);

/** Null while nobody is signed in. */
export const useChats = (): Chats | null => assistant().current?.chats ?? null;

const networkTrouble = (): LinkTrouble => (useCore().network.connected ? '' : 'offline');
const now = (): number => useCore().xcx.clock.now();

export const chatsFailure = (): Failure | null => chatsFailureOf(useChats());

export const chatsFields = (): Record<string, () => FlatValue> => chatsFieldsOf(useChats, networkTrouble);

export const chatRows = (): ChatRow[] => chatRowsOf(useChats(), assistant().current?.subjects ?? null, now());

/** One conversation as its page asks for it: null while nobody is signed in. */
export type ShownTalk = () => Talk | null;

/** The conversation that an address names, the same one each time for the same person. */
export function showTalk(wanted: Wanted): ShownTalk {
  const found = new WeakMap<Talks, Talk>();
  const find: ShownTalk = () => {
    const talks = assistant().current?.talks;
    if (talks === undefined) return null;
    const talk = found.get(talks) ?? talks.find(wanted);
    found.set(talks, talk);
    return talk;
  };
  find();
  return find;
}

/** What the list calls it; else what it is about; empty for a new one. */
function titleOf(talk: Talk | null): string {
  if (talk === null || talk.chat_id === null) return '';
  const listed = useChats()?.find(talk.chat_id);
  return listed === undefined ? '' : chatTitle(listed);
}

export const talkFields = (shown: ShownTalk): Record<string, () => FlatValue> =>
  talkFieldsOf(shown, () => titleOf(shown()), networkTrouble);

export const talkFailure = (shown: ShownTalk): Failure | null => talkFailureOf(shown());

/** Its rows; those that did not change are the same objects each time. */
export function talkRows(shown: ShownTalk): () => TalkRow[] {
  const rows = new TalkRows();
  return () => rows.of(shown()?.shown_entries ?? [], now());
}

/** What one may ask, before anything was said. */
export const talkQuestions = (shown: ShownTalk): readonly string[] => questionsOf(shown());
