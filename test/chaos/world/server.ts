// The reference backend's chat in this process, behind the same paths, envelope and tokens as over HTTP.
import { beijingIso } from '../../backend/clock';
import { writeJson } from '../../backend/http/json';
import { parseId } from '../../backend/http/input';
import type { Profile } from '../../backend/profile';
import { keepImage } from '../../backend/v4/chat/images';
import { openChat } from '../../backend/v4/chat/in-process';
import { issueList } from '../../backend/v4/chat/issues';
import type { ChatPort } from '../../backend/v4/chat/port';
import { history, sessionList } from '../../backend/v4/chat/reading';
import {
  countSend,
  createSession,
  rateSession,
  sendDelayMs,
  sendMessage,
} from '../../backend/v4/chat/service';
import { requireSession } from '../../backend/v4/chat/sessions';
import { sentView } from '../../backend/v4/chat/views';
import { ApiError, notFound } from '../../backend/v4/errors';
import { readBack } from '../../backend/v4/ids';
import type { Connection, ConnectionHandlers } from '../../../miniprogram/packages/member/realtime/transport';
import type { Answered, Asked } from './wire';
import type { Line, WorldBackend } from './backend';
import type { Counter } from './counter/counter';
import { Logins } from './logins';
import { Sockets } from './sockets';
import type { StaffServer } from './staff/server';
import type { WorldTime } from './time';
import type { Weather } from './weather';

const ORIGIN = 'http://chaos.test';

export class Server implements WorldBackend {
  readonly chat: ChatPort;
  private readonly logins: Logins;
  private readonly sockets: Sockets;
  private is_up = true;

  constructor(
    readonly time: WorldTime,
    weather: Weather,
    readonly profile: Profile,
    readonly staff?: StaffServer,
    readonly counter?: Counter,
  ) {
    this.chat = openChat(time.backend, profile);
    this.logins = new Logins(time);
    this.sockets = new Sockets(this.chat, this.logins, time, weather);
  }

  restart(ms: number): void {
    this.is_up = false;
    this.sockets.cutAll();
    this.chat.limiter.clear();
    this.time.after(ms, () => (this.is_up = true));
  }

  ask(asked: Asked, done: (answer: Answered | undefined) => void): void {
    if (!this.is_up) return done(undefined);
    if (this.staff !== undefined && asked.path.startsWith('/api/xcx/')) this.staff.ask(asked, done);
    else done(this.handle(asked));
  }

  connect(line: Line, handlers: ConnectionHandlers): Connection {
    return this.sockets.connect(line, handlers, () => this.is_up);
  }

  cutAll(): void {
    this.sockets.cutAll();
  }

  halfOpen(): boolean {
    return this.sockets.halfOpen();
  }

  expireTokens(): void {
    this.logins.expireTokens();
    this.staff?.expireTokens();
  }

  endSignIns(user_id: number, code: 'SESSION_REPLACED' | 'SESSION_EXPIRED'): void {
    this.logins.endAll(user_id, code);
    this.sockets.replaced(user_id, code.toLowerCase());
  }

  private handle(asked: Asked): Answered {
    try {
      const { data, delay_ms = 0 } = this.route(asked);
      return this.answer(200, { success: true, code: 'SUCCESS', message: '操作成功', data }, delay_ms);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { status, code, message, data } = error;
      return this.answer(status, { success: false, code, message, data, httpStatus: status }, 0);
    }
  }

  async dispose(): Promise<void> {
    this.sockets.dispose();
    this.chat.store.close();
    this.counter?.dispose();
  }

  private answer(status: number, body: object, delay_ms: number): Answered {
    const tail = { timestamp: beijingIso(this.time.now()), version: 'v4.0', request_id: 'req_chaos' };
    return { status, body: writeJson({ ...body, ...tail }), delay_ms };
  }

  private route(asked: Asked): { data: unknown; delay_ms?: number } {
    const { chat, logins } = this;
    const { method, path, query, headers } = asked;
    const token = (headers['Authorization'] ?? '').replace('Bearer ', '');
    const body = asked.body === undefined ? undefined : (JSON.parse(asked.body) as unknown);
    const route = `${method} ${path.replace('/api/v4', '').replace(/\/sessions\/[^/]+\//, '/sessions/:id/')}`;
    if (route === 'POST /auth/login') return { data: logins.signIn(body) };
    if (route === 'POST /auth/refresh') return { data: logins.refresh(token, body) };
    const user = logins.require(token);
    const atCounter = this.counter?.answer(user, method, path, query);
    if (atCounter !== undefined) return atCounter;
    const id = parseId(/\/sessions\/([^/]+)\//.exec(path)?.[1]);
    const send = this.profile === 'deployed' ? 'messages' : 'message';
    switch (route) {
      case 'POST /auth/logout':
        return { data: logins.signOut(token) };
      case 'POST /system/chat/sessions': {
        const { session } = createSession(chat, user);
        return {
          data: { customer_service_session_id: session.customer_service_session_id, status: session.status },
        };
      }
      case 'GET /system/chat/sessions':
        return { data: sessionList(chat, user, query, ORIGIN) };
      case 'GET /system/chat/sessions/:id/messages':
        return { data: history(chat, requireSession(chat, id, user), query, ORIGIN) };
      case `POST /system/chat/sessions/:id/${send}`: {
        countSend(chat, user);
        const { message, is_new } = sendMessage(chat, user, id, body);
        return { data: sentView(chat, message), delay_ms: is_new ? sendDelayMs(chat) : 0 };
      }
      case 'POST /system/chat/sessions/:id/rate': {
        const rated = rateSession(
          chat,
          user,
          id,
          (body as { satisfaction_score?: unknown }).satisfaction_score,
        );
        const { customer_service_session_id, satisfaction_score } = rated;
        return {
          data: { customer_service_session_id: readBack(customer_service_session_id), satisfaction_score },
        };
      }
      case 'POST /system/chat/sessions/:id/upload': {
        const session = requireSession(chat, id, user);
        const key = keepImage(chat, session, asked.file ?? Buffer.alloc(0), 'image/png');
        return { data: { image_url: `${ORIGIN}/uploads/${key}`, object_key: key } };
      }
      case 'GET /system/chat/issues':
        return { data: issueList(chat, user, query) };
      default:
        throw notFound(`接口不存在: ${route}`);
    }
  }
}
