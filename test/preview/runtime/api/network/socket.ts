// wx.connectSocket: five sockets at once, through the preview's server, cut off in the background like on a phone.
import { REFUSED, WELCOME } from '../../../protocol';
import type { NetPort } from '../../../protocol';
import type { HostPorts } from '../../ports/host';
import { isRecord, optional, required, stringList, type Options } from '../check';
import { ApiFailure, describeFailure } from '../failure';
import { Signal } from '../signal';
import { callBack, type ApiTable, type Result } from '../table';
import { headerPairs } from './encode';
import { OlderSockets } from './older-sockets';
import { INTERRUPTED, Suspension } from './suspension';

/** Handshaking and closing sockets count. */
const AT_ONCE = 5;
const ABNORMAL = 1006;

function answer(api: string, options: Options, run: () => void): void {
  let value: Result;
  let failed = false;
  try {
    run();
    value = { errMsg: `${api}:ok` };
  } catch (thrown) {
    failed = true;
    value = { ...describeFailure(api, thrown) };
  }
  setTimeout(() => {
    callBack(options[failed ? 'fail' : 'success'], value);
    callBack(options['complete'], value);
  }, 0);
}

const optionsOf = (given: unknown): Options => (isRecord(given) ? given : {});

/** One socket as the program holds it. */
export class SocketTask {
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  private readonly opened = new Signal<Result>();
  private readonly received = new Signal<Result>();
  private readonly closed = new Signal<Result>();
  private readonly failed = new Signal<Result>();
  readonly onOpen = this.opened.on;
  readonly onMessage = this.received.on;
  readonly onClose = this.closed.on;
  readonly onError = this.failed.on;
  private over = false;
  /** The backend accepted it; the browser's own handshake is only with the preview's server. */
  private welcome = false;
  private closing = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly socket: WebSocket,
    private readonly onEnd: () => void,
    timeoutMs: number,
  ) {
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => {
      if (this.closing || this.over) socket.close();
    });
    socket.addEventListener('message', ({ data }) => {
      if (this.welcome) this.received.emit({ data });
      else if (data === WELCOME) this.open();
    });
    socket.addEventListener('close', ({ code, reason }) => {
      if (code === REFUSED || !this.welcome) this.cut(reason);
      else this.end(code, reason);
    });
    this.timer = setTimeout(() => this.cut('timeout'), timeoutMs);
  }

  get readyState(): number {
    if (this.over) return this.CLOSED;
    if (this.closing) return this.CLOSING;
    return this.welcome ? this.socket.readyState : this.CONNECTING;
  }

  readonly send = (given?: unknown): void => {
    const options = optionsOf(given);
    answer('sendSocketMessage', options, () => {
      if (this.readyState !== this.OPEN) throw new ApiFailure('SocketTask.readyState is not OPEN');
      const { data } = options;
      if (typeof data === 'string' || data instanceof ArrayBuffer) this.socket.send(data);
      else throw new ApiFailure('parameter error: parameter.data should be String or ArrayBuffer');
    });
  };

  readonly close = (given?: unknown): void => {
    const options = optionsOf(given);
    answer('closeSocket', options, () => {
      const { code = 1000, reason = '' } = optional(options, { code: 'Number', reason: 'String' });
      if (this.readyState >= this.CLOSING) throw new ApiFailure('SocketTask.readyState is not OPEN');
      if (code !== 1000 && (code < 3000 || code > 4999)) throw new ApiFailure('invalid code');
      this.closing = true;
      if (this.welcome) this.socket.close(code, reason);
      else this.leave();
    });
  };

  /** The phone or the network ends it: the program hears of an error and of an abnormal close. */
  cut(reason: string): void {
    if (this.over) return;
    this.failed.emit({ errMsg: `connectSocket:fail ${reason}`, errno: 600001 });
    this.leave();
    this.end(ABNORMAL, reason);
  }

  private open(): void {
    if (this.over || this.closing) return;
    this.welcome = true;
    clearTimeout(this.timer);
    this.opened.emit({ header: {}, profile: {} });
  }

  /**
   * Closes a socket that is still shaking hands only when the handshake is done: closed before, a browser logs an
   * error.
   */
  private leave(): void {
    if (this.socket.readyState !== this.CONNECTING) this.socket.close();
  }

  private end(code: number, reason: string): void {
    if (this.over) return;
    this.over = true;
    clearTimeout(this.timer);
    this.onEnd();
    this.closed.emit({ code, reason });
  }
}

export function addSockets(table: ApiTable, ports: HostPorts, net: NetPort, timeoutMs: number): void {
  const open = new Set<SocketTask>();
  const older = new OlderSockets();
  older.add(table);
  const suspension = new Suspension(ports, () => [...open].forEach((task) => task.cut(INTERRUPTED)));

  const connect = (options: Options): SocketTask => {
    const { url } = required(options, { url: 'String' });
    if (!/^wss?:\/\//i.test(url)) throw new ApiFailure(`invalid url "${url}"`, { errno: 600009 });
    if (suspension.active) throw new ApiFailure(INTERRUPTED);
    if (open.size >= AT_ONCE) throw new ApiFailure('max socket connect count is 5', { errno: 600008 });
    const protocols = stringList('protocols', optional(options, { protocols: 'Array' }).protocols ?? []);
    const header = Object.fromEntries(headerPairs(options['header'], 'GET'));
    const socket = new WebSocket(net.socketUrl(url, header), protocols);
    const task = new SocketTask(
      socket,
      () => open.delete(task),
      optional(options, { timeout: 'Number' }).timeout ?? timeoutMs,
    );
    open.add(task);
    older.opened(task);
    return task;
  };

  table.value('connectSocket', (given?: unknown) => {
    const options = optionsOf(given);
    let task: SocketTask | undefined;
    answer('connectSocket', options, () => void (task = connect(options)));
    return task;
  });
}
