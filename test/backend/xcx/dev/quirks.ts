// Reads which quirks are changed. Throws 400 for what makes no sense.
import { field, numberField, textField } from '../../http/input';
import { badRequest } from '../../v4/errors';
import type { Quirks, StreamMode, XcxRevision } from '../state';

const STREAMS: readonly StreamMode[] = ['on', 'absent', 'not_allowed', 'broken', 'cut', 'slow', 'held'];
const REVISIONS: readonly XcxRevision[] = ['march', 'may'];
const FLAGS = [
  ...(['ids_as_numbers', 'unwrapped', 'plain_times', 'coach_board_page', 'finance_metrics'] as const),
  ...(['snake_account', 'bare_refusals', 'ai_expired'] as const),
];
const DATE = /^\d{4}-\d\d-\d\d$/;

export function oneOf<T extends string>(body: unknown, name: string, words: readonly T[]): T {
  const value = textField(body, name);
  const known = words.find((word) => word === value);
  if (known === undefined) throw badRequest(`${name} is one of ${words.join(', ')}`);
  return known;
}

export const isOn = (value: unknown): boolean => value === true || value === 'true' || value === 'on';

/** A list, or its members in one text with commas; empty for none. */
function wordsIn(body: unknown, name: string): string[] {
  const value = field(body, name);
  const parts: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  return parts.map((part) => String(part).trim()).filter((part) => part !== '');
}

/** Each is null for `''`, `none` or null. */
function nullable(body: unknown): Partial<Quirks> {
  const said = (name: string): string | null => {
    const value = textField(body, name);
    return value === undefined || value === 'none' ? null : value;
  };
  const quirks: Partial<Quirks> = {};
  if (field(body, 'null_panel') !== undefined) quirks.null_panel = said('null_panel');
  if (field(body, 'user_status') !== undefined) quirks.user_status = said('user_status');
  if (field(body, 'answer') !== undefined) quirks.answer = said('answer');
  if (field(body, 'business_date') !== undefined) {
    const date = said('business_date');
    if (date !== null && !DATE.test(date)) throw badRequest('business_date is YYYY-MM-DD');
    quirks.business_date = date;
  }
  if (field(body, 'stream_form') !== undefined) {
    const form = said('stream_form');
    quirks.stream_form = form === null ? null : oneOf(body, 'stream_form', ['events', 'typed'] as const);
  }
  return quirks;
}

/** Only what is sent is changed. */
export function quirksIn(body: unknown): Partial<Quirks> {
  const quirks = nullable(body);
  for (const name of FLAGS) {
    const value = field(body, name);
    if (value !== undefined) quirks[name] = isOn(value);
  }
  for (const name of ['failed_modules', 'absent'] as const) {
    if (field(body, name) !== undefined) quirks[name] = wordsIn(body, name);
  }
  if (field(body, 'stream') !== undefined) quirks.stream = oneOf(body, 'stream', STREAMS);
  if (field(body, 'revision') !== undefined) quirks.revision = oneOf(body, 'revision', REVISIONS);
  const pace = numberField(body, 'stream_pace_ms');
  if (pace !== undefined) quirks.stream_pace_ms = pace;
  return quirks;
}
