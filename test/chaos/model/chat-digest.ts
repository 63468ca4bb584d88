// What a chat is in, such that what may follow depends on it alone: moments count from now, and ids, texts and lines from where
// the phone and the server last agreed on everything.
import type { RouteProfile } from '../../../miniprogram/api/v4/routes';
import { compareIds } from '../../../miniprogram/api/order';
import type { CustomerChat } from '../../../miniprogram/packages/member/stores/chat/customer-chat';
import type { Entry, Status } from '../../../miniprogram/packages/member/stores/chat/outbox/entry';
import { SERVER_LIMIT_MS } from '../../../miniprogram/packages/member/stores/chat/outbox/entry-step';
import type { Pushed } from '../../../miniprogram/packages/member/stores/chat/session-list';
import type { ChatSession } from '../../../typings/v4/chat';
import type { createPhone } from '../../unit/member/chat/kit';
import { SESSION } from '../../unit/member/chat/lines';

/** Deployed profile: older knowledge of the history than this is stale, however much older, ms. */
const STALE_MS = 10_000;
/** The server's first line is one more than this. */
const BEFORE_ALL = '100';
const AREA = 'customer:31:cache/';

/** What the model knows besides the phone. */
export interface Around {
  profile: RouteProfile;
  written: readonly string[];
  seen_id: string;
  /** Anything else that what follows depends on. */
  facts: unknown;
}

/** What of the client shows only later. */
interface Inside {
  alarm: { at: number } | undefined;
  sessions: { pushed: Pushed; writing: { waiting: unknown; pause: unknown } };
  outbox: {
    patience: {
      slow: ReadonlySet<string>;
      tried: ReadonlyMap<string, { slow?: unknown; failing?: { is_over: boolean } }>;
    };
    delivery: { quiet: ReadonlySet<string> };
  };
}

interface Kept {
  lines: { chat_message_id: string }[];
  base: { newest: string; total?: number };
}

/** What is on the phone's storage under a name. */
function stored<T>(entries: ReadonlyMap<string, string>, name: string): T | undefined {
  const text = entries.get(AREA + name);
  return text === undefined ? undefined : (JSON.parse(text) as { d: T }).d;
}

const lastOf = (session: ChatSession | undefined): string => {
  const last = session?.last_message;
  return (typeof last === 'object' ? last?.chat_message_id : undefined) ?? '0';
};

const lesser = (one: string, other: string): string => (compareIds(one, other) <= 0 ? one : other);

type Phone = ReturnType<typeof createPhone>;

/**
 * @param chat the client that runs on `phone`; nothing is under way
 * @returns equal for states that nothing tells apart
 */
