// The whole reference backend on a real port, and a phone that reaches it by real HTTP and WebSockets.
import type { AddressInfo } from 'node:net';
import { parseJson } from '../../../miniprogram/api/json';
import type { ConnectionHandlers } from '../../../miniprogram/packages/member/realtime/transport';
import { connect } from '../../../miniprogram/packages/member/realtime/transport';
import type { Context } from '../../backend/context';
import { openStore } from '../../backend/db/open';
import { SCHEMA } from '../../backend/db/schema';
import { seedPeople } from '../../backend/db/seed/people';
import { readSecrets } from '../../backend/db/secrets';
import { DevControls } from '../../backend/dev/controls';
import { Faults } from '../../backend/http/faults';
import { Limiter } from '../../backend/http/limiter';
import { RequestLog } from '../../backend/http/requests';
import { Listeners } from '../../backend/listeners';
import type { Profile } from '../../backend/profile';
import { buildServer } from '../../backend/server';
import { Presence, usualChat } from '../../backend/v4/chat/port';
import { Online } from '../../backend/v4/realtime/online';
import { attachRealtime } from '../../backend/v4/realtime/server';
import { SocketWeather } from '../../backend/v4/realtime/weather';
import { XcxState } from '../../backend/xcx/state';
import { createNodeSocket } from '../../support/node-socket';
import type { Answered, Asked } from './wire';
import type { Line, WorldBackend } from './backend';
import { createFastTime } from './real-time';
import type { Weather } from './weather';

const PEOPLE = [32, 33];

/** Starts it; `dispose` closes port and sockets. */
export async function startRealServer(
  start_ms: number,
  profile: Profile,
  weather: Weather,
): Promise<WorldBackend> {
  const time = createFastTime(start_ms);
  const clock = time.backend;
  const store = openStore(':memory:');
  for (const script of SCHEMA) store.script(script);
  seedPeople(store, clock.now());
  const ctx: Context = {
    ...{ store, clock, profile, revision: 'july' },
    limiter: new Limiter(clock),
    chatEvents: new Listeners(),
    agents: new Presence(),
    chatSettings: usualChat(),
    secrets: readSecrets(store),
    faults: new Faults(),
    requests: new RequestLog(),
    sessionEnds: new Listeners(),
    issuedQrs: new Map(),
    online: new Online(),
    sockets: new SocketWeather(clock),
    xcx: new XcxState(),
    seed: 1,
  };
  const dev = new DevControls(ctx);
  const app = buildServer(ctx, dev, { log: false });
  const stopRealtime = attachRealtime(ctx, app.server);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const socket = createNodeSocket();
  let is_up = true;

  return {
    time,
    profile,
    chat: ctx,
    late_s: 60,
    ask(asked, done) {
      if (!is_up) return done(undefined);
      fetchOne(origin, asked).then(done, () => done(undefined));
    },
    connect: (line, handlers) =>
      connect({ socket, origin, timeout_ms: 2_000 }, throughWeather(line, handlers, weather, time.after)),
    cutAll: () => void ctx.sockets.drop(true),
    halfOpen: () => ctx.sockets.silence() > 0,
    restart(ms) {
      is_up = false;
      ctx.sockets.restart(ms);
      time.after(ms, () => (is_up = true));
    },
    expireTokens: () => PEOPLE.forEach((user_id) => dev.expireAccess(user_id)),
    endSignIns(user_id, code) {
      if (code === 'SESSION_EXPIRED') dev.expireRefresh(user_id);
      dev.endSessions(user_id);
    },
    async dispose() {
      socket.dispose();
      stopRealtime();
      await app.close();
      time.backend.stop();
      ctx.store.close();
    },
  };
}

async function fetchOne(origin: string, asked: Asked): Promise<Answered> {
  const { method, path, query, headers, body, file } = asked;
  const url = `${origin}${path}?${new URLSearchParams(query).toString()}`;
  const form = new FormData();
  if (file !== undefined)
    form.append('image', new Blob([new Uint8Array(file)], { type: 'image/png' }), 'a.png');
  const content = file === undefined ? body : form;
  const reply = await fetch(url, { method, headers, ...(content === undefined ? {} : { body: content }) });
  return { status: reply.status, body: await reply.text(), delay_ms: 0 };
}

/** Pushes are lost, late or twice; what the phone cannot hear it does not hear. */
function throughWeather(
  line: Line,
  handlers: ConnectionHandlers,
  weather: Weather,
  after: (ms: number, run: () => void) => unknown,
): ConnectionHandlers {
  const hear = (run: () => void) => (line.isReachable() ? line.deliver(run) : undefined);
  return {
    token: () => handlers.token(),
    onOpened: () => hear(() => handlers.onOpened()),
    onFailed: (message) => line.deliver(() => handlers.onFailed(message)),
    onLost: () => line.deliver(() => handlers.onLost()),
    onHeard: () => hear(() => handlers.onHeard()),
    onClosed: () => line.deliver(() => handlers.onClosed()),
    onEvent(name, payload) {
      const tell = () => hear(() => handlers.onEvent(name, parseJson(JSON.stringify(payload))));
      const fate = name === 'new_message' ? weather.push() : 'fine';
      if (fate === 'push dropped') return;
      if (fate === 'push delayed') return void after(weather.dice.between(500, 8_000), tell);
      tell();
      if (fate === 'push duplicated') after(weather.dice.between(1, 3_000), tell);
    },
  };
}
