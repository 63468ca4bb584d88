// The Socket.IO 4 server at `/socket.io`: websocket only, a token in CONNECT, pushes by `pushes.ts`.
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';
import type { Context } from '../../context';
import type { SessionEnd } from '../auth/session';
import { isFebruary, statedNow } from '../stated-time';
import { stranger } from '../../http/visitors';
import { admit } from './admission';
import type { Admitted } from './admission';
import { answer } from './inbox';
import { parser } from './parser';
import { pushesFor } from './pushes';
import type { Audience } from './pushes';

const PATH = '/socket.io';

type Events = Record<string, (payload: unknown) => void>;
type Client = Socket<Events, Events, Events, Admitted>;
type Sockets = Server<Events, Events, Events, Admitted>;

const AGENTS = 'agents';
const loginRoom = (sessionToken: string) => `login ${sessionToken}`;

function roomOf(audience: Audience): string {
  if (audience.to === 'customer') return `customer ${audience.user_id}`;
  return audience.admin_id === null ? AGENTS : `agent ${audience.admin_id}`;
}

function openServer(ctx: Context, http: HttpServer): Sockets {
  http.prependListener('upgrade', (request, wire) => {
    // Nothing else handles errors before the handshake is done, and an unhandled error ends the process.
    wire.on('error', () => wire.destroy());
    if (request.url?.startsWith(`${PATH}/`) === true) ctx.sockets.watch(wire);
  });
  const io: Sockets = new Server(http, {
    path: PATH,
    transports: ['websocket'],
    pingInterval: 25_000,
    pingTimeout: 60_000,
    serveClient: false,
    parser,
    allowRequest: (request, decide) => {
      const welcome = !ctx.sockets.refuses && stranger(request.headers, ctx.isOpen === true) === undefined;
      decide(welcome ? null : 'Bad request', welcome);
    },
  });
  io.use((socket, next) => {
    admit(ctx, socket.handshake.auth).then(
      (admitted) => {
        Object.assign(socket.data, admitted);
        next();
      },
      (error: unknown) => next(error instanceof Error ? error : new Error('Authentication failed')),
    );
  });
  return io;
}

function greet(ctx: Context, socket: Client): void {
  if (ctx.profile === 'documented') return;
  const { user_id, kind } = socket.data;
  socket.emit('connection_established', {
    user_id,
    session_user_type: kind,
    socket_id: socket.id,
    server_time: statedNow(ctx),
    timestamp: ctx.clock.now(),
  });
}

function connected(ctx: Context, socket: Client): void {
  const { user_id, session_token, kind } = socket.data;
  if (ctx.sockets.isFull) {
    socket.emit('connection_rejected', { reason: 'server_full', message: '服务器连接数已满，请稍后再试' });
    socket.disconnect();
    return;
  }
  const rooms = kind === 'admin' ? [AGENTS, `agent ${user_id}`] : [`customer ${user_id}`];
  void socket.join([...rooms, loginRoom(session_token)]);
  const leave = kind === 'admin' ? ctx.agents.enter() : ctx.online.enter(user_id);
  socket.on('disconnect', leave);
  socket.onAny((event: string, payload: unknown) => {
    for (const back of answer(ctx, user_id, kind, event, payload)) socket.emit(back.event, back.payload);
  });
  greet(ctx, socket);
}

/**
 * Ends the sockets of a login that ended. The deployed backend says why and cuts, except after a logout, where it
 * leaves the socket alone; its February revision cuts without a word, and as documented they are just cut.
 */
function loginEnded(ctx: Context, io: Sockets, end: SessionEnd): void {
  const sockets = io.in(loginRoom(end.session_token));
  if (ctx.profile === 'deployed') {
    if (end.reason === 'logout') return;
    if (isFebruary(ctx)) return sockets.disconnectSockets(true);
    sockets.emit('session_replaced', {
      reason: end.reason === 'kicked' ? 'session_revoked' : 'session_replaced',
      replaced_by_platform: null,
      device_id: end.device_id,
      message: '您的账号登录状态已变更',
    });
  }
  sockets.disconnectSockets();
}

/** Puts the sockets on an HTTP server. @returns what ends them */
export function attachRealtime(ctx: Context, http: HttpServer): () => void {
  const io = openServer(ctx, http);
  io.on('connection', (socket) => connected(ctx, socket));
  const stopEnds = ctx.sessionEnds.add((end) => loginEnded(ctx, io, end));
  const stopChat = ctx.chatEvents.add((event) => {
    for (const { audience, event: name, payload } of pushesFor(ctx, event)) {
      const room = roomOf(audience);
      ctx.sockets.deliver(room, () => io.to(room).emit(name, payload));
    }
  });
  return () => {
    stopEnds();
    stopChat();
    io.disconnectSockets(true);
    io.engine.close();
    ctx.sockets.drop(false);
  };
}
