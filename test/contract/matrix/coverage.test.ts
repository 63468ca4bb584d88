// No route without a row: those of both route tables, and those that the reference backend offers.
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Route } from '../../../miniprogram/api/route';
import { v4Routes } from '../../../miniprogram/api/v4/routes';
import { xcxRoutes } from '../../../miniprogram/api/xcx/routes';
import type { Context } from '../../backend/context';
import { v4 } from '../../backend/v4';
import { xcx } from '../../backend/xcx';
import { issues } from './v4-chat-rows';
import { timeline, v4Rows } from './v4-rows';
import { xcxRows } from './xcx-all-rows';

/** Asked by the gates, never by a page: the tokens' own tests have them. */
const BY_THE_GATES = ['refresh'];

/** Offered by the backend and not called by this app: whose they are. */
const NOT_OURS: Record<string, string> = {
  '^POST /api/v4/console/': 'the agents’ console',
  '^(GET|POST) /api/v4/system/cs-agent/': 'agents in their own mini program',
  '^(GET|POST) /api/v4/(console/)?redemption': 'the counter',
  '^GET /api/v4/backpack/stats$': 'the list says as much',
  '^POST /api/v4/backpack/mark-viewed$': 'deployed only; the app keeps what was seen itself',
  '^GET /api/v4/system/chat/sessions/search$': 'deployed only; the app searches what is loaded',
  '^GET /api/xcx/coaches/:\\w+/banner$': 'the coach’s own page reads all of COACH-1, which begins with it',
  '^DELETE /api/v4/auth/sessions/:\\w+$': 'kicking a device off is the console’s',
};

const endpoint = ({ method, path }: Route, base: string) => `${method} ${base}${path}`.replace(/:\w+/g, ':x');
const tables = [
  ...Object.values(v4Routes('documented')).map((route) => endpoint(route, '/api/v4')),
  ...Object.values(v4Routes('deployed')).map((route) => endpoint(route, '/api/v4')),
  ...Object.values(xcxRoutes).map((route) => endpoint(route, '/api/xcx')),
];

/** What the backend's server registers. */
async function offered(): Promise<string[]> {
  const app = Fastify();
  const routes: string[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    if (method !== 'HEAD') routes.push(`${String(method)} ${url}`);
  });
  // Handlers look at the context when they are called, and none is.
  const context = {} as Context;
  const mount = (part: (app: FastifyInstance, ctx: Context) => void, prefix: string) =>
    app.register(async (scope) => part(scope, context), { prefix });
  mount(v4, '/api/v4');
  mount(xcx, '/api/xcx');
  await app.ready();
  await app.close();
  return routes;
}

test('B1 every route of both tables has a row', () => {
  const v4Names = [...v4Rows, timeline, issues].map(({ route }) => route);
  const xcxNames = xcxRows.map(({ route }) => route);
  expect([...v4Names, ...BY_THE_GATES].sort()).toEqual(Object.keys(v4Routes('documented')).sort());
  expect([...xcxNames, ...BY_THE_GATES].sort()).toEqual(Object.keys(xcxRoutes).sort());
});

test('B1 every row is refused in at least one way, and every list has been seen empty', () => {
  for (const { route, refusals } of [...v4Rows, timeline, issues, ...xcxRows]) {
    expect([route, refusals.length > 0]).toEqual([route, true]);
  }
  const lists = [...v4Rows, issues, ...xcxRows].filter(({ empty }) => empty !== undefined);
  expect(lists.map(({ route }) => route)).toEqual(
    expect.arrayContaining([
      'items',
      'sessions',
      'messages',
      'issues',
      'tasks',
      'notes',
      'chats',
      'chat_messages',
    ]),
  );
});

test('B1 each route of the backend is in a table or not for this app, and each route of the tables exists', async () => {
  const routes = await offered();
  const strange = routes.filter((route) => !tables.includes(route.replace(/:\w+/g, ':x')));
  const strangers = strange.filter(
    (route) => !Object.keys(NOT_OURS).some((pattern) => new RegExp(pattern).test(route)),
  );
  expect(strangers).toEqual([]);
  const stale = Object.keys(NOT_OURS).filter(
    (pattern) => !strange.some((route) => new RegExp(pattern).test(route)),
  );
  expect(stale).toEqual([]);
  const known = routes.map((route) => route.replace(/:\w+/g, ':x'));
  expect(tables.filter((route) => !known.includes(route))).toEqual([]);
});
