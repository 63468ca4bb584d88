// What the phone shows, against what the backend holds.
import type { MessageRow } from '../../../miniprogram/packages/member/format/message-row';
import { compareIds } from '../../../miniprogram/api/order';
import type { CustomerChat } from '../../../miniprogram/packages/member/stores/chat/customer-chat';
import type { Transcript } from '../../../miniprogram/packages/member/stores/chat/conversation/transcript';
import { messageRowsOf } from '../../../miniprogram/packages/member/stores/chat/rows/message-rows';
import type { Profile } from '../../backend/profile';
import { unreadCount } from '../../backend/v4/chat/messages';
import type { Person } from '../world/person';
import type { WorldBackend } from '../world/backend';
import { alikeTexts, judgeShown, mostOf } from './alike';
import type { Held, Ledger } from './ledger';
import { sessionsOf } from './store';
import type { Problem } from './problem';

type Place = Pick<Held, 'id' | 'second'>;

/** True at any moment, in whatever weather. */
export function judgeMoment(server: WorldBackend, person: Person, ledger: Ledger): Problem[] {
  const { chat } = person;
  const conversation = chat?.on_screen;
  if (chat === undefined || conversation === null || conversation === undefined) return [];
  const rows = messageRowsOf(chat, conversation, { connected: true, now: server.time.now() });
  const { session_id } = conversation;
  const held = ledger.lines(session_id);
  const alike = alikeTexts(person.written);
  const inDoubt = chat.outbox.of(session_id).filter(({ status }) => status.state === 'unconfirmed');
  // Of alike texts one in doubt stands beside a line that may be it: the person is to see both, and decide.
  const doubted = (text: string) =>
    alike.has(text)
      ? inDoubt.filter(({ body }) => body.message_type === 'text' && body.content === text).length
      : 0;
  const own = rows.filter(({ own: is_own, kind }) => is_own && kind === 'text').map(({ text }) => text);
  return [
    ...orderly(rows),
    ...judgeShown(own, (text) => sentAtMost(person, session_id, text) + doubted(text)),
    ...oneEach(rows, held),
    ...unbroken(conversation.transcript, held, server.profile),
    ...stable(rows, held, person),
    ...rows
      .filter(({ own, text }) => own && /^顾客\d+/.test(text) && !text.startsWith(`顾客${person.user_id}第`))
      .map(({ text }): Problem => ({ kind: 'leaked', what: `${text} shown to ${person.user_id}` })),
  ];
}

export function orderly(rows: readonly MessageRow[]): Problem[] {
  const problems: Problem[] = [];
  const keys = rows.map(({ row_key }) => row_key);
  if (new Set(keys).size < keys.length)
    problems.push({ kind: 'duplicated', what: 'a row key is there twice' });
  const ids = rows.map(({ chat_message_id }) => chat_message_id).filter((id) => id !== '');
  ids.slice(1).forEach((id, index) => {
    const order = compareIds(ids[index] ?? '', id);
    if (order > 0) problems.push({ kind: 'out of order', what: `row ${ids[index]} before ${id}` });
    if (order === 0) problems.push({ kind: 'duplicated', what: `row ${id}` });
  });
  const firstPending = rows.findIndex(({ temp_message_id }) => temp_message_id !== '');
  const lastConfirmed = rows.reduce(
    (last, { chat_message_id }, index) => (chat_message_id === '' ? last : index),
    -1,
  );
  if (firstPending >= 0 && firstPending < lastConfirmed) {
    problems.push({ kind: 'out of order', what: 'a message on its way stands before a confirmed one' });
  }
  return problems;
}

/** No hole is shown as if lines followed one another. */
export function unbroken(
  { lines, base }: Pick<Transcript, 'lines' | 'base'>,
  held: readonly Place[],
  profile: Profile,
): Problem[] {
  const oldest = lines[0]?.chat_message_id;
  if (base === undefined || oldest === undefined) return [];
  const known = new Set(lines.map(({ chat_message_id }) => chat_message_id));
  const cut = held.find(({ id }) => id === oldest)?.second;
  // The deployed backend sorts by whole seconds and may cut a page within one: the oldest second is whole with the page before.
  const isCut = ({ second }: Place) => profile === 'deployed' && second === cut;
  return held
    .filter((line) => !isCut(line) && !known.has(line.id))
    .filter(({ id }) => compareIds(id, oldest) >= 0 && compareIds(id, base.newest) <= 0)
    .map(({ id }): Problem => ({
      kind: 'lost',
      what: `line ${id} is missing between lines shown as neighbours`,
    }));
}

function sentAtMost({ written, elsewhere }: Person, session_id: string, text: string): number {
  const others = elsewhere.filter((one) => one.session_id === session_id && one.content === text);
  return mostOf(written, session_id, text) + others.length;
}

