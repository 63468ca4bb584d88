import { REFUSED, WELCOME } from '../../../../preview/protocol';
import { addSockets } from '../../../../preview/runtime/api/network/socket';
import { ApiTable } from '../../../../preview/runtime/api/table';
import { FakeNet, member, newEvents, partialPorts } from './fakes';

class FakeSocket extends EventTarget {
  static readonly made: FakeSocket[] = [];
  readyState = 0;
  binaryType = '';
  readonly sent: unknown[] = [];
  constructor(
    readonly url: string,
    readonly protocols: string[],
  ) {
    super();
    FakeSocket.made.push(this);
  }
  send(data: unknown): void {
    this.sent.push(data);
  }
  close(code?: number, reason = ''): void {
    this.readyState = 2;
    Object.assign(this, { closedWith: [code, reason] });
  }
  /** The preview's server took it; the backend has not answered. */
  reached(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  says(data: unknown): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }
  /** The backend took it too. */
  opened(): void {
    this.reached();
    this.says(WELCOME);
  }
  ended(code: number, reason: string): void {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event('close'), { code, reason }));
  }
}

interface Task {
  readyState: number;
  send: (options: Record<string, unknown>) => void;
  close: (options?: Record<string, unknown>) => void;
  onOpen: (listener: (value: unknown) => void) => void;
  onClose: (listener: (value: unknown) => void) => void;
  onError: (listener: (value: unknown) => void) => void;
}

function setUp() {
  const events = newEvents();
  const table = new ApiTable();
  addSockets(table, partialPorts({ events }), new FakeNet().port(), 60_000);
  const connect = (options: Record<string, unknown> = {}): Task =>
    member<Task>(table.members, 'connectSocket')({ url: 'ws://host/', ...options });
  return { events, connect };
}

const original = globalThis.WebSocket;
beforeEach(() => {
  jest.useFakeTimers();
  FakeSocket.made.length = 0;
  globalThis.WebSocket = FakeSocket as unknown as typeof WebSocket;
});
afterEach(() => {
  jest.useRealTimers();
  globalThis.WebSocket = original;
});

describe('wx.connectSocket', () => {
  it('allows five at once, counting those that are not open yet', () => {
    const { connect } = setUp();
    for (let index = 0; index < 5; index++) connect();
    const fail = jest.fn();
    expect(connect({ fail })).toBeUndefined();
    jest.runOnlyPendingTimers();
    expect(fail).toHaveBeenCalledWith({
      errMsg: 'connectSocket:fail max socket connect count is 5',
      errno: 600008,
    });
    FakeSocket.made[0]?.ended(1000, '');
    expect(connect()).toBeDefined();
  });

  it('counts those that are closing until they are closed', () => {
    const { connect } = setUp();
    const tasks = Array.from({ length: 5 }, () => connect());
    for (const socket of FakeSocket.made) socket.opened();
    tasks.forEach((task) => task.close());
    expect(connect()).toBeUndefined();
    FakeSocket.made[0]?.ended(1000, '');
    expect(connect()).toBeDefined();
  });

  it('is not made while the program is suspended', () => {
    const { events, connect } = setUp();
    events.notify('AppHide');
    jest.advanceTimersByTime(5_000);
    const fail = jest.fn();
    expect(connect({ fail })).toBeUndefined();
    jest.runOnlyPendingTimers();
    expect(fail).toHaveBeenCalledWith({ errMsg: 'connectSocket:fail interrupted' });
  });

  it('tells of open and close with code and reason', () => {
    const { connect } = setUp();
    const task = connect({ protocols: ['chat'] });
    const open = jest.fn();
    const close = jest.fn();
    task.onOpen(open);
    task.onClose(close);
    FakeSocket.made[0]?.opened();
    FakeSocket.made[0]?.ended(4001, 'replaced');
    expect(open).toHaveBeenCalledTimes(1);
    expect(close).toHaveBeenCalledWith({ code: 4001, reason: 'replaced' });
    expect(task.readyState).toBe(3);
    expect(FakeSocket.made[0]?.protocols).toEqual(['chat']);
  });

  it('is not open before the backend took it, and says why when it did not', () => {
    const { connect } = setUp();
    const task = connect();
    const heard = { open: jest.fn(), error: jest.fn(), close: jest.fn() };
    task.onOpen(heard.open);
    task.onError(heard.error);
    task.onClose(heard.close);
    FakeSocket.made[0]?.reached();
    expect(task.readyState).toBe(0);
    FakeSocket.made[0]?.ended(REFUSED, 'status 403');
    expect(heard.open).not.toHaveBeenCalled();
    expect(heard.error).toHaveBeenCalledWith({ errMsg: 'connectSocket:fail status 403', errno: 600001 });
    expect(heard.close).toHaveBeenCalledWith({ code: 1006, reason: 'status 403' });
    expect(task.readyState).toBe(3);
  });

  it('sends only while it is open', () => {
    const { connect } = setUp();
    const task = connect();
    const fail = jest.fn();
    task.send({ data: 'early', fail });
    jest.advanceTimersByTime(0);
    expect(fail).toHaveBeenCalledWith({ errMsg: 'sendSocketMessage:fail SocketTask.readyState is not OPEN' });
    FakeSocket.made[0]?.opened();
    task.send({ data: 'now' });
    expect(FakeSocket.made[0]?.sent).toEqual(['now']);
  });

  it('is cut off five seconds after the program left the screen', () => {
    const { events, connect } = setUp();
    const task = connect();
    const error = jest.fn();
    const close = jest.fn();
    task.onError(error);
    task.onClose(close);
    FakeSocket.made[0]?.opened();
    events.notify('AppHide');
    jest.advanceTimersByTime(4_999);
    expect(close).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(error).toHaveBeenCalledTimes(1);
    expect(close).toHaveBeenCalledWith({ code: 1006, reason: 'interrupted' });
  });
});
