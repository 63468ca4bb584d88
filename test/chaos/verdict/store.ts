// What the backend holds after a run, against what was written: no message is lost or stored twice, all are in order
// and under their author.
import { pageOfMessages } from '../../backend/v4/chat/messages';
import type { Message, Session } from '../../backend/v4/chat/rows';
import { listSessions } from '../../backend/v4/chat/sessions';
import type { Person, Written } from '../world/person';
import { alikeTexts, judgeNumbers, judgePlaces } from './alike';
import type { Problem } from './problem';
import type { WorldBackend } from '../world/backend';

type Held = Pick<WorldBackend, 'chat' | 'profile'>;
type Author = Pick<Person, 'written'>;

/** Every message of a session, by id. */
export function messagesOf(server: Pick<WorldBackend, 'chat'>, session: Session): Message[] {
  const all: Message[] = [];
  for (let page = 0; ; page += 1) {
    const found = pageOfMessages(server.chat, session, 100, page * 100);
    all.push(...found);
    if (found.length < 100) break;
  }
  return all.sort((one, other) => (one.chat_message_id < other.chat_message_id ? -1 : 1));
}

export const sessionsOf = (server: Pick<WorldBackend, 'chat'>): Session[] =>
  listSessions(server.chat, {}, 1000, 0);

export function judgeStore(server: Held, person: Author): Problem[] {
  const problems: Problem[] = [];
  const own = sessionsOf(server).flatMap((session) =>
    messagesOf(server, session)
      .filter(({ origin }) => origin === 'user')
      .map((message) => ({ session, message })),
  );
  const isWritten = (written: Written, message: Message) =>
    server.profile === 'documented'
      ? message.temp_message_id === written.temp_message_id
      : written.kind === 'text' && message.content === written.content;
  // With our ids no two are alike.
  const alike = server.profile === 'documented' ? new Set<string>() : alikeTexts(person.written);

  for (const written of person.written) {
    if (server.profile === 'deployed' && (written.kind === 'image' || alike.has(written.content))) continue;
    const times = own.filter(({ message }) => isWritten(written, message)).length;
    const what = `${written.kind} ${written.content} (${written.temp_message_id}), ${written.fate}, stored ${times} times`;
    if (times === 0 && written.fate === 'expected') problems.push({ kind: 'lost', what });
    if (times > 1) problems.push({ kind: 'duplicated', what });
    if (times > 0 && written.fate === 'refused') problems.push({ kind: 'leaked', what });
  }
  for (const { session, message } of own) {
    const author = /^顾客(\d+)/.exec(message.content)?.[1];
    if (
      message.sender_id !== session.user_id ||
      (author !== undefined && Number(author) !== session.user_id)
    ) {
      problems.push({ kind: 'leaked', what: `${message.content} under ${session.user_id}` });
    }
  }
  return [
    ...problems,
    ...(server.profile === 'deployed' ? judgeAlike(person, own) : []),
    ...judgePictures(server, person, own),
    ...judgeOrder({ written: person.written.filter(({ content }) => !alike.has(content)) }, own, isWritten),
  ];
}

/** Two people may say the same. */
function judgeAlike({ written }: Author, own: readonly { session: Session; message: Message }[]): Problem[] {
  const authors = new Set(written.map(({ user_id }) => user_id));
  return [...authors].flatMap((author) => {
    const theirs = written.filter(({ user_id }) => user_id === author);
    const rows = own
      .filter(({ message }) => message.sender_id === author && message.message_type === 'text')
      .map(({ session, message }) => ({
        session_id: String(session.customer_service_session_id),
        text: message.content,
      }));
    return [...judgeNumbers(theirs, rows), ...judgePlaces(theirs, rows)];
  });
}

/** The deployed backend keeps no id of ours: a picture is known by its address, which was made for one upload. */
function judgePictures(server: Held, person: Author, own: readonly { message: Message }[]): Problem[] {
  if (server.profile === 'documented') return [];
  const stored = own.map(({ message }) => message.metadata?.['image_url']).filter((url) => url !== undefined);
  const pictures = person.written.filter(({ kind }) => kind === 'image');
  const expected = pictures.filter(({ fate }) => fate === 'expected').length;
  const problems: Problem[] = [];
  if (stored.length < expected) {
    problems.push({ kind: 'lost', what: `${expected} pictures expected, ${stored.length} stored` });
  }
  if (new Set(stored).size < stored.length)
    problems.push({ kind: 'duplicated', what: 'one picture sent twice' });
  return problems;
}

function judgeOrder(
  person: Author,
  own: readonly { session: Session; message: Message }[],
  isWritten: (written: Written, message: Message) => boolean,
): Problem[] {
  const problems: Problem[] = [];
  const last = new Map<bigint, Written>();
  for (const { session, message } of own) {
    const written = person.written.find((one) => one.fate === 'expected' && isWritten(one, message));
    if (written === undefined || written.anywhere) continue;
    const before = last.get(session.customer_service_session_id);
    if (before !== undefined && before.order > written.order) {
      problems.push({ kind: 'out of order', what: `${before.content} before ${written.content}` });
    }
    last.set(session.customer_service_session_id, written);
  }
  return problems;
}
