// Every recorded reply and event of the deployed backend, whole files, through the client's own decoding.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { failureOf } from '../../../miniprogram/api/errors';
import { parseJson } from '../../../miniprogram/api/json';
import { readEvent } from '../../../miniprogram/packages/member/api/events';
import { decodeReply } from '../decode/exchange';
import { v4RouteOf } from '../decode/schemas';
import type { EventEntry, HttpEntry } from './parse';
import { recordedSection } from './read';

const FILES = readdirSync(join(__dirname, 'v4-july')).filter((name) => name.endsWith('.json'));
const entries = FILES.flatMap((file) =>
  recordedSection(file.slice(0, 2)).entries.map((entry) => ({ file, entry })),
);

/** Not offered to customers, or not to this app: their envelope is read, their data is nobody's. */
const NOT_OURS =
  /\/(console|system\/cs-agent)\/|quick-login|wx-code-login|sessions\/search|mark-viewed|disputes|\/nope|\/auth\/sessions\/\d+/;
/** The server's answers to what this client never emits. */
const NEVER_ASKED = ['message_sent', 'message_error', 'pong', 'session_restore_error'];

const replies = entries.flatMap(({ file, entry }) =>
  entry.kind === 'http' && entry.reply !== undefined ? [{ file, entry, reply: entry.reply }] : [],
);
const events = entries.flatMap(({ file, entry }) => (entry.kind === 'event' ? [{ file, entry }] : []));

/** `42["name",payload]` among the raw frames. */
function ofFrame(entry: EventEntry): { name: string; payload: unknown } | undefined {
  if (entry.event !== undefined) return { name: entry.event, payload: entry.payload };
  const frame = typeof entry.payload === 'string' && entry.payload.startsWith('42') ? entry.payload : '42[]';
  const packet = parseJson(frame.slice(2));
  const [name, payload] = Array.isArray(packet) ? (packet as unknown[]) : [];
  return typeof name === 'string' ? { name, payload } : undefined;
}

const labelOf = (file: string, entry: HttpEntry) => `${file.slice(0, 2)} ${entry.name}`;

test('B2 nothing recorded is left out: one reply was cut when it was recorded, all others are read here', () => {
  const http = entries.filter(({ entry }) => entry.kind === 'http');
  const cut = http.filter(({ entry }) => entry.kind === 'http' && entry.reply === undefined);
  expect(cut.map(({ entry }) => entry.kind === 'http' && entry.name)).toEqual(['device list']);
  expect(replies).toHaveLength(http.length - 1);
  expect(replies.length).toBeGreaterThan(100);
  expect(events.length).toBeGreaterThan(30);
});

test.each(replies.map((one) => [labelOf(one.file, one.entry), one] as const))('B2 %s', async (_label, one) => {
  const { method = 'POST', path = '/' } = one.entry;
  const { code, httpStatus = 200 } = one.reply as { code: string; httpStatus?: number };
  const status = one.entry.status ?? httpStatus;
  const known = v4RouteOf(method, path);
  // Uploads that were refused were recorded without their path.
  const isOurs = known !== undefined || one.entry.path === undefined;
  expect(isOurs || NOT_OURS.test(path)).toBe(true);
  const route = known?.route ?? { method: 'POST', path };
  const body = JSON.stringify(one.reply);
  const outcome = await decodeReply('v4', route, known?.schema, { status, body }).then(
    ({ data }) => ({ data }),
    (error: unknown) => ({ failure: failureOf(error) ?? error }),
  );
  if (status < 300) {
    expect(Object.keys(outcome)).toEqual(['data']);
  } else {
    expect(outcome).toEqual({ failure: expect.objectContaining({ kind: 'api', status, code }) as unknown });
  }
});

const incoming = events.flatMap(({ file, entry }, at) => {
  const event = entry.direction === 'in' ? ofFrame(entry) : undefined;
  return event === undefined ? [] : [[`${file.slice(0, 2)} event ${at} ${event.name}`, event] as const];
});

test.each(incoming)('B2 %s', (_label, { name, payload }) => {
  const read = readEvent(name, payload);
  if (!read.ok) throw new Error(`${read.failure.endpoint} ${read.failure.path} ${read.failure.problem}`);
  expect(read.event.event === 'unknown').toBe(NEVER_ASKED.includes(name));
});