export function digestOf(phone: Phone, chat: CustomerChat, around: Around): string {
  const { server, storage, time } = phone;
  const inside = chat as unknown as Inside;
  const { patience, delivery } = inside.outbox;
  const conversation = chat.conversation(SESSION);
  const { lines, base, hole_before, complete, ragged } = conversation.transcript;
  const shelf = stored<Kept>(storage.entries, `chat.lines.${SESSION}`);
  const row = chat.sessions.find(SESSION);
  const kept_row = stored<ChatSession[]>(storage.entries, 'chat.sessions')?.[0];
  const entries = chat.outbox.of(SESSION);
  const pushed = inside.sessions.pushed[SESSION] ?? [];
  const { waiting, pause } = inside.sessions.writing;

  // Up to here everybody knows every line, and no message can turn out to be one of them.
  const agreed = agreedOn(
    [
      ...[base?.newest ?? '0', shelf?.base.newest ?? '0', lastOf(row), lastOf(kept_row), around.seen_id],
      ...(hole_before === undefined ? [] : [before(hole_before)]),
      ...pushed.map(before),
      ...entries.flatMap(({ status }) => ('after_id' in status ? [status.after_id] : [])),
    ],
    [lines, shelf?.lines ?? []],
    server.lines,
    around.written,
  );
  const place = (id: string | undefined) =>
    id === undefined ? -1 : Math.max(0, Number(id) - Number(agreed.id));
  const ids = (some: readonly { chat_message_id: string }[]) =>
    some.map(({ chat_message_id }) => place(chat_message_id)).filter((at) => at > 0);
  const total = (known: { total?: number | undefined } | undefined) => (known?.total ?? -1) - agreed.count;
  const texts = new Map<string, number>();
  const name = (text: string): number | string => {
    if (!text.startsWith('第')) return text;
    if (!texts.has(text)) texts.set(text, texts.size);
    return texts.get(text) ?? 0;
  };
  const now = time.now();
  const inLine = ({ temp_message_id, status, body, has_left }: Entry) => {
    const tried = patience.tried.get(temp_message_id);
    return [
      momentsOf(status, now, place),
      ...[has_left, 'content' in body ? name(body.content) : ''],
      ...[
        patience.slow.has(temp_message_id),
        tried !== undefined,
        tried?.slow !== undefined,
        tried?.failing?.is_over,
      ],
    ];
  };
  return JSON.stringify([
    around.written.slice(agreed.own).map(name),
    server.lines
      .slice(agreed.count)
      .map(({ content, sender_type, temp_message_id }) => [
        sender_type === 'user' ? name(content) : 0,
        entries.findIndex((entry) => entry.temp_message_id === temp_message_id),
      ]),
    entries.map(inLine),
    [ids(lines), place(base?.newest), total(base), place(hole_before), complete, ragged],
    ids(lines.filter(({ chat_message_id }) => conversation.isClaimed(chat_message_id))),
    [ids(shelf?.lines ?? []), place(shelf?.base.newest), total(shelf?.base)],
    [
      row?.unread_count,
      place(lastOf(row)),
      pushed.map(place),
      kept_row?.unread_count,
      place(lastOf(kept_row)),
    ],
    [waiting !== undefined, pause !== undefined],
    [conversation.reading.state, conversation.older.state, chat.sessions.pages.refreshing.state],
    around.profile === 'deployed' ? Math.min(STALE_MS, Math.round(now - conversation.read_at)) : 0,
    [chat.on_screen !== null, inside.alarm === undefined ? -1 : Math.round(inside.alarm.at - now)],
    [delivery.quiet.size, time.due.map(Math.round), place(around.seen_id), around.facts],
  ]);
}

const before = (id: string): string => String(Number(id) - 1);

/** A status as it looks from now. What is due or over since long is as if it were just so. */
function momentsOf(status: Status, now: number, place: (id: string) => number): unknown {
  const { not_before, since, after_id } = { not_before: -1, since: -1, after_id: undefined, ...status } as {
    not_before: number;
    since: number;
    after_id: string | undefined;
  };
  return {
    ...status,
    ...(not_before < 0 ? {} : { not_before: Math.max(0, Math.round(not_before - now)) }),
    ...(since < 0 ? {} : { since: Math.min(SERVER_LIMIT_MS, Math.round(now - since)) }),
    ...(after_id === undefined ? {} : { after_id: place(after_id) }),
  };
}

/**
 * The longest beginning of the history that nothing can come back to.
 * @param limits it goes no further than any of these ids
 * @param knowing each of these knows all of it
 * @returns its last id, how many lines it has, and how many of them were written here
 */
function agreedOn(
  limits: readonly string[],
  knowing: readonly (readonly { chat_message_id: string }[])[],
  lines: Phone['server']['lines'],
  written: readonly string[],
): { id: string; count: number; own: number } {
  const limit = limits.reduce(lesser);
  let own = 0;
  let id = BEFORE_ALL;
  for (const [count, line] of lines.entries()) {
    const isOwn = line.sender_type === 'user';
    const isKnown = knowing.every((some) => some[count]?.chat_message_id === line.chat_message_id);
    if (compareIds(line.chat_message_id, limit) > 0 || !isKnown) return { id, count, own };
    if (isOwn && written[own] !== line.content) return { id, count, own };
    own += isOwn ? 1 : 0;
    id = line.chat_message_id;
  }
  return { id, count: lines.length, own };
}
