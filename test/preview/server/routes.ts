// What the preview's server answers to which path.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Files } from '../build/files';
import { iconSvg } from '../build/wxss/icons';
import type { ServerSettings } from '../client/settings';
import type { Shaping } from '../protocol';
import { documentHtml } from './document';
import { bridgeFile } from './file-bridge';
import { fontCss, fontFile } from './fonts';
import { bridgeHttp } from './http-bridge';
import type { BridgeContext } from './http-bridge';
import { mimeOf } from './mime';
import { bridgePackage } from './package-bridge';
import { notFound, readBody, sendFile, sendTagged, sendText } from './reply';
import type { Sessions } from './sessions';
import { plainText } from '../../support/plain-text';
import { mapStack, templateLine } from './stack';
import type { ServerState } from './state';

/** Pieces of the font never change under their name. */
const FONT_MAX_AGE_S = 7 * 24 * 3600;

export interface Routes {
  files: Files;
  state: ServerState;
  sessions: Sessions;
  settings: () => ServerSettings;
  bridge: (session: string) => BridgeContext;
  log: (line: string) => void;
}

interface Visit {
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
  query: URLSearchParams;
  session: string;
}

type Answer = (routes: Routes, visit: Visit) => void | Promise<void>;

const events: Answer = ({ sessions, state }, { response, session }) => {
  const { buildId, last } = state;
  sessions.open(session, response, { type: 'hello', buildId, diagnostics: last.diagnostics });
};

const http: Answer = async ({ bridge }, { request, response }) => {
  const body = await readBody(request);
  bridgeHttp(request, body, response, bridge(String(request.headers['x-preview-session'])));
};

const file: Answer = ({ bridge }, { request, response, query, session }) =>
  bridgeFile(request, query.get('url') ?? '', response, bridge(session));

const packageFetch: Answer = ({ bridge, state }, { response, query, session }) =>
  bridgePackage(response, state.scriptBytes()[query.get('root') ?? ''] ?? 0, bridge(session));

/** The fields of the right type; all others are ignored. */
function shapingOf(sent: unknown): Partial<Shaping> {
  const { offline, latencyMs, lossRate, bytesPerSecond } = (sent ?? {}) as Record<keyof Shaping, unknown>;
  const isAmount = (value: unknown): value is number =>
    typeof value === 'number' && Number.isFinite(value) && value >= 0;
  return {
    ...(typeof offline === 'boolean' ? { offline } : {}),
    ...(isAmount(latencyMs) ? { latencyMs } : {}),
    ...(isAmount(lossRate) ? { lossRate } : {}),
    ...(isAmount(bytesPerSecond) ? { bytesPerSecond } : {}),
  };
}

const shaping: Answer = async ({ sessions }, { request, response, session }) => {
  const change = shapingOf(JSON.parse((await readBody(request)).toString('utf8')));
  sendText(response, 200, mimeOf('.json'), JSON.stringify(sessions.setShaping(session, change)));
};

const stack: Answer = async ({ files, state, log }, { request, response }) => {
  const sent: unknown = JSON.parse((await readBody(request)).toString('utf8'));
  const { stack: told = '', message = '', drawn } = (sent ?? {}) as Record<string, unknown>;
  const mapped = mapStack(String(told), (url) => state.map(url)) + templateLine(files, drawn);
  log(plainText(`${String(message)}\n${mapped}`));
  sendText(response, 200, 'text/plain; charset=utf-8', mapped);
};

const built: Answer = ({ state }, { request, response, path }) => {
  const bytes = state.script(path);
  if (bytes === null) notFound(response);
  else sendTagged(request, response, mimeOf(path), bytes, `"${state.buildId}"`);
};

const font: Answer = (_, { response, path }) => {
  const name = path.slice('/@font/'.length);
  const sheet = fontCss(name);
  if (sheet !== null) return sendText(response, 200, mimeOf(name), sheet, FONT_MAX_AGE_S);
  const found = fontFile(name);
  return found === null ? notFound(response) : sendFile(response, found, FONT_MAX_AGE_S);
};

const icon: Answer = (_, { response, path }) => {
  const svg = iconSvg(path.slice('/@icon/'.length));
  if (svg === null) notFound(response);
  else sendText(response, 200, mimeOf(path), svg);
};

const resource: Answer = ({ files }, { response, path }) => {
  const name = path.slice('/@app/'.length);
  const found = name.split('/').includes('..') ? null : files.find(name);
  if (found === null) notFound(response);
  else sendFile(response, found);
};

const page: Answer = ({ settings }, { response, query }) =>
  sendText(response, 200, mimeOf('.html'), documentHtml(settings(), query.toString()));

const EXACT: Record<string, Answer> = {
  'GET /': page,
  'GET /@events': events,
  'POST /@bridge/http': http,
  'GET /@bridge/file': file,
  'GET /@bridge/package': packageFetch,
  'POST /@bridge/shaping': shaping,
  'POST /@stack': stack,
};

const PREFIXES: [string, Answer][] = [
  ['/@build/', built],
  ['/@font/', font],
  ['/@icon/', icon],
  ['/@app/', resource],
];

/** Answers one request. Rejects for a request that cannot be read. */
export async function route(
  routes: Routes,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://preview');
  const path = decodeURIComponent(pathname);
  const exact = EXACT[`${request.method} ${path}`];
  const prefixed =
    request.method === 'GET' ? PREFIXES.find(([prefix]) => path.startsWith(prefix))?.[1] : undefined;
  const answer = exact ?? prefixed;
  if (answer === undefined) return notFound(response);
  await answer(routes, { request, response, path, query, session: query.get('session') ?? '' });
}
