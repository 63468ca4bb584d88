// A client bound to a person: hands on what it is asked, and nothing to or from who has left.
import { boundClient } from '../../../miniprogram/api/bound-client';
import type { Call, Client, StreamCall, Upload } from '../../../miniprogram/api/client';
import { ApiError } from '../../../miniprogram/api/errors';
import { text } from '../../../miniprogram/api/schema';
import { createAbort } from '../../../miniprogram/platform/abort';
import type { AbortSignal } from '../../../miniprogram/platform/abort';
import { settle } from '../../support/fake-time';

type Asked = Call<unknown> & Partial<Upload<unknown>> & Partial<StreamCall<unknown, unknown>>;

/** A client whose calls a test answers, and the same one bound to somebody. */
function bound() {
  const asked: { call: Asked; done: (value: unknown) => void; fail: (error: unknown) => void }[] = [];
  const ask = (call: object): Promise<never> =>
    new Promise((done, fail) =>
      asked.push({ call: call as Asked, done: done as (value: unknown) => void, fail }),
    );
  const inner: Client = { call: ask, callFull: ask, upload: ask, stream: ask };
  const left = createAbort();
  return { asked, left, client: boundClient(inner, left.signal) };
}

const route = { method: 'POST', path: '/things' } as const;
const told: unknown[] = [];
const listening = {
  onProgress: (percent: number) => void told.push(percent),
  onPiece: (piece: string) => void told.push(piece),
};
const common = { route, params: { id: '7' }, headers: { a: 'b' }, schema: text };

/** Each way to ask, with all that it says. */
const ways: Record<string, (client: Client, signal?: AbortSignal) => Promise<unknown>> = {
  call: (client, signal) => client.call({ ...common, body: 1, options: { timeout_ms: 5, ...of(signal) } }),
  callFull: (client, signal) =>
    client.callFull({ ...common, body: 1, options: { timeout_ms: 5, ...of(signal) } }),
  upload: (client, signal) =>
    client.upload({ ...common, file_path: 'f', name: 'n', options: { timeout_ms: 5, ...of(signal) } }),
  'upload that is watched': (client, signal) =>
    client.upload({
      ...{ ...common, file_path: 'f', name: 'n', onProgress: listening.onProgress },
      options: { timeout_ms: 5, ...of(signal) },
    }),
  stream: (client, signal) =>
    client.stream({
      ...{ ...common, body: 1, piece: text, onPiece: listening.onPiece },
      options: { timeout_ms: 5, ...of(signal) },
    }),
};
const of = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { signal });

beforeEach(() => void (told.length = 0));

describe.each(Object.entries(ways))('%s', (name, ask) => {
  test('is asked as it was, and answered', async () => {
    const { asked, client } = bound();
    const reply = ask(client);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.call).toMatchObject({ route, params: { id: '7' }, headers: { a: 'b' }, schema: text });
    expect(asked[0]?.call).toMatchObject(
      name.startsWith('upload') ? { file_path: 'f', name: 'n' } : { body: 1 },
    );
    expect(asked[0]?.call.options?.timeout_ms).toBe(5);
    asked[0]?.done('好');
    await expect(reply).resolves.toBe('好');
    const refused = ask(client);
    const error = new ApiError({ kind: 'network' });
    asked[1]?.fail(error);
    await expect(refused).rejects.toBe(error);
  });

  test('is given up when its caller says so, or when the person leaves, and by nobody afterwards', async () => {
    const { asked, client, left } = bound();
    const caller = createAbort();
    const first = ask(client, caller.signal);
    const second = ask(client);
    const aborted = () => asked.map(({ call }) => call.options?.signal?.aborted);
    expect(aborted()).toEqual([false, false]);
    caller.abort();
    expect(aborted()).toEqual([true, false]);
    asked[0]?.fail(new ApiError({ kind: 'aborted' }));
    await expect(first).rejects.toMatchObject({ failure: { kind: 'aborted' } });
    asked[1]?.done('好');
    await second;
    left.abort();
    expect(aborted()).toEqual([true, false]);
  });

  test('once the person has left nothing is sent, told or settled, except for a fault of ours', async () => {
    const { asked, client, left } = bound();
    const settled: string[] = [];
    for (const reply of [ask(client), ask(client)])
      reply.then(
        () => settled.push('answered'),
        () => settled.push('failed'),
      );
    const fault = ask(client);
    asked[0]?.call.onProgress?.(40);
    asked[0]?.call.onPiece?.('先问');
    const before = [...told];
    left.abort();
    expect(asked.map(({ call }) => call.options?.signal?.aborted)).toEqual([true, true, true]);
    asked[0]?.call.onProgress?.(50);
    asked[0]?.call.onPiece?.('近况');
    asked[0]?.done('好');
    asked[1]?.fail(new ApiError({ kind: 'network' }));
    asked[2]?.fail(new TypeError('a fault'));
    void ask(client);
    await expect(fault).rejects.toThrow('a fault');
    await settle();
    expect([settled, asked.length, told]).toEqual([[], 3, before]);
    expect(before).toEqual(name === 'stream' ? ['先问'] : name === 'upload that is watched' ? [40] : []);
  });
});
