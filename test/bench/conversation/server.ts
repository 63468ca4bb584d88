// A server with one conversation of any length: pages of its history over HTTP, new lines over Socket.IO, in the words of
// the documented profile. It answers at once and counts what it was asked.
import type {
  HttpPort,
  HttpRequest,
  HttpResponse,
  SocketHandlers,
  SocketPort,
} from '../../../miniprogram/platform/ports';
import { asPhone } from './cpu';

export const SESSION = '2220';
const START = Date.parse('2026-11-01T08:00:00+08:00');
const LINE_MS = 90_000;
const QUIET_MS = 3_600_000;
const WORDS = '您好，这张券在本店任何一家门店都可以使用，请在有效期内到店核销，谢谢。';

/** Line `number`, as the documented backend shows it. */
export function wireLine(number: number) {
  const own = number % 3 === 0;
  const sender_id = own ? 31 : 7;
  return {
    ...{ chat_message_id: number, customer_service_session_id: Number(SESSION), sender_id },
    ...{ temp_message_id: own ? `1762000000000-bench-${number}` : null, metadata: null },
    ...{ sender_type: own ? 'user' : 'admin', message_source: own ? 'user_client' : 'admin_client' },
    message_type: 'text',
    content: `${number} ${WORDS.slice(0, 8 + (number % 24))}`,
    created_at: new Date(START + number * LINE_MS).toISOString(),
    sender: { user_id: sender_id, nickname: own ? '顾客' : '小林' },
  };
}

export type WireLine = ReturnType<typeof wireLine>;
const user = { user_id: 31, mobile: '138****0031', role_level: 0, roles: [], status: 'active' };

/** The session as the list shows it, with its last line. */
function wireSession(last: WireLine) {
  const { chat_message_id, content, sender_type, message_source, message_type, metadata, created_at } = last;
  return {
    ...{ customer_service_session_id: SESSION, status: 'active', unread_count: 0 },
    last_message_at: created_at,
    last_message: {
      ...{ chat_message_id, content, sender_type, message_source, message_type, metadata, created_at },
    },
  };
}

export class BenchServer {
  /** What was asked, in order: `GET /system/chat/sessions`. */
  readonly asked: string[] = [];
  /** How often CONNECT was answered. */
  connects = 0;
  /** Answers that wait for `release`; without it each comes at once. */
  private held: (() => void)[] | undefined;
  private wire: SocketHandlers | undefined;

  /** @param count lines of the conversation at first */
  constructor(private count: number) {}

  readonly http: HttpPort = {
    request: (request) =>
      new Promise((resolve) => {
        const answer = () => resolve(asPhone(() => this.respond(request)));
        if (this.held === undefined) answer();
        else this.held.push(answer);
      }),
  };

  private respond(request: HttpRequest): HttpResponse {
    const { method, url } = request;
    const path = new URL(url).pathname.replace('/api/v4', '');
    this.asked.push(`${method} ${path}`);
    const body = JSON.stringify({ success: true, message: '', data: this.answer(path, request) });
    return { status: 200, headers: [], cookies: [], body };
  }

  readonly socket: SocketPort = {
    connect: (_url, handlers) => {
      this.wire = handlers;
      void Promise.resolve().then(() => {
        handlers.onOpen();
        this.frame(
          `0${JSON.stringify({ sid: 'a', upgrades: [], pingInterval: QUIET_MS, pingTimeout: QUIET_MS, maxPayload: 1e6 })}`,
        );
      });
      return {
        send: async (frame) => {
          if (typeof frame !== 'string' || !frame.startsWith('40')) return;
          this.connects += 1;
          this.frame('40{"sid":"b"}');
        },
        close: (code = 1000, reason = '') => handlers.onClose(code, reason),
      };
    },
  };

  /** The id of the last line. */
  get newest(): number {
    return this.count;
  }

  /** The next line is said; nobody is told. */
  say(): WireLine {
    return wireLine((this.count += 1));
  }

  /** The next line is said, and pushed. @returns the message as it went over the wire */
  push(): WireLine {
    const [message, frame] = asPhone(() => {
      const said = this.say();
      const payload = { session_id: Number(SESSION), message: said };
      return [said, `42${JSON.stringify(['new_message', payload])}`] as const;
    });
    this.frame(frame);
    return message;
  }

  /** From now on answers wait. */
  hold(): void {
    this.held = [];
  }

  /** Lets the answers go that wait. @returns how many did */
  release(): number {
    const waiting = this.held ?? [];
    this.held = [];
    waiting.forEach((answer) => answer());
    return waiting.length;
  }

  /** The connection breaks. */
  cut(): void {
    this.wire?.onClose(1006, 'gone');
  }

  private frame(text: string): void {
    this.wire?.onMessage(text);
  }

  private answer(path: string, { url }: HttpRequest): unknown {
    if (path === '/auth/login') return { access_token: 'token', refresh_token: 'refresh', user };
    if (path === '/system/chat/sessions')
      return { sessions: [wireSession(wireLine(this.count))], pagination: { total: 1, page: 1 } };
    if (!path.endsWith('/messages')) throw new Error(`the bench's server knows no ${path}`);
    const query = new URL(url).searchParams;
    const [page, page_size] = [Number(query.get('page')), Number(query.get('page_size'))];
    const newest = this.count - (page - 1) * page_size;
    const oldest = Math.max(1, newest - page_size + 1);
    const messages = Array.from({ length: Math.max(0, newest - oldest + 1) }, (_, at) =>
      wireLine(oldest + at),
    );
    return { messages, pagination: { total: this.count, page, page_size } };
  }
}
