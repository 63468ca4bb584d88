// A phone with a conversation of N messages open, in front of the bench's server: the app's core, socket, stores and page.
import * as phone from './phone';
import type { Core } from '../../../miniprogram/compose/core';
import { useChat } from '../../../miniprogram/packages/member/compose/chat';
import { useChannel } from '../../../miniprogram/packages/member/compose/channel';
import type { MessageRow } from '../../../miniprogram/packages/member/format/message-row';
import type { Conversation } from '../../../miniprogram/packages/member/stores/chat/conversation/conversation';
import type { CustomerChat } from '../../../miniprogram/packages/member/stores/chat/customer-chat';
import { createClientCore } from '../../support/client-core';
import { BenchPage } from './page';
import { BenchServer, SESSION } from './server';
import { CountedStorage } from './storage';

const NOW = Date.parse('2026-11-22T10:00:00+08:00');
/** Longer than any list waits before it is handed over. */
const SHOWN_MS = 300;

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

export class BenchWorld {
  private constructor(
    readonly count: number,
    readonly server: BenchServer,
    readonly page: BenchPage,
    private readonly core: Core,
    private readonly time: phone.Time,
    readonly storage: CountedStorage,
  ) {}

  /** Signs in, opens a conversation of `count` messages, reads all of it, and goes to its end. */
  static async open(count: number): Promise<BenchWorld> {
    const server = new BenchServer(count);
    const time = phone.createTime(NOW);
    const storage = new CountedStorage();
    const upload = { upload: () => Promise.reject(new Error('nothing is uploaded')) };
    const core = createClientCore('http://127.0.0.1:1', 'documented', {
      ...{ clock: time, timers: time, socket: server.socket, storage: storage.port },
      wrapNetwork: () => ({ ...server.http, ...upload }),
    });
    phone.useCore(core);
    await core.session.signIn('13800000031', '123456');
    const world = new BenchWorld(count, server, await BenchPage.create(), core, time, storage);
    try {
      await world.readAll();
    } catch (error) {
      world.close();
      throw error;
    }
    return world;
  }

  private async readAll(): Promise<void> {
    this.enter();
    this.page.begin(SESSION);
    await this.quiet();
    while (this.conversation.lines.length < this.count) {
      const before = this.conversation.lines.length;
      await this.conversation.loadOlder();
      await this.quiet();
      if (this.conversation.lines.length === before) throw new Error(`${before} lines, and no more come`);
    }
    if (this.page.data['state'] !== 'ready')
      throw new Error(`the page is ${String(this.page.data['state'])}`);
  }

  /** Pages, stores and timers of this world are those that run. */
  enter(): void {
    phone.useCore(this.core);
  }

  /** A message arrives and is shown. @returns it, as it went over the wire */
  async arrive() {
    const message = this.server.push();
    await this.quiet();
    return message;
  }

  /** Waits until everything has happened that needs no time to pass. */
  async settled(): Promise<void> {
    phone.runTicks();
    await settle();
    phone.runTicks();
  }

  /** Lets the list hand over the changes that it collects; timers that wait longer do not fire. */
  async flush(): Promise<void> {
    await this.settled();
    this.advance(SHOWN_MS);
    await this.settled();
  }

  /** Lets everything happen that is under way, and what a list holds back be handed over. */
  async quiet(): Promise<void> {
    await this.flush();
  }

  advance(ms: number): void {
    this.time.advance(ms);
    phone.runTicks();
  }

  get now(): number {
    return this.time.now();
  }

  get chat(): CustomerChat {
    const chat = useChat();
    if (chat === null) throw new Error('nobody is signed in');
    return chat;
  }

  get conversation(): Conversation {
    return this.chat.conversation(SESSION);
  }

  /** What the page has of the conversation now. */
  get rows(): readonly MessageRow[] {
    return this.page.data.chunks.flatMap(({ rows }) => rows);
  }

  close(): void {
    this.enter();
    this.page.end();
    useChannel().stop();
    this.core.dispose();
  }
}
