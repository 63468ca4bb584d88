// A customer's chat for tests: the real stores, a server that the test scripts, time that the test moves.
import { ApiError } from '../../../../miniprogram/api/errors';
import type { Failure } from '../../../../miniprogram/api/errors';
import type { ChatApi } from '../../../../miniprogram/packages/member/api/chat';
import type { ServerEvent } from '../../../../miniprogram/packages/member/api/events';
import type { RouteProfile } from '../../../../miniprogram/api/v4/routes';
import type { AbortSignal } from '../../../../miniprogram/platform/abort';
import type { FilesPort, ShowOptions } from '../../../../miniprogram/platform/ports';
import { PlatformError } from '../../../../miniprogram/platform/failure';
import { createListeners } from '../../../../miniprogram/platform/listeners';
import type { ChannelPort } from '../../../../miniprogram/packages/member/stores/chat/parts';
import { CustomerChat } from '../../../../miniprogram/packages/member/stores/chat/customer-chat';
import { messageRowsOf } from '../../../../miniprogram/packages/member/stores/chat/rows/message-rows';
import { perPerson } from '../../../../miniprogram/stores/person/per-person';
import type { PerPerson } from '../../../../miniprogram/stores/person/per-person';
import { createMaintenanceStore } from '../../../../miniprogram/stores/service/maintenance';
import { createAvailability } from '../../../../miniprogram/stores/service/availability';
import type { ChatIssue, ChatMessage, ChatSession } from '../../../../typings/v4/chat';
import { createFakeService } from '../../../support/fake-service';
import { createFakeTime } from '../../../support/fake-time';
import { createMemoryStorage } from '../../../support/memory-storage';
import { SESSION } from './lines';
import { FakeNetwork } from './network';

type Send = ChatApi['send'];
export const fail = (failure: Failure) => Promise.reject(new ApiError(failure));
export const refused = (status: number, code: string, message: string, wait_seconds?: number): Failure => ({
  ...{ kind: 'api', status, code, message },
  ...(wait_seconds === undefined ? {} : { wait_seconds }),
});

/** An upload that never ends by itself; aborting it rejects. */
export const uploading = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_resolve, reject) => signal?.onAbort(() => reject(new ApiError({ kind: 'aborted' }))));

/** What the server holds, and how it answers. */
export class FakeServer {
  lines: ChatMessage[] = [];
  sessions: ChatSession[] = [{ customer_service_session_id: SESSION, status: 'active', unread_count: 0 }];
  issues: ChatIssue[] | Failure = [];
  sent: Parameters<Send>[] = [];
  uploads: string[] = [];
  rated: number[] = [];
  history_reads = 0;
  list_reads = 0;
  /** Answers in turn, then stores. */
  answers: ((stored: () => ChatMessage) => Promise<ChatMessage>)[] = [];
  upload_answers: ((signal: AbortSignal | undefined) => Promise<never>)[] = [];
  rate_answers: (() => Promise<never>)[] = [];
  offline = false;
  /** The session is not there, or another person's. */
  is_missing = false;
  private ids = 100;

  private held: Promise<void> | undefined;

  constructor(readonly profile: RouteProfile) {}

  /** Readings of the history wait until the returned function is called. */
  holdHistory(): () => void {
    let release: () => void = () => undefined;
    this.held = new Promise((resolve) => (release = resolve));
    return release;
  }

  /** Adds a line to the history. */
  say(line: Partial<ChatMessage>): ChatMessage {
    const chat_message_id = String((this.ids += 1));
    const whole: ChatMessage = {
      ...{ chat_message_id, customer_service_session_id: SESSION, content: `第 ${chat_message_id} 句` },
      ...{ sender_type: 'admin', sender_id: '7', message_type: 'text' },
      ...line,
    };
    this.lines.push(whole);
    return whole;
  }