/** A message of ours is one row, on its way or as the server's line with our id. */
export function oneEach(rows: readonly MessageRow[], held: readonly Held[]): Problem[] {
  const ours = new Map(held.map(({ id, temp_message_id }) => [id, temp_message_id]));
  const shown = rows
    .map((row) => (row.temp_message_id === '' ? ours.get(row.chat_message_id) : row.temp_message_id))
    .filter((temp_message_id) => typeof temp_message_id === 'string');
  return shown
    .filter((temp_message_id, at) => shown.indexOf(temp_message_id) < at)
    .map((temp_message_id) => ({ kind: 'duplicated', what: `message ${temp_message_id} is shown twice` }));
}

/** A bubble that this start of the app made keeps its key, however its message fared. */
function stable(rows: readonly MessageRow[], held: readonly Held[], person: Person): Problem[] {
  const here = person.here();
  const alike = alikeTexts(person.written);
  const ids = new Set(here.map(({ temp_message_id }) => temp_message_id));
  const named = new Map(held.map(({ id, temp_message_id }) => [id, temp_message_id]));
  const made = new Map(here.map((written) => [written.content, written.temp_message_id]));
  // Of alike texts only the server's rows can say which is which, where it keeps our id.
  const keyOf = ({ chat_message_id, text }: MessageRow): string | undefined => {
    const id = named.get(chat_message_id);
    if (typeof id === 'string') return ids.has(id) ? id : undefined;
    return alike.has(text) ? undefined : made.get(text);
  };
  return rows
    .filter((row) => row.own && row.kind === 'text' && (keyOf(row) ?? row.row_key) !== row.row_key)
    .map(({ text }): Problem => ({ kind: 'duplicated', what: `the bubble of ${text} was made anew` }));
}

/** True once the weather was fine for a minute. */
export async function judgeRest(
  server: WorldBackend,
  person: Person,
  ledger: Ledger,
  advance: () => Promise<void>,
): Promise<Problem[]> {
  const { chat } = person;
  const conversation = chat?.on_screen;
  if (chat === undefined || conversation === null || conversation === undefined) {
    return [{ kind: 'stuck', what: 'no conversation is in front of the person' }];
  }
  const problems: Problem[] = [];
  for (const { status, temp_message_id } of chat.outbox.pending.entries) {
    const kind = status.state === 'failed' ? 'failed' : 'stuck';
    const reason = status.state === 'failed' ? `, ${status.reason}: ${status.message}` : '';
    problems.push({ kind, what: `message ${temp_message_id} is ${status.state}${reason}` });
  }
  const connection = person.phone.app?.core === undefined ? 'off' : person.connection;
  if (connection !== 'connected') problems.push({ kind: 'stuck', what: `the socket is ${connection}` });
  for (let page = 0; conversation.has_older && page < 200; page += 1) {
    void conversation.loadOlder();
    await advance();
  }
  const shown = messageRowsOf(chat, conversation, { connected: true, now: server.time.now() });
  const ids = shown.map(({ chat_message_id }) => chat_message_id).filter((id) => id !== '');
  const wanted = ledger.lines(conversation.session_id).map(({ id }) => id);
  if (ids.join() !== wanted.join()) {
    const missing = wanted.filter((id) => !ids.includes(id));
    problems.push({
      kind: 'lost',
      what: `${ids.length} of ${wanted.length} lines are shown; missing: ${missing.join()}`,
    });
  }
  if (shown.some(({ kind }) => kind === 'gap')) problems.push({ kind: 'stuck', what: 'a gap stays open' });
  return [...problems, ...judgeList(server, person, chat), ...judgeFiles(person)];
}

function judgeList(server: WorldBackend, person: Person, chat: CustomerChat): Problem[] {
  const problems: Problem[] = [];
  const own = sessionsOf(server).filter(({ user_id }) => user_id === person.user_id);
  for (const session of own) {
    const id = String(session.customer_service_session_id);
    const row = chat.sessions.find(id);
    if (row?.status !== session.status) {
      problems.push({ kind: 'stuck', what: `session ${id} is ${session.status}, shown as ${row?.status}` });
    }
    const unread = id === chat.on_screen?.session_id ? 0 : unreadCount(server.chat, session);
    if (chat.sessions.unread(id) !== unread) {
      problems.push({
        kind: 'stuck',
        what: `session ${id} has ${unread} unread, shown ${chat.sessions.unread(id)}`,
      });
    }
  }
  return problems;
}

function judgeFiles(person: Person): Problem[] {
  return [...person.phone.files].map((path) => ({ kind: 'leaked', what: `${path} is kept for nobody` }));
}
