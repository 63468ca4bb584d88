// Translates the deployed system's words into the document's, for tests that ask the same of both profiles. Independent
// of the client's own translation, so that neither hides a fault of the other.
import { at, textAt } from '../support/client';
import type { Reply } from '../support/client';

const NAMES: Readonly<Record<string, string>> = {
  pageSize: 'pageSize',
  reviewNote: 'reject_reason',
  timestamp: 'last_time',
};

const nameOf = (name: string): string =>
  NAMES[name] ??
  [...name].map((letter) => (/[A-Z]/.test(letter) ? `_${letter.toLowerCase()}` : letter)).join('');

/** The deployed system stores open and withdrawn tasks as different states of one `pending`. */
const STATES: Readonly<Record<string, string>> = { active: 'pending', inactive: 'pending' };

function leaf(value: unknown, name: string): unknown {
  if (typeof value === 'string' && name === 'status') return STATES[value] ?? value;
  if (typeof value === 'number' && /^(chat_)?id$/.test(name)) return String(value);
  return value;
}

function read(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((row) => read(row, name));
  if (typeof value !== 'object' || value === null) return leaf(value, name);
  const entries = Object.entries(value).map(([own, part]: [string, unknown]) => {
    const ours = nameOf(own);
    return [ours, read(part, ours)] as const;
  });
  return Object.fromEntries(entries);
}

/** A reply as the document would have it: snake_case, its states, a framework's refusal with code and message. */
export function asDocumented(reply: Reply): Reply {
  const json = read(reply.json);
  if (at(json, 'detail') === undefined) return { ...reply, json };
  const message = textAt(json, 'detail', 0, 'msg').replace('Value error, ', '');
  return { ...reply, code: String(reply.status), json: { code: reply.status, message } };
}

/** The rows of a list that one profile sends bare and the other as a page. */
export const rowsOf = (list: unknown): unknown => (Array.isArray(list) ? list : at(list, 'items'));