  readonly api: ChatApi = {
    createSession: async () =>
      this.sessions[0] ?? { customer_service_session_id: SESSION, status: 'waiting' },
    sessions: async () => {
      this.list_reads += 1;
      return this.offline ? fail({ kind: 'network' }) : { sessions: this.sessions };
    },
    send: (session_id, message) => {
      this.sent.push([session_id, message]);
      const store = () => {
        const temp_message_id = this.profile === 'documented' ? message.temp_message_id : null;
        const known = this.lines.find((line) => line.temp_message_id === message.temp_message_id);
        if (known !== undefined) return known;
        const said =
          message.message_type === 'text'
            ? { content: message.content }
            : { content: '[图片]', metadata: { image_url: message.image_url } };
        return this.say({
          ...said,
          temp_message_id,
          sender_type: 'user',
          message_type: message.message_type,
        });
      };
      if (this.offline) return fail({ kind: 'network' });
      const answer = this.answers.shift();
      return answer === undefined ? Promise.resolve(store()) : answer(store);
    },
    messages: async (_id, { page, page_size }) => {
      this.history_reads += 1;
      if (this.held !== undefined) await this.held;
      if (this.offline) return fail({ kind: 'network' });
      if (this.is_missing) return fail(refused(404, 'CUSTOMER_SERVICE_NOT_FOUND', '会话不存在或无权限访问'));
      const newest = [...this.lines].reverse();
      const messages = newest.slice((page - 1) * page_size, page * page_size).reverse();
      return { messages, pagination: { total: this.lines.length, page, page_size } };
    },
    rate: async (_id, satisfaction_score) => {
      this.rated.push(satisfaction_score);
      const answer = this.rate_answers.shift();
      return answer === undefined ? { satisfaction_score } : answer();
    },
    uploadImage: async (_id, path, onProgress, options) => {
      this.uploads.push(path);
      onProgress?.(40);
      const answer = this.upload_answers.shift();
      if (answer !== undefined) return answer(options?.signal);
      return { image_url: `https://pictures.example.com/${this.uploads.length}.png` };
    },
    issues: async () =>
      Array.isArray(this.issues) ? { rows: this.issues, count: this.issues.length } : fail(this.issues),
  };
}

/** A phone that may be started again on the same storage. */
export function createPhone(profile: RouteProfile = 'documented', random: () => number = Math.random) {
  const time = createFakeTime();
  const server = new FakeServer(profile);
  const storage = createMemoryStorage();
  const kept = new Set<string>();
  /** Chosen pictures that the phone cannot copy. */
  const unreadable = new Set<string>();
  const network = new FakeNetwork();
  const shows = createListeners<ShowOptions>();
  const hides = createListeners<undefined>();
  const connects = createListeners<undefined>();
  const pushes = createListeners<ServerEvent>();
  const unreadables = createListeners<Failure>();
  let visible = true;
  const channel: ChannelPort = {
    connection: 'connected',
    onConnected: connects.add,
    onUnreadable: unreadables.add,
    on: (name, listener) =>
      pushes.add((event) => {
        if (event.event === name) listener(event as Parameters<typeof listener>[0]);
      }),
  };
  const phone = createFakeService(time, storage);
  phone.signIn();
  const service = { ...phone.service, availability: createAvailability(network, createMaintenanceStore()) };
  const around = {
    ...{ api: server.api, channel, network, profile, clock: time, random, page_size: 10 },
    lifecycle: {
      get visible() {
        return visible;
      },
      ...{
        onShow: shows.add,
        onHide: hides.add,
        launchOptions: () => ({ path: '', query: {}, scene: 0 }),
      },
    },
  };
  const files: FilesPort = {
    keep: async (path: string) => {
      if (unreadable.has(path)) throw new PlatformError('refused', 'saveFile:fail');
      kept.add(`kept/${path}`);
      return `kept/${path}`;
    },
    remove: async (path: string) => void kept.delete(path),
    size: async (path: string) => (kept.has(path) ? 10 : undefined),
    list: async () => [...kept],
  };
  let life: PerPerson<CustomerChat> | undefined;
  const start = (): CustomerChat => {
    const own = { timers: time, files };
    life = perPerson(service, own, (person) => new CustomerChat({ ...around, person }));
    const { current } = life;
    if (current === null) throw new Error('nobody is signed in');
    return current;
  };
  /** The app is killed: what runs for it runs no more. */
  const kill = (): void => life?.dispose();
  return {
    ...{ time, server, storage, kept, unreadable, network, start, kill },
    ...{ signIn: phone.signIn, signOut: phone.signOut, expire: phone.expire },
    connect: () => connects.tell(undefined),
    push: (event: ServerEvent) => pushes.tell(event),
    pushUnreadable: () =>
      unreadables.tell({ kind: 'decode', endpoint: 'event', path: '$', problem: 'broken' }),
    setVisible: (value: boolean) => {
      visible = value;
      if (value) shows.tell({ path: '', query: {}, scene: 0 });
      else hides.tell(undefined);
    },
  };
}

export const rowsOf = (chat: CustomerChat, session_id = SESSION) =>
  messageRowsOf(chat, chat.conversation(session_id), { connected: true, now: 0 });
