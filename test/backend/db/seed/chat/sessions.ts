// The data set's chat sessions: one rated and one open for the demo customer, a long one for the second.
import type { ChatPort } from '../../../v4/chat/port';
import { id } from '../../store';
import { AGENT, DEMO, SECOND } from '../people';
import { longTalk, PAST, PRESENT } from './dialogue';
import type { Line } from './dialogue';
import { seedIssues } from './issues';

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const FIRST_SESSION = 2201n;
const FIRST_MESSAGE = 22801;
const LONG = 2000;

interface Talk {
  user_id: number;
  lines: readonly Line[];
  /** When it began and how long each line takes, ms. */
  from: number;
  every: number;
  /** Of the last lines, how many agents' ones are unread. */
  unread?: number;
  closed?: { reason: string; score: number };
}

const ORIGIN = { u: 'user', i: 'user', a: 'agent', s: 'system' } as const;

/** One statement for all messages of a session. */
function seedMessages(port: ChatPort, sessionId: bigint, firstId: number, talk: Talk): void {
  const { lines, from, every, user_id, unread = 0 } = talk;
  const rows = lines.map(([who, text], index) => ({
    id: firstId + index,
    sender: who === 's' ? null : who === 'a' ? AGENT.user_id : user_id,
    origin: ORIGIN[who],
    type: who === 'i' ? 'image' : 'text',
    content: who === 'i' ? '[图片]' : text,
    metadata: who === 'i' ? JSON.stringify({ image_url: text }) : null,
    read: who === 'a' && index >= lines.length - unread ? 0 : 1,
    at: from + index * every,
  }));
  port.store.run(
    `INSERT INTO chat_messages (chat_message_id, customer_service_session_id, sender_id, origin, message_type, content,
       metadata, is_read, created_at)
     SELECT value ->> 'id', ?, value ->> 'sender', value ->> 'origin', value ->> 'type', value ->> 'content',
       value ->> 'metadata', value ->> 'read', value ->> 'at' FROM json_each(?)`,
    sessionId,
    JSON.stringify(rows),
  );
}

function seedSession(port: ChatPort, sessionId: bigint, firstId: number, talk: Talk): bigint {
  const { user_id, from, every, lines, closed } = talk;
  const row = port.store.one(
    `INSERT INTO chat_sessions (customer_service_session_id, user_id, admin_id, status, source, satisfaction_score,
       close_reason, created_at, closed_at) VALUES (?, ?, ?, ?, 'mobile', ?, ?, ?, ?) RETURNING *`,
    sessionId,
    user_id,
    AGENT.user_id,
    closed === undefined ? 'active' : 'closed',
    closed?.score ?? null,
    closed?.reason ?? null,
    from,
    closed === undefined ? null : from + lines.length * every,
  );
  seedMessages(port, sessionId, firstId, talk);
  return id(row, 'customer_service_session_id');
}

/** Needs the people. */
export function seedChat(port: ChatPort): void {
  const now = port.clock.now();
  const talks: Talk[] = [
    {
      user_id: DEMO.user_id,
      lines: PAST,
      from: now - 12 * DAY_MS,
      every: 2 * MINUTE_MS,
      closed: { reason: '问题已解决', score: 5 },
    },
    { user_id: SECOND.user_id, lines: longTalk(LONG), from: now - 45 * DAY_MS, every: 30 * MINUTE_MS },
    { user_id: DEMO.user_id, lines: PRESENT, from: now - 90 * MINUTE_MS, every: MINUTE_MS, unread: 2 },
  ];
  let firstId = FIRST_MESSAGE;
  const ids = talks.map((talk, index) => {
    const sessionId = seedSession(port, FIRST_SESSION + BigInt(index), firstId, talk);
    firstId += talk.lines.length;
    return sessionId;
  });
  const [past] = ids;
  if (past !== undefined) seedIssues(port, past);
}
