import { Connections } from '../../../../preview/runtime/api/network/connections';
import { addRequest } from '../../../../preview/runtime/api/network/request';
import { ApiTable } from '../../../../preview/runtime/api/table';
import { FakeNet, member, newEvents, partialPorts } from './fakes';

/** Typed, which jest's own is not. */
const containing = (fields: Record<string, unknown>): unknown => expect.objectContaining(fields);

interface Task {
  abort: () => void;
  onChunkReceived: (listener: (chunk: { data: ArrayBuffer }) => void) => void;
}

const app = (json: Record<string, unknown>) =>
  ({ app: { json } }) as unknown as Parameters<typeof partialPorts>[0];

function setUp(json: Record<string, unknown> = {}) {
  const events = newEvents();
  const net = new FakeNet();
  const table = new ApiTable();
  const ports = partialPorts({ ...app(json), events });
  addRequest(table, ports, net.port(), new Connections(ports));
  const outcomes: Record<string, unknown>[] = [];
  const request = (options: Record<string, unknown> = {}): Task =>
    member<Task>(
      table.members,
      'request',
    )({
      url: 'http://host/path',
      success: (result: Record<string, unknown>) => outcomes.push({ success: result }),
      fail: (result: Record<string, unknown>) => outcomes.push({ fail: result }),
      ...options,
    });
  return { events, net, request, outcomes };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('wx.request', () => {
  it('runs ten at once; the next starts when one ends', () => {
    const { net, request } = setUp();
    for (let index = 0; index < 12; index++) request({ url: `http://host/${index}` });
    jest.runOnlyPendingTimers();
    expect(net.calls).toHaveLength(10);
    net.answer(3);
    jest.runOnlyPendingTimers();
    expect(net.calls.map(({ request: { url } }) => url).at(-1)).toBe('http://host/10');
    expect(net.calls).toHaveLength(11);
  });

  it('never sends what was aborted in the line, and frees no place for it', () => {
    const { net, request, outcomes } = setUp();
    for (let index = 0; index < 10; index++) request();
    const waiting = request({ url: 'http://host/waiting' });
    jest.runOnlyPendingTimers();
    waiting.abort();
    expect(outcomes).toEqual([{ fail: { errMsg: 'request:fail abort', errno: 600003 } }]);
    net.answer(0);
    jest.runOnlyPendingTimers();
    expect(net.calls).toHaveLength(10);
  });

  it('succeeds with every status', () => {
    const { net, request, outcomes } = setUp();
    request();
    jest.runOnlyPendingTimers();
    net.answer(0, 'plain words', 500);
    expect(outcomes).toEqual([
      { success: containing({ statusCode: 500, data: 'plain words', errMsg: 'request:ok' }) },
    ]);
  });

  it('passes on a running call’s abort once and hears nothing after it', () => {
    const { net, request, outcomes } = setUp();
    const task = request();
    jest.runOnlyPendingTimers();
    task.abort();
    task.abort();
    net.answer(0);
    expect(net.calls[0]?.aborted).toBe(true);
    expect(outcomes).toEqual([{ fail: { errMsg: 'request:fail abort', errno: 600003 } }]);
  });

  it('is interrupted when it still runs five seconds after the program left the screen', () => {
    const { net, events, request, outcomes } = setUp();
    request();
    jest.runOnlyPendingTimers();
    events.notify('AppHide');
    jest.advanceTimersByTime(4_999);
    expect(outcomes).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(outcomes).toEqual([{ fail: { errMsg: 'request:fail interrupted' } }]);
    expect(net.calls[0]?.aborted).toBe(true);
  });

  it('is not made while the program is suspended, and is again when it is back', () => {
    const { net, events, request, outcomes } = setUp();
    events.notify('AppHide');
    jest.advanceTimersByTime(5_000);
    request();
    jest.runOnlyPendingTimers();
    expect(outcomes).toEqual([{ fail: { errMsg: 'request:fail interrupted' } }]);
    const launch = { path: '', query: {}, scene: 1001, referrerInfo: {} };
    events.notify('AppShow', { ...launch, mode: 'default', apiCategory: 'default' });
    request();
    jest.runOnlyPendingTimers();
    expect(net.calls).toHaveLength(1);
  });

  it('survives a short look elsewhere', () => {
    const { net, events, request, outcomes } = setUp();
    request();
    jest.runOnlyPendingTimers();
    events.notify('AppHide');
    jest.advanceTimersByTime(3_000);
    const launch = { path: '', query: {}, scene: 1001, referrerInfo: {} };
    events.notify('AppShow', { ...launch, mode: 'default', apiCategory: 'default' });
    jest.advanceTimersByTime(10_000);
    net.answer(0);
    expect(outcomes).toEqual([{ success: containing({ statusCode: 200, data: {} }) }]);
  });

  it('hands over chunks as they come and no data at the end', () => {
    const { net, request, outcomes } = setUp();
    const chunks: number[][] = [];
    const task = request({ enableChunked: true });
    task.onChunkReceived(({ data }) => chunks.push([...new Uint8Array(data)]));
    jest.runOnlyPendingTimers();
    net.calls[0]?.listener.chunk?.(new Uint8Array([1, 2]));
    net.calls[0]?.listener.chunk?.(new Uint8Array([3]));
    net.answer(0, 'ignored');
    expect(chunks).toEqual([[1, 2], [3]]);
    expect(outcomes).toEqual([{ success: containing({ data: '' }) }]);
  });

  it('takes its time limit from the call, else from app.json', () => {
    const { net, request } = setUp({ networkTimeout: { request: 9_000 } });
    request();
    request({ timeout: 100 });
    jest.runOnlyPendingTimers();
    expect(net.calls.map(({ request: { timeoutMs } }) => timeoutMs)).toEqual([9_000, 100]);
  });

  it.each([
    ['no url', { url: undefined }, 'parameter error: parameter.url should be String instead of Undefined;'],
    ['a relative url', { url: '/path' }, 'invalid url "/path"'],
  ])('fails for %s without taking a place', (_name, options, reason) => {
    const { net, request, outcomes } = setUp();
    request(options);
    jest.runOnlyPendingTimers();
    expect(outcomes).toEqual([{ fail: containing({ errMsg: `request:fail ${reason}` }) }]);
    expect(net.calls).toHaveLength(0);
  });
});
