// The conversations that were opened lately: who comes back finds the answer that was being written, and what was typed.
import type { About } from '../about';
import { Talk } from './talk';
import type { TalkParts } from './parts';

/** Which conversation: one of the list's, or one about what a page shows. */
export interface Wanted {
  chat_id: string | null;
  about: About | null;
}

const MOST = 8;

/** A general conversation is begun anew each time. */
const isNew = ({ chat_id, about }: Wanted): boolean =>
  chat_id === null && (about === null || about.context_type === 'general');

const isSame = (talk: Talk, { chat_id, about }: Wanted): boolean =>
  chat_id === null
    ? talk.about?.context_type === about?.context_type &&
      talk.about?.context_id === about?.context_id &&
      talk.about?.source === about?.source
    : talk.chat_id === chat_id;

export class Talks {
  private kept: readonly Talk[] = [];

  constructor(private readonly parts: TalkParts) {}

  find(wanted: Wanted): Talk {
    const known = isNew(wanted) ? undefined : this.kept.find((talk) => isSame(talk, wanted));
    const talk = known ?? new Talk(this.parts, wanted.chat_id, this.aboutOf(wanted));
    this.keep([talk, ...this.kept.filter((one) => one !== talk)]);
    return talk;
  }

  /** What is being written in conversations that nobody looks at any more ends. */
  private keep(talks: readonly Talk[]): void {
    for (const talk of talks.slice(MOST)) talk.stop();
    this.kept = talks.slice(0, MOST);
  }

  private aboutOf({ chat_id, about }: Wanted): About | null {
    return about ?? (chat_id === null ? null : this.parts.subjects.of(chat_id));
  }

  /** The app is in front again. */
  wake(): void {
    for (const talk of this.kept) talk.wake();
  }
}
